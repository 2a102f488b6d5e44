using EngagementBot.Content;
using EngagementBot.Content.Locales;
using EngagementBot.TextAnalytics.Learning;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.TextAnalytics.Languages;

/// <summary>Learns the offered languages from their own texts, and the others from samples; other scripts speak for themselves.</summary>
internal sealed class LanguageDetector
{
    // Long texts are cut, or the classifier would learn sentences and not words.
    private const int WordsInPiece = 6;
    private const int EnoughPieces = 1600;
    private const float OtherWeight = 5;
    private const double MostlyTheSame = 0.5;
    private const double Mostly = 0.6;

    private readonly ContentLibrary _content;
    private readonly OtherLanguages _others;
    private readonly Scripts _scripts;
    private readonly Classifier _classifier;

    // By tag: the first locale with mostly the same examples, such as es for es-MX; itself for all others.
    private readonly Dictionary<string, string> _variantOf;

    public LanguageDetector(ContentLibrary content, LearningCache cache)
    {
        _content = content;
        _others = OtherLanguages.Read();
        _scripts = new Scripts(_others);
        _variantOf = content.Locales.Values.ToDictionary(l => l.Tag, l => content.Locales.Values.First(o => o == l || AreVariants(o, l)).Tag);
        _classifier = cache.Get("languages", Classifier.Read, (model, file) => model.Write(file), () => Classifier.Learn([.. Examples()], trustInCounts: 1, passes: 2));
    }

    /// <param name="hint">The language used so far: between variants of one language it is that one.</param>
    public DetectedLanguage Detect(string text, string? hint = null)
    {
        if (_scripts.Tell(text) is { } told)
            return Named(told.Language, told.Confidence, hint);
        var words = Word.Read(text);
        var telling = words.Where(Tells).ToList();
        if (telling.Count == 0)
            return DetectedLanguage.Unknown;
        var scores = _classifier.Classify(Features(text, words));
        var best = Array.IndexOf(scores, scores.Max());
        var confidence = scores[best] * Evidence(telling);
        return IsName(text, words) && confidence < 0.6 ? DetectedLanguage.Unknown : Named(_classifier.Labels[best], confidence, hint);
    }

    private bool Tells(Word word) => !_others.Neutral.Contains(word.Text) && !char.IsAsciiDigit(word.Text[0]) | word.Text.Any(char.IsLetter);

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
            locale?.Profile.EnglishName ?? _others.Names.GetValueOrDefault(language, ""), locale?.Tag ?? language, Math.Round(confidence, 3));
    }

    private IEnumerable<Example> Examples()
    {
        var english = Texts(_content.Reference).SelectMany(Word.Read).Select(w => w.Text).ToHashSet();
        // Of a language with letters of its own, what is typed in Latin ones: Hinglish, Arabizi, pinyin, translit. Terms that everybody
        // says in English teach nothing about it.
        foreach (var locale in _content.Locales.Values.Where(l => _variantOf[l.Tag] == l.Tag))
        {
            var typed = Texts(locale).Where(t => _scripts.Tell(t) is null).SelectMany(Pieces);
            foreach (var piece in Sampled([.. locale == _content.Reference ? typed : typed.Where(p => !IsMostly(english, p))]))
                yield return new Example(locale.Tag, Features(piece, Word.Read(piece)));
        }
        foreach (var (language, samples) in _others.Samples)
        {
            // The locale of a language that is offered knows more than the samples; both are its examples.
            foreach (var sample in samples.SelectMany(Pieces))
                yield return new Example(_content.Find(language)?.Tag ?? language, Features(sample, Word.Read(sample)), OtherWeight);
        }
    }

    private static bool IsMostly(HashSet<string> words, string piece) => Word.Read(piece) is var all && all.Count(w => words.Contains(w.Text)) > all.Count * Mostly;

    // Evenly from all of them: more pieces make the start slower and the language no surer.
    private static IEnumerable<string> Sampled(List<string> pieces)
    {
        var step = Math.Max(1, pieces.Count / EnoughPieces);
        for (var at = 0; at < pieces.Count; at += step)
            yield return pieces[at];
    }

    private static IEnumerable<string> Texts(Locale locale) =>
        locale.Answers.Values.SelectMany(a => a.Questions.Append(a.Title))
            .Concat(locale.Profile.Kinds.Values.SelectMany(k => k))
            .Concat(locale.Profile.Fillers).Concat(locale.Profile.Follow)
            .Concat(locale.SayAll("").Select(t => t.Text));

    private static IEnumerable<string> Pieces(string text)
    {
        var words = Word.Read(text);
        for (var first = 0; first < words.Count; first += WordsInPiece)
        {
            var last = words[Math.Min(first + WordsInPiece, words.Count) - 1];
            yield return text[words[first].Start..last.End];
        }
    }

    // Words as they are compared, and as they are written: accents tell much where they are typed.
    private static uint[] Features(string text, IReadOnlyList<Word> words)
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
}
