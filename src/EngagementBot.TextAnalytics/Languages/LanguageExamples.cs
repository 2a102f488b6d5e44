using EngagementBot.Content;
using EngagementBot.Content.Locales;
using EngagementBot.TextAnalytics.Learning;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.TextAnalytics.Languages;

/// <summary>What the languages are learned from: the texts of the offered ones, and samples of others.</summary>
/// <param name="locales">The offered languages, each once: without the variants of another.</param>
internal sealed class LanguageExamples(ContentLibrary content, IReadOnlyList<Locale> locales, OtherLanguages others, Scripts scripts)
{
    // Long texts are cut, or the classifier would learn sentences and not words.
    private const int WordsInPiece = 6;
    private const int EnoughPieces = 2000;
    private const int EnoughLetters = 800;
    private const float SampleWeight = 3;
    private const float DeclarationWeight = 1;
    private const double Mostly = 0.6;

    /// <summary>In Latin letters. Of a language with letters of its own, what is typed in Latin ones: Hinglish, Arabizi, pinyin, translit.</summary>
    public IEnumerable<Example> Typed(SharedTerms terms)
    {
        var english = Texts(content.Reference).SelectMany(Word.Read).Select(w => w.Text).ToHashSet();
        foreach (var locale in locales)
        {
            // Terms that everybody says in English teach nothing about another language.
            foreach (var piece in Typed(Openings(locale)).Concat(Sampled([.. Typed(Texts(locale))], EnoughPieces)).Where(p => locale == content.Reference || !IsMostly(english, p)))
                yield return Example(locale.Tag, piece, 1, terms);
        }
        foreach (var example in Samples(s => scripts.Tell(s) is null))
            yield return example;
    }

    private IEnumerable<string> Typed(IEnumerable<string> texts) => texts.Where(t => scripts.Tell(t) is null).SelectMany(Pieces);

    /// <summary>In the other scripts that several languages share, such as Cyrillic.</summary>
    public IEnumerable<Example> Neighbours()
    {
        foreach (var locale in locales.Where(l => others.IsShared(l.Tag)))
        {
            foreach (var piece in InScript(Openings(locale)).Concat(Sampled([.. InScript(Texts(locale))], EnoughLetters)))
                yield return Example(locale.Tag, piece, 1);

            IEnumerable<string> InScript(IEnumerable<string> texts) => texts.Where(t => scripts.Tell(t)?.Script == locale.Tag).SelectMany(Pieces);
        }
        foreach (var example in Samples(s => scripts.Tell(s) is { } told && others.IsShared(told.Script)))
            yield return example;
    }

    // The locale of a language that is offered knows more than the samples; both are its examples.
    private IEnumerable<Example> Samples(Func<string, bool> isInScript) =>
        from weighted in new[] { (Of: others.Samples, Weight: SampleWeight), (Of: others.Declaration, Weight: DeclarationWeight) }
        from language in weighted.Of
        from sample in language.Value
        where isInScript(sample)
        from piece in Pieces(sample)
        select Example(content.Find(language.Key)?.Tag ?? language.Key, piece, weighted.Weight);

    public SharedTerms Terms() => SharedTerms.Of([.. locales.Select(Texts)]);

    private static Example Example(string language, string piece, float weight, SharedTerms? terms = null)
    {
        var words = Word.Read(piece);
        return new(language, LanguageDetector.Features(piece, terms?.Without(words) ?? words), weight);
    }

    private static bool IsMostly(HashSet<string> words, string piece) => Word.Read(piece) is var all && all.Count(w => words.Contains(w.Text)) > all.Count * Mostly;

    // Evenly from all of them: more pieces make the start slower and the language no surer.
    private static IEnumerable<string> Sampled(List<string> pieces, int enough)
    {
        var step = Math.Max(1, pieces.Count / enough);
        for (var at = 0; at < pieces.Count; at += step)
            yield return pieces[at];
    }

    private static IEnumerable<string> Texts(Locale locale) =>
        locale.Answers.Values.SelectMany(a => a.Questions.Append(a.Title))
            .Concat(locale.Profile.Kinds.Values.SelectMany(k => k))
            .Concat(locale.SayAll("").Select(t => t.Text));

    // What conversations begin with is short, and must be told by a word or two: all of it.
    private static IEnumerable<string> Openings(Locale locale) =>
        locale.Profile.Kinds["greeting"].Concat(locale.Profile.Kinds["thanks"]).Concat(locale.Profile.Fillers).Concat(locale.Profile.Follow);

    private static IEnumerable<string> Pieces(string text)
    {
        var words = Word.Read(text);
        for (var first = 0; first < words.Count; first += WordsInPiece)
        {
            var last = words[Math.Min(first + WordsInPiece, words.Count) - 1];
            yield return text[words[first].Start..last.End];
        }
    }
}
