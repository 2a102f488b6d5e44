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
    private const float OtherWeight = 3;

    private readonly ContentLibrary _content;
    private readonly OtherLanguages _others = OtherLanguages.Read();
    private readonly Scripts _scripts;
    private readonly Classifier _classifier;

    public LanguageDetector(ContentLibrary content)
    {
        _content = content;
        _scripts = new Scripts(_others);
        _classifier = Classifier.Learn([.. Examples()], trustInCounts: 1, passes: 2);
    }

    public DetectedLanguage Detect(string text)
    {
        if (_scripts.Tell(text) is { } told)
            return Named(told.Language, told.Confidence);
        var words = Word.Read(text);
        var telling = words.Where(Tells).ToList();
        if (telling.Count == 0)
            return DetectedLanguage.Unknown;
        var scores = _classifier.Classify(Features(text, words));
        var best = Array.IndexOf(scores, scores.Max());
        var confidence = scores[best] * Evidence(telling);
        return IsName(text, words) && confidence < 0.6 ? DetectedLanguage.Unknown : Named(_classifier.Labels[best], confidence);
    }

    private bool Tells(Word word) => !_others.Neutral.Contains(word.Text) && !char.IsAsciiDigit(word.Text[0]) | word.Text.Any(char.IsLetter);

    // One short word fits many languages: it must not flip a conversation.
    private static double Evidence(List<Word> telling) => telling.Sum(w => w.Length) switch
    {
        <= 3 => 0.5,
        <= 6 => 0.85,
        <= 10 => 0.95,
        _ => 1,
    };

    private static bool IsName(string text, IReadOnlyList<Word> words) => words.Count <= 4 && words.All(w => !char.IsLower(text[w.Start]));

    private DetectedLanguage Named(string language, double confidence)
    {
        var locale = _content.Find(language);
        return new DetectedLanguage(
            locale?.Profile.EnglishName ?? _others.Names.GetValueOrDefault(language, ""), locale?.Tag ?? language, Math.Round(confidence, 3));
    }

    private IEnumerable<Example> Examples()
    {
        var offered = _content.Locales.Values.Where(l => _scripts.Tell(l.Profile.Name) is null).ToList();
        foreach (var locale in offered)
        {
            foreach (var piece in Sampled([.. Texts(locale).SelectMany(Pieces)]))
                yield return new Example(locale.Tag, Features(piece, Word.Read(piece)));
        }
        foreach (var (language, samples) in _others.Samples)
        {
            // The locale of a language that is offered knows more than the samples; both are its examples.
            foreach (var sample in samples.SelectMany(Pieces))
                yield return new Example(_content.Find(language)?.Tag ?? language, Features(sample, Word.Read(sample)), OtherWeight);
        }
    }

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
