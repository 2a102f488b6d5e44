using EngagementBot.Content;
using EngagementBot.Content.Locales;
using EngagementBot.TextAnalytics.Learning;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.TextAnalytics.Languages;

/// <summary>Learns the offered languages from their own texts, and the others from samples; other scripts speak for themselves.</summary>
internal sealed class LanguageDetector
{
    private const double MostlyTheSame = 0.5;
    private const double PlainlyAnother = 0.6;

    // What another language is worth before a text is read: most residents write in an offered one.
    private const float OddsOfOthers = 0.5f;

    // Nobody changes the language at every second message.
    private const float OddsOfHint = 12;

    private readonly ContentLibrary _content;
    private readonly OtherLanguages _others;
    private readonly Scripts _scripts;
    private readonly HashSet<string> _offered;
    private readonly SharedTerms _terms;
    private readonly Classifier _typed;
    private readonly Classifier _neighbours;

    // By tag: the first locale with mostly the same examples, such as es for es-MX; itself for all others.
    private readonly Dictionary<string, string> _variantOf;

    public LanguageDetector(ContentLibrary content, LearningCache cache)
    {
        _content = content;
        _others = OtherLanguages.Read();
        _scripts = new Scripts(_others);
        _variantOf = content.Locales.Values.ToDictionary(l => l.Tag, l => content.Locales.Values.First(o => o == l || AreVariants(o, l)).Tag);
        _offered = [.. content.Locales.Keys];
        var examples = new LanguageExamples(content, [.. content.Locales.Values.Where(l => _variantOf[l.Tag] == l.Tag)], _others, _scripts);
        _terms = cache.Get("terms", SharedTerms.Read, (terms, file) => terms.Write(file), examples.Terms);
        _typed = Learned(cache, "languages", () => examples.Typed(_terms));
        _neighbours = Learned(cache, "neighbours", examples.Neighbours);
    }

    /// <param name="hint">The language used so far: between variants of one language it is that one.</param>
    public DetectedLanguage Detect(string text, string? hint = null)
    {
        var words = Word.Read(text);
        if (_scripts.Tell(text) is { } told)
            return _others.IsShared(told.Script) ? Neighbour(told, Features(text, words), hint) : Named(told.Language, told.Confidence, hint);
        var telling = words.Where(Tells).ToList();
        if (telling.Count == 0)
            return DetectedLanguage.Unknown;
        var (best, score) = Best(_typed, Features(text, _terms.Without(words)), hint);
        var confidence = score * Evidence(telling);
        return IsName(text, words) && confidence < 0.6 ? DetectedLanguage.Unknown : Named(best, confidence, hint);
    }

    // Words as they are compared, and as they are written: accents tell much where they are typed.
    public static uint[] Features(string text, IReadOnlyList<Word> words)
    {
        var features = new Features();
        foreach (var word in words)
        {
            features.Add(word.Text).AddPieces(word.Text, 1, 4);
            foreach (var letter in text.AsSpan(word.Start, word.Length))
            {
                if (letter > 0x7F)
                    features.Add(char.ToLowerInvariant(letter).ToString());
            }
        }
        return features.Hashes;
    }

    private static Classifier Learned(LearningCache cache, string name, Func<IEnumerable<Example>> examples) => cache.Get(
        name, Classifier.Read, (model, file) => model.Write(file), () => Classifier.Learn([.. examples()], trustInCounts: 2, new Passes(2), balanced: true));

    private (string Language, float Score) Best(Classifier classifier, uint[] features, string? hint)
    {
        var scores = classifier.Classify(features);
        for (var label = 0; label < scores.Length; label++)
        {
            if (!_offered.Contains(classifier.Labels[label]))
                scores[label] *= OddsOfOthers;
            else if (classifier.Labels[label] == hint)
                scores[label] *= OddsOfHint;
        }
        var best = Array.IndexOf(scores, scores.Max());
        return (classifier.Labels[best], scores[best] / scores.Sum());
    }

    // Its letters may tell the language, else its words: in doubt it is the offered one of the script, not for certain.
    private DetectedLanguage Neighbour(ToldScript told, uint[] features, string? hint)
    {
        var (best, score) = Best(_neighbours, features, hint);
        if (best == told.Language || (best != told.Script && score >= PlainlyAnother))
            return Named(best, Math.Min(told.Confidence, score), hint);
        return Named(told.Language, told.Language == told.Script ? PlainlyAnother : told.Confidence, hint);
    }

    private bool Tells(Word word) => !_terms.Has(word) && !_others.Neutral.Contains(word.Text) && !char.IsAsciiDigit(word.Text[0]) | word.Text.Any(char.IsLetter);

    // One short word fits many languages: it must not flip a conversation.
    private static double Evidence(List<Word> telling) => telling.Sum(w => w.Length) switch
    {
        <= 3 => 0.5,
        <= 6 => 0.9,
        <= 10 => 0.95,
        _ => 1,
    };

    private static bool IsName(string text, IReadOnlyList<Word> words) => words.Count <= 4 && words.All(w => !char.IsLower(text[w.Start]));

    private static bool AreVariants(Locale one, Locale other)
    {
        var examples = one.Profile.Kinds["complaint"];
        return examples.Count > 0 && examples.Intersect(other.Profile.Kinds["complaint"]).Count() >= examples.Count * MostlyTheSame;
    }

    private DetectedLanguage Named(string language, double confidence, string? hint)
    {
        var locale = _content.Find(language);
        if (locale is not null && hint is not null && _variantOf.GetValueOrDefault(hint) == _variantOf[locale.Tag])
            locale = _content.Locales[hint];
        return new DetectedLanguage(
            locale?.Profile.EnglishName ?? _others.Name(language), locale?.Tag ?? language, Math.Round(confidence, 3));
    }
}
