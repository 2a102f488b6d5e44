using EngagementBot.Content;
using EngagementBot.Content.Locales;
using EngagementBot.TextAnalytics;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.Conversations.Turns;

/// <summary>Which language the replies have: the resident's choice, else a certain detection, else the last one used.
/// An answer inside a dialog never changes it.</summary>
internal sealed class LanguageChoice(ContentLibrary content)
{
    /// <summary>From this confidence on, a detection may change the language of a conversation.</summary>
    private const double Certain = 0.8;

    // By what asks for a language, as words are compared. Where two languages have the same words, the first has them.
    private readonly Dictionary<string, Locale> _asked = content.Locales.Values
        .SelectMany(l => l.Profile.Asked.Append(l.Profile.Name).Select(a => (Words: Word.Fold(a), Locale: l)))
        .Where(a => a.Words.Length > 0).DistinctBy(a => a.Words).ToDictionary(a => a.Words, a => a.Locale);

    public Locale Current(Store.ConversationState state, Turn turn) =>
        content.Find(state.Language) ?? content.Find(turn.LocaleHint) ?? content.Reference;

    /// <summary>"Habla español", "in English please": understood in every language, also inside a dialog.</summary>
    public bool IsAskedFor(Exchange exchange)
    {
        if (!_asked.TryGetValue(exchange.Message.Folded, out var locale))
            return false;
        Choose(exchange, locale);
        return true;
    }

    /// <summary>The page says its language; that it is the one in use already needs no answer.</summary>
    public static void Follow(Exchange exchange, Locale? locale)
    {
        if (locale is not null && locale != exchange.Locale)
            Choose(exchange, locale);
    }

    private static void Choose(Exchange exchange, Locale locale)
    {
        exchange.Locale = locale;
        exchange.State = exchange.State with { Language = locale.Tag, IsLanguageChosen = true };
        exchange.Say(locale.Say(Phrase.LanguageChanged), exchange.State.Dialog is null ? Answering.Starters(locale) : []);
    }

    public void Settle(Exchange exchange)
    {
        var detected = exchange.Reading!.Language;
        if (exchange.State.Dialog is not null || exchange.State.IsLanguageChosen || detected.ConfidenceScore < Certain)
            return;
        if (content.Find(detected.Iso6391Name) is { } locale)
            (exchange.Locale, exchange.State) = (locale, exchange.State with { Language = locale.Tag });
    }

    /// <summary>Says so where the message is in a language that is not offered; a complaint in it is taken all the same.</summary>
    public bool SayNotOffered(Exchange exchange)
    {
        var reading = exchange.Reading!;
        if (reading.Language.ConfidenceScore < Certain || !reading.Language.IsKnown || content.Find(reading.Language.Iso6391Name) is not null)
            return false;
        var names = content.Locales.Values.Select(l => l.Profile.Name).ToList();
        exchange.Say(
            exchange.Locale.Say(Phrase.LanguageNotOffered, ("language", LanguageName(reading.Language)), ("languages", string.Join(", ", names))),
            [exchange.Locale.Say(Phrase.ActionComplaint), exchange.Locale.Say(Phrase.ActionHuman), .. names]);
        return true;
    }

    private static string LanguageName(DetectedLanguage language)
    {
        try
        {
            return System.Globalization.CultureInfo.GetCultureInfo(language.Iso6391Name, predefinedOnly: true).NativeName;
        }
        catch (System.Globalization.CultureNotFoundException)
        {
            return language.Name;
        }
    }
}
