using System.Globalization;
using System.Text.RegularExpressions;

namespace EngagementBot.TextAnalytics.Azure;

/// <summary>What the service sent for one document, read. Null for what makes no sense: it counts as no answer.</summary>
internal static partial class WireReading
{
    public static DetectedLanguage? Language(LanguageDocument document)
    {
        if (document.DetectedLanguage is not { Iso6391Name: { Length: > 0 } code } found || found.ConfidenceScore is not (>= 0 and <= 1))
            return null;
        if (code == "(Unknown)")
            return DetectedLanguage.Unknown;
        return !Codes().IsMatch(code) ? null : new DetectedLanguage(found.Name ?? "", LanguageCodes.Tag(code), found.ConfidenceScore);
    }

    public static AnalyzedSentiment? Sentiment(SentimentDocument document)
    {
        if (Feeling(document.Sentiment) is not { } feeling || document.ConfidenceScores is not { } scores)
            return null;
        var opinions = (document.Sentences ?? []).OfType<WireSentence>()
            .SelectMany(s => (s.Targets ?? []).OfType<WireTarget>().Select(t => Opinion(document, t))).OfType<SentenceOpinion>();
        return new AnalyzedSentiment(new DocumentSentiment(feeling, Score(feeling, scores)), [.. opinions]);
    }

    public static PiiEntityCollection? Entities(string text, PiiDocument document)
    {
        var entities = (document.Entities ?? []).OfType<WireEntity>().ToList();
        if (document.Entities is null || entities.Exists(e => e.Category is null || e.Offset < 0 || e.Length <= 0 || e.Offset > text.Length - e.Length))
            return null;
        return new PiiEntityCollection([.. entities.Select(e => new PiiEntity(e.Category!, e.Offset, e.Length, e.ConfidenceScore))]);
    }

    private static TextSentiment? Feeling(string? word) => word switch
    {
        "positive" => TextSentiment.Positive,
        "neutral" => TextSentiment.Neutral,
        "negative" => TextSentiment.Negative,
        "mixed" => TextSentiment.Mixed,
        _ => null,
    };

    // Mixed has no score of its own: as much as both sides have together.
    private static double Score(TextSentiment feeling, WireScores scores) => Math.Clamp(
        feeling switch
        {
            TextSentiment.Positive => scores.Positive,
            TextSentiment.Neutral => scores.Neutral,
            TextSentiment.Negative => scores.Negative,
            _ => scores.Positive + scores.Negative,
        },
        0, 1);

    private static SentenceOpinion? Opinion(SentimentDocument document, WireTarget target)
    {
        if (target.Text is null || Feeling(target.Sentiment) is not { } feeling)
            return null;
        var said = (target.Relations ?? []).Where(r => r is { RelationType: "assessment" }).Select(r => Assessment(document, r!.Ref)).OfType<WireAssessment>();
        return new SentenceOpinion(
            target.Text, feeling, target.ConfidenceScores is { } scores ? Score(feeling, scores) : null,
            [.. said.Where(a => !string.IsNullOrEmpty(a.Text)).Select(a => new AssessmentSentiment(a.Text!, a.IsNegated))]);
    }

    // #/documents/0/sentences/1/assessments/0
    private static WireAssessment? Assessment(SentimentDocument document, string? pointer)
    {
        var steps = pointer?.Split('/') ?? [];
        return steps is ["#", "documents", _, "sentences", var sentence, "assessments", var assessment]
            && document.Sentences is { } sentences && Index(sentence) is { } s && s < sentences.Count
            && sentences[s]?.Assessments is { } assessments && Index(assessment) is { } a && a < assessments.Count
            ? assessments[a]
            : null;
    }

    [GeneratedRegex("^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}$")]
    private static partial Regex Codes();

    private static int? Index(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
