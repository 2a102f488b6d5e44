using System.Text.Json.Nodes;

namespace EngagementBot.Tests.TextAnalytics.Azure;

/// <summary>What the server thinks of texts that were not recorded.</summary>
internal sealed record LanguageOpinions
{
    /// <summary>Code and score.</summary>
    public Func<string, (string Code, double Score)> Language { get; init; } = _ => ("en", 0.99);

    /// <summary>Word and its score.</summary>
    public Func<LanguageDocument, (string Word, double Score)> Sentiment { get; init; } = _ => ("neutral", 0.8);

    /// <summary>Of what the text speaks, what it says of it, whether it denies that, and the score of the negative feeling in it.</summary>
    public Func<string, IEnumerable<(string Target, string Said, bool IsDenied, double Score)>> Targets { get; init; } = _ => [];

    /// <summary>Category and the words that it stands for.</summary>
    public Func<string, IEnumerable<(string Category, string Words, double Score)>> Entities { get; init; } = _ => [];

    /// <summary>For these texts it has an error inside the 200.</summary>
    public Func<string, bool> IsRefused { get; init; } = _ => false;

    /// <summary>These texts are missing from its answer.</summary>
    public Func<string, bool> IsForgotten { get; init; } = _ => false;

    public JsonObject Answer(LanguageRequest request)
    {
        var (documents, errors) = (new JsonArray(), new JsonArray());
        foreach (var document in request.Documents.Where(d => !IsForgotten(d.Text)))
        {
            if (IsRefused(document.Text))
                errors.Add(new JsonObject { ["id"] = document.Id, ["error"] = new JsonObject { ["code"] = "InvalidArgument", ["message"] = "Invalid document in request." } });
            else
                documents.Add(Result(request.Kind, document));
        }
        return new JsonObject
        {
            ["kind"] = $"{request.Kind}Results",
            ["results"] = new JsonObject { ["documents"] = documents, ["errors"] = errors, ["modelVersion"] = "2023-04-01" },
        };
    }

    private JsonObject Result(string kind, LanguageDocument document)
    {
        var result = kind switch
        {
            "LanguageDetection" => new JsonObject { ["detectedLanguage"] = Detected(Language(document.Text)) },
            "SentimentAnalysis" => Felt(Sentiment(document), document.Text, Targets(document.Text).ToList()),
            _ => Recognised(document.Text, Entities(document.Text)),
        };
        result["id"] = document.Id;
        result["warnings"] = new JsonArray();
        return result;
    }

    private static JsonObject Detected((string Code, double Score) language) =>
        new() { ["name"] = language.Code == "(Unknown)" ? "(Unknown)" : $"Language {language.Code}", ["iso6391Name"] = language.Code, ["confidenceScore"] = language.Score };

    private static JsonObject Felt((string Word, double Score) felt, string text, List<(string Target, string Said, bool IsDenied, double Score)> targets)
    {
        var rest = (1 - felt.Score) / 2;
        var scores = new JsonObject();
        foreach (var word in new[] { "positive", "neutral", "negative" })
            scores[word] = word == felt.Word || (felt.Word == "mixed" && word != "neutral") ? felt.Word == "mixed" ? felt.Score / 2 : felt.Score : rest;
        return new JsonObject { ["sentiment"] = felt.Word, ["confidenceScores"] = scores, ["sentences"] = new JsonArray(Sentence(felt.Word, scores, text, targets)) };
    }

    private static JsonObject Sentence(string word, JsonObject scores, string text, List<(string Target, string Said, bool IsDenied, double Score)> targets) => new()
    {
        ["sentiment"] = word, ["confidenceScores"] = scores.DeepClone(), ["offset"] = 0, ["length"] = text.Length, ["text"] = text,
        ["targets"] = new JsonArray([.. targets.Select((t, i) => (JsonNode)Mined(text, t.Target, t.Score, ("relations", new JsonArray(
            new JsonObject { ["relationType"] = "assessment", ["ref"] = $"#/documents/0/sentences/0/assessments/{i}" }))))]),
        ["assessments"] = new JsonArray([.. targets.Select(t => (JsonNode)Mined(text, t.Said, t.Score, ("isNegated", t.IsDenied)))]),
    };

    private static JsonObject Mined(string text, string words, double score, (string Name, JsonNode Value) more) => new()
    {
        ["sentiment"] = "negative", ["confidenceScores"] = new JsonObject { ["positive"] = 1 - score, ["negative"] = score },
        ["offset"] = text.IndexOf(words, StringComparison.Ordinal), ["length"] = words.Length, ["text"] = words, [more.Name] = more.Value,
    };

    private static JsonObject Recognised(string text, IEnumerable<(string Category, string Words, double Score)> found)
    {
        var (entities, redacted) = (new JsonArray(), text);
        foreach (var (category, words, score) in found)
        {
            var at = text.IndexOf(words, StringComparison.Ordinal);
            entities.Add(new JsonObject { ["text"] = words, ["category"] = category, ["offset"] = at, ["length"] = words.Length, ["confidenceScore"] = score });
            redacted = redacted.Replace(words, new string('*', words.Length), StringComparison.Ordinal);
        }
        return new JsonObject { ["redactedText"] = redacted, ["entities"] = entities };
    }
}
