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
        using var read = new MemoryStream((int)(request.ContentLength ?? 1024));
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (read.Length + count > Longest)
                return (null, DirectLineErrors.TooLarge());
            read.Write(buffer, 0, count);
        }
        if (read.Length == 0 && isOptional)
            return (null, null);
        try
        {
            var body = JsonSerializer.Deserialize(read.GetBuffer().AsSpan(0, (int)read.Length), type);
            return body is null ? (null, DirectLineErrors.BadRequest("The body is empty.")) : (body, null);
        }
        catch (JsonException)
        {
            return (null, DirectLineErrors.BadRequest("The body is not the JSON that is expected here."));
        }
    }
}
