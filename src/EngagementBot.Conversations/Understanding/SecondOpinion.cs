using EngagementBot.Casework.Cases;
using EngagementBot.Content;
using EngagementBot.TextAnalytics;
using EngagementBot.TextAnalytics.Azure;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.Conversations.Understanding;

/// <summary>The service in front of the local analysis: what it is asked, and what its answer changes.
/// Language and feeling are the service's where it tells them; kind, topic and danger are always ours.</summary>
/// <param name="isAskedAlways">False to ask only where the local analysis is unsure.</param>
/// <param name="use">Counts what is not asked.</param>
public sealed class SecondOpinion(ContentLibrary content, ITextAnalytics service, bool isAskedAlways, ServiceUse use)
{
    // "Ok", "hola", a name: too short for another opinion, and it must not turn a conversation round.
    private const int FewestWords = 3;
    private const double Certain = 0.8;
    private const double VeryNegative = 0.75;
    private const int Ordinary = 3;
    private const int MostOpinions = 5;
    private static readonly string[] Filed = ["complaint", "concern", "emergency", "praise"];

    // Without a sign that could stand in a number or an address there is nothing to recognise.
    private const int FewestDigits = 4;

    /// <returns>Null if there is nothing to ask.</returns>
    internal TextQuestion? Question(Said said, TextAnalysis local, Reading reading)
    {
        if (said.Asks == ServiceMay.NotBeAsked)
            return null;
        var isLong = Word.Read(said.Text).Count >= FewestWords;
        var all = new TextQuestion(
            said.Text, LanguageOf(said, local.Language), isLong && said.Asks != ServiceMay.TellPersonalData, isLong && said.Asks != ServiceMay.TellPersonalData,
            said.Text.Count(char.IsDigit) >= FewestDigits || said.Text.AsSpan().ContainsAny('@', '＠'));
        var asked = isAskedAlways ? all : all with { Language = all.Language && !IsSure(local.Language), Sentiment = all.Sentiment && IsFeelingWanted(said, local, reading) };
        use.Spare(all.Documents - asked.Documents);
        return asked.Documents > 0 ? asked : null;
    }

    internal async ValueTask<Heard> AskAsync(TextQuestion question, TextAnalysis local, CancellationToken cancellationToken)
    {
        var answer = await service.AnalyzeAsync(question, cancellationToken);
        return new Heard(Language(answer.Language, local.Language), answer);
    }

    /// <summary>Puts both together. The stronger of two urgencies wins, and where the two differ both are kept. Danger is told by the words
    /// of both: one that the service takes for its neighbour's language has lost its single words there.</summary>
    /// <param name="felt">The local analysis by itself: what the kind of the message makes of a feeling, the service has not been asked.</param>
    /// <param name="text">As it was sent.</param>
    internal static Reading Weigh(string text, Reading reading, Reading local, TextSentiment felt, Heard heard)
    {
        var isDanger = Math.Min(reading.Urgency, local.Urgency) == Urgency.ActNow;
        var stronger = reading.Urgency < local.Urgency || (reading.Urgency == local.Urgency && !isDanger) ? reading : local;
        var urgency = Math.Min(stronger.Urgency, UrgencyByFeeling(stronger.Kind, heard.Answer.Sentiment));
        return stronger with
        {
            Language = heard.Language,
            Sentiment = heard.Answer.Sentiment is { } sentiment ? Feeling.Of(stronger.Kind, sentiment.Sentiment) : stronger.Sentiment,
            Urgency = urgency,
            Signals = isDanger ? [.. stronger.Signals.Union(local.Signals).Union(reading.Signals)] : stronger.Signals,
            Masked = heard.Answer.Masked is { Kinds.Count: > 0 } masked ? masked : null,
            Disagreements = [.. Differences(local, felt, heard, urgency)],
            Opinions = [.. Opinions(heard.Answer, text)],
            IsLanguageDisputed = IsSure(local.Language) && heard.Language.Iso6391Name != local.Language.Iso6391Name,
        };
    }

    // An officer wants to know of whom the text speaks, not to read it twice.
    private static IEnumerable<Opinion> Opinions(ServiceAnalysis answer, string text) => answer.Opinions
        .Where(o => o.Assessments.Count > 0)
        .Select(o => new Opinion(o.Target, Sentiments.Name(o.Sentiment), o.ConfidenceScore, [.. o.Assessments.Select(a => new Assessment(a.Text, a.IsNegated))]))
        .Where(o => o.StandsIn(answer.Masked?.Text ?? text)).Take(MostOpinions);

    private static IEnumerable<Disagreement> Differences(Reading local, TextSentiment felt, Heard heard, int urgency)
    {
        if (heard.Answer.Sentiment is { } sentiment && sentiment.Sentiment != felt)
            yield return new(Disagreement.Sentiment, Sentiments.Name(sentiment.Sentiment), sentiment.ConfidenceScore, Sentiments.Name(felt));
        if (heard.Answer.Language is { } language && local.Language.IsKnown && heard.Language.Iso6391Name != local.Language.Iso6391Name)
            yield return new(Disagreement.Language, heard.Language.Iso6391Name, language.ConfidenceScore, local.Language.Iso6391Name);
        if (urgency != local.Urgency)
            yield return new(Disagreement.Urgency, $"{urgency}", null, $"{local.Urgency}");
    }

    // Praise that is bitter: a feeling only ever raises.
    private static int UrgencyByFeeling(string kind, DocumentSentiment? sentiment) =>
        Filed.Contains(kind) && sentiment is { Sentiment: TextSentiment.Negative, ConfidenceScore: >= VeryNegative } ? Ordinary : int.MaxValue;

    private string LanguageOf(Said said, DetectedLanguage detected) => IsSure(detected) ? detected.Iso6391Name : said.Language ?? content.Reference.Tag;

    private static bool IsSure(DetectedLanguage language) => language.IsKnown && language.ConfidenceScore >= Certain;

    // The feeling matters where a case may come of it, and where our words of feeling tell little.
    private static bool IsFeelingWanted(Said said, TextAnalysis local, Reading reading) =>
        (said.Asks == ServiceMay.TellStory || Filed.Contains(reading.Kind)) && local.Sentiment.Sentiment is TextSentiment.Neutral or TextSentiment.Mixed;

    // Between variants of one language the local analysis decides: it knows which one the conversation has.
    private DetectedLanguage Language(DetectedLanguage? told, DetectedLanguage local)
    {
        if (told is not { IsKnown: true, ConfidenceScore: >= Certain })
            return local;
        if (Primary(told) == Primary(local))
            return local with { ConfidenceScore = Math.Max(told.ConfidenceScore, local.ConfidenceScore) };
        return content.Find(told.Iso6391Name) is { } locale ? new DetectedLanguage(locale.Profile.EnglishName, locale.Tag, told.ConfidenceScore) : told;
    }

    private static string Primary(DetectedLanguage language) => language.Iso6391Name.Split('-')[0];
}

/// <param name="Language">The service's where it tells one for certain, else the local one.</param>
internal sealed record Heard(DetectedLanguage Language, ServiceAnalysis Answer);
