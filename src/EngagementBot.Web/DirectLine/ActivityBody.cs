using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EngagementBot.Web.DirectLine;

/// <summary>Reads a JSON body of at most 256 KB, and says clearly what is wrong with another.</summary>
internal static class ActivityBody
{
    public const int Longest = 256 * 1024;

    public static async Task<(T? Body, IResult? Problem)> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, bool isOptional = false)
        where T : class
    {
        if (request.ContentLength > Longest)
            return (null, DirectLineErrors.TooLarge());
        var reader = request.BodyReader;
        var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
        while (!read.IsCompleted && read.Buffer.Length <= Longest)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync(request.HttpContext.RequestAborted);
        }
        var result = Parse(read.Buffer, type, isOptional);
        reader.AdvanceTo(read.Buffer.End);
        return result;
    }

    private static (T? Body, IResult? Problem) Parse<T>(ReadOnlySequence<byte> json, JsonTypeInfo<T> type, bool isOptional)
        where T : class
    {
        if (json.Length > Longest)
            return (null, DirectLineErrors.TooLarge());
        if (json.IsEmpty && isOptional)
            return (null, null);
        try
        {
            var reader = new Utf8JsonReader(json);
            var body = JsonSerializer.Deserialize(ref reader, type);
            // Throws where more follows than blanks.
            reader.Read();
            return body is null ? (null, DirectLineErrors.BadRequest("The body is empty.")) : (body, null);
        }
        catch (JsonException)
        {
            return (null, DirectLineErrors.BadRequest("The body is not the JSON that is expected here."));
        }
    }
}
