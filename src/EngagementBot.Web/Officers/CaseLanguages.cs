using System.Globalization;
using EngagementBot.Casework.Cases;
using EngagementBot.Content;
using EngagementBot.Content.Locales;
using EngagementBot.TextAnalytics.Languages;
using EngagementBot.Web.Settings;

namespace EngagementBot.Web.Officers;

/// <summary>The languages of residents, as officers need them: an English name, and how the page marks the words.</summary>
internal sealed class CaseLanguages(ContentLibrary content, ServiceSettings settings)
{
    public IEnumerable<(string Tag, string Name)> Offered => content.Locales.Values.Select(l => (l.Tag, Name(l.Tag))).OrderBy(l => l.Item2, StringComparer.Ordinal);

    /// <summary>A language that is not offered, or not any more, has the local analysis's name or the framework's.</summary>
    public string Name(string tag) => content.Find(tag)?.Profile.EnglishName is { Length: > 0 } name ? name : LanguageNames.InEnglish(tag) ?? Culture(tag)?.EnglishName ?? tag;

    /// <summary>Vietnamese; Bengali, answered in English.</summary>
    public string Names(Case about) => about.WordsLanguage is { } words ? $"{Name(words)}, answered in {Name(about.Language)}" : Name(about.Language);

    /// <summary>The ready replies in the resident's language, each with its English text; the case's number stands in them already.</summary>
    public IEnumerable<(ReadyReply English, string Text)> Replies(Case about) => content.Reference.Replies.Zip(
        (content.Find(about.Language) ?? content.Reference).Replies, (english, own) => (english, own.Text.Replace("{number}", about.Number, StringComparison.Ordinal)));

    /// <summary>Sentiment. Azure AI Language: positive 0.86; local analysis: negative</summary>
    public string TwoOpinions(Disagreement on) => on.On switch
    {
        Disagreement.Sentiment => $"Sentiment. Azure AI Language: {Scored(on.Service, on.Score)}; local analysis: {on.Local}",
        Disagreement.Language => $"Language. Azure AI Language: {Scored(Name(on.Service), on.Score)}; local analysis: {Name(on.Local)}",
        _ => $"Urgency. With Azure AI Language: {on.Service}; local analysis alone: {on.Local}. The stronger one counts.",
    };

    /// <summary>negative 0.99</summary>
    public static string Scored(string opinion, double? score) => score is { } value ? string.Create(CultureInfo.InvariantCulture, $"{opinion} {value:0.00}") : opinion;

    public string Direction(string tag) => (content.Find(tag)?.IsRightToLeft ?? Culture(tag)?.TextInfo.IsRightToLeft) == true ? "rtl" : "ltr";

    /// <summary>Nobody in the office is said to read this language (Agency:Office:Languages).</summary>
    public bool NeedsInterpreter(string tag) => !settings.OfficeLanguages.Contains(tag) && !settings.OfficeLanguages.Contains(tag.Split('-')[0]);

    /// <summary>Of the resident's words, and of the replies where that is another one.</summary>
    public IReadOnlyList<string> InterpretersFor(Case about) => [.. new[] { about.LanguageOfWords, about.Language }.Distinct().Where(NeedsInterpreter).Select(Name)];

    // A service may name a language that the framework has never heard of.
    private static CultureInfo? Culture(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
