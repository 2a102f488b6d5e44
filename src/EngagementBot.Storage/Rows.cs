using System.Text.Json;
using System.Text.Json.Serialization;
using EngagementBot.Casework.Cases;

namespace EngagementBot.Storage;

/// <summary>How small lists lie in a column.</summary>
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<Reason>))]
[JsonSerializable(typeof(IReadOnlyList<Disagreement>))]
[JsonSerializable(typeof(IReadOnlyList<Opinion>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class RowJson : JsonSerializerContext
{
    public static string? Write(IReadOnlyList<string> list) => list.Count == 0 ? null : JsonSerializer.Serialize(list, Default.IReadOnlyListString);

    public static IReadOnlyList<string> ReadList(string? json) => json is null ? [] : JsonSerializer.Deserialize(json, Default.IReadOnlyListString) ?? [];
}

internal static class UnixTime
{
    public static long Of(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    public static DateTimeOffset From(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    public static DateTimeOffset? From(long? milliseconds) => milliseconds is { } value ? From(value) : null;
}
