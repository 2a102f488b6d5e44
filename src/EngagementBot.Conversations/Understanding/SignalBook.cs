using EngagementBot.Content;
using EngagementBot.TextAnalytics;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.Conversations.Understanding;

/// <summary>Finds the signals of all languages at once: danger is looked for in every one.</summary>
internal sealed class SignalBook
{
    // From here on the language is taken as told, and a single word of another one as a word that only looks alike.
    private const double Certain = 0.8;

    private readonly PhraseBook<(string Name, string Tag)> _phrases = new();

    public SignalBook(ContentLibrary content)
    {
        foreach (var locale in content.Locales.Values)
        {
            foreach (var (name, phrases) in locale.Profile.Signals)
                Add(name, locale.Tag, phrases);
            foreach (var (name, words) in locale.Profile.Sentiment)
                Add(name, locale.Tag, words);
        }
    }

    public Evidence Find(string text, IReadOnlyList<Word> words, DetectedLanguage language)
    {
        var found = new List<FoundSignal>();
        foreach (var match in _phrases.Find(words))
        {
            if (Counts(match, language) && !found.Exists(f => f.Name == match.Value.Name && f.First <= match.First && f.Last >= match.Last))
                found.Add(new FoundSignal(match.Value.Name, match.First, match.Last, words[match.First].Sentence, text[words[match.First].Start..words[match.Last].End]));
        }
        return new Evidence([.. found.Where(f => !found.Exists(o => Covers(o, f)))]);
    }

    // "Ice cream" is no officer, "no tienen derecho a" asks for no permission, "can police come" does not only imagine: the longer phrase says what the shorter one means.
    private static bool Covers(FoundSignal longer, FoundSignal shorter) =>
        longer.First <= shorter.First && longer.Last >= shorter.Last && longer.Last - longer.First > shorter.Last - shorter.First
        && (longer.Name == Evidence.Harmless || Evidence.Circumstances.Contains(shorter.Name) && longer.Name != shorter.Name);

    private static bool Counts(PhraseMatch<(string Name, string Tag)> match, DetectedLanguage language) =>
        match.Value.Tag == language.Iso6391Name || match.Value.Tag == ContentLibrary.ReferenceTag
        || language.ConfidenceScore < Certain || (match.Last > match.First && Evidence.Dangers.Contains(match.Value.Name));

    private void Add(string name, string tag, IReadOnlyList<string> phrases)
    {
        foreach (var phrase in phrases)
            _phrases.Add(phrase, (name, tag));
    }
}

/// <param name="First">Index of the first word of the message that belongs to it.</param>
/// <param name="Last">Index of the last one.</param>
internal sealed record FoundSignal(string Name, int First, int Last, int Sentence, string Words);
