using System.Text.Json.Nodes;

namespace EngagementBot.Tests.TextAnalytics.Azure;

/// <summary>A request to the real service and its answer, in the shape of 2023-04-01.</summary>
internal sealed record RecordedExchange(string Name, JsonObject Request, int Status, JsonObject Response)
{
    // What v3.1 called them.
    private static readonly Dictionary<string, string> Categories = new()
    {
        ["U.S. Social Security Number (SSN)"] = "USSocialSecurityNumber",
        ["Phone Number"] = "PhoneNumber",
        ["ABA Routing Number"] = "ABARoutingNumber",
        ["New Zealand Social Welfare Number"] = "NZSocialWelfareNumber",
    };

    public static IReadOnlyList<RecordedExchange> All { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "exchanges"), "*.json").Order(StringComparer.Ordinal).Select(Read)];

    public static RecordedExchange Of(string name) => All.Single(e => e.Name == name);

    public string? Kind => Request["kind"]?.GetValue<string>();

    public IReadOnlyList<string> Texts => [.. Documents.Select(d => d!["text"]!.GetValue<string>())];

    public JsonArray Documents => Request["analysisInput"]!["documents"]!.AsArray();

    private static RecordedExchange Read(string file)
    {
        var (name, recorded) = (Path.GetFileNameWithoutExtension(file), JsonNode.Parse(File.ReadAllText(file))!);
        var (request, response) = (recorded["request"]!.AsObject(), recorded["response"]!.AsObject());
        if (!request.ContainsKey("kind"))
        {
            var kind = name.StartsWith("pii", StringComparison.Ordinal) ? "PiiEntityRecognition" : "LanguageDetection";
            request = new JsonObject { ["kind"] = kind, ["analysisInput"] = request.DeepClone(), ["parameters"] = new JsonObject() };
            if (!response.ContainsKey("error"))
                response = new JsonObject { ["kind"] = $"{kind}Results", ["results"] = response.DeepClone() };
            Rename(response);
        }
        return new RecordedExchange(name, request, recorded["status"]!.GetValue<int>(), response);
    }

    private static void Rename(JsonObject response)
    {
        foreach (var entity in response["results"]?["documents"]?.AsArray().SelectMany(d => d!["entities"]?.AsArray() ?? []) ?? [])
            entity!["category"] = Categories[entity["category"]!.GetValue<string>()];
    }
}
