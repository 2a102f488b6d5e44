using System.Globalization;
using System.Text.Json.Nodes;

namespace EngagementBot.Tests.TextAnalytics.Azure;

/// <summary>What a client sent, and everything in it that the real service does not document.</summary>
internal sealed class LanguageRequest(JsonObject body)
{
    public const string ApiVersion = "2023-04-01";

    // Parameters and the most documents, by kind: REST reference of Azure AI Language, 2023-04-01, and its limits.
    private static readonly Dictionary<string, (string[] Parameters, int Most)> Kinds = new()
    {
        ["LanguageDetection"] = (["modelVersion", "loggingOptOut"], 1000),
        ["SentimentAnalysis"] = (["modelVersion", "loggingOptOut", "opinionMining", "stringIndexType"], 10),
        ["PiiEntityRecognition"] = (["modelVersion", "loggingOptOut", "stringIndexType", "domain", "piiCategories"], 5),
    };

    private static readonly string[] IndexTypes = ["TextElements_v8", "UnicodeCodePoint", "Utf16CodeUnit"];

    public string Kind => body["kind"]!.GetValue<string>();

    public JsonObject Parameters => body["parameters"]!.AsObject();

    public IReadOnlyList<LanguageDocument> Documents =>
        [.. body["analysisInput"]!["documents"]!.AsArray().Select(d => new LanguageDocument(Text(d!, "id")!, Text(d!, "text")!, Text(d!, "language"), Text(d!, "countryHint")))];

    /// <summary>Empty where all is as recorded and documented.</summary>
    public IEnumerable<string> Faults()
    {
        var recorded = RecordedExchange.All.FirstOrDefault(e => e.Kind == body["kind"]?.GetValue<string>() && e.Status == 200);
        if (recorded is null || !Kinds.TryGetValue(Kind, out var kind))
            return [$"kind {body["kind"]}"];
        if (!Same(body, recorded.Request) || !Same(body["analysisInput"]?.AsObject(), recorded.Request["analysisInput"]!.AsObject()))
            return ["another shape than recorded"];
        return DocumentFaults(recorded, kind.Most).Concat(ParameterFaults(kind.Parameters));
    }

    private IEnumerable<string> DocumentFaults(RecordedExchange recorded, int most)
    {
        var documents = body["analysisInput"]!["documents"]!.AsArray();
        if (documents.Count == 0 || documents.Count > most)
            yield return $"{documents.Count} documents";
        foreach (var document in documents)
        {
            if (!Same(document?.AsObject(), recorded.Documents[0]!.AsObject()))
                yield return "a document of another shape than recorded";
            else if (string.IsNullOrEmpty(Text(document!, "id")) || new StringInfo(Text(document!, "text")!).LengthInTextElements > 5120)
                yield return "a document without id or too long";
        }
        if (documents.Select(d => Text(d!, "id")).Distinct().Count() != documents.Count)
            yield return "an id twice";
    }

    private IEnumerable<string> ParameterFaults(string[] documented)
    {
        foreach (var (name, _) in Parameters.Where(p => !documented.Contains(p.Key)))
            yield return $"parameter {name}";
        if (Parameters["stringIndexType"] is { } index && !IndexTypes.Contains(index.GetValue<string>()))
            yield return $"stringIndexType {index}";
    }

    private static bool Same(JsonObject? sent, JsonObject recorded) => sent is not null && sent.Select(p => p.Key).Order().SequenceEqual(recorded.Select(p => p.Key).Order());

    private static string? Text(JsonNode node, string name) => node[name]?.GetValue<string>();
}

internal sealed record LanguageDocument(string Id, string Text, string? Language, string? CountryHint);
