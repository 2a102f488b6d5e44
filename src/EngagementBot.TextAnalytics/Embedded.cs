using System.Text.Json;

namespace EngagementBot.TextAnalytics;

/// <summary>Word lists that belong to no offered language, as JSON inside the assembly.</summary>
internal static class Embedded
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static T Read<T>(string name)
    {
        using var stream = typeof(Embedded).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<T>(stream, Options)!;
    }
}
