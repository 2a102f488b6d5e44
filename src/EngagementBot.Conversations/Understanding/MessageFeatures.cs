using EngagementBot.Content;
using EngagementBot.TextAnalytics.Learning;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.Conversations.Understanding;

/// <summary>What of a message the classifiers see: its words without the greetings and politeness around them.</summary>
internal sealed class MessageFeatures
{
    private const int TimesSaid = 2;
    private const int TimesOpened = 3;

    private readonly PhraseBook<bool> _fillers = new();

    public MessageFeatures(ContentLibrary content)
    {
        foreach (var filler in content.Locales.Values.SelectMany(l => l.Profile.Fillers))
            _fillers.Add(filler, true);
    }

    /// <summary>A message of nothing but politeness stays as it is: then that is what it says.</summary>
    public IReadOnlyList<Word> WithoutFillers(IReadOnlyList<Word> words)
    {
        var kept = new bool[words.Count];
        Array.Fill(kept, true);
        foreach (var filler in _fillers.Find(words))
            Array.Fill(kept, false, filler.First, filler.Last - filler.First + 1);
        return kept.Contains(true) && kept.Contains(false) ? [.. words.Where((_, at) => kept[at])] : words;
    }

    public static uint[] OfTopic(IReadOnlyList<Word> words) => new Features().AddWords(words).Hashes;

    public static uint[] OfKind(string text, IReadOnlyList<Word> words, Evidence evidence)
    {
        var features = new Features().AddWords(words);
        AddOpening(features, words);
        features.Add(Length(words.Count));
        AddSignals(features, [.. evidence.Names]);
        if (HasQuestionMark(text))
            features.Add("?");
        return features.Hashes;
    }

    public static bool HasQuestionMark(string text) => text.AsSpan().ContainsAny('?', '؟', '？');

    // Two words are a greeting or a name sooner than a complaint.
    private static string Length(int words) => words switch
    {
        <= 2 => "to 2",
        <= 5 => "to 5",
        <= 10 => "to 10",
        <= 20 => "to 20",
        _ => "more",
    };

    // How a message begins tells a question from a report: "can they hit me", "they hit me".
    private static void AddOpening(Features features, IReadOnlyList<Word> words)
    {
        for (var time = 0; time < TimesOpened && words.Count > 0; time++)
        {
            features.Add($"^{words[0].Text}");
            if (words.Count > 1)
                features.Add($"^{words[0].Text} {words[1].Text}");
        }
    }

    // A few signals stand against a hundred pieces of words, so each is said several times.
    private static void AddSignals(Features features, string[] names)
    {
        for (var time = 0; time < TimesSaid; time++)
        {
            foreach (var name in names)
            {
                features.Add(name);
                foreach (var other in names.Where(o => string.CompareOrdinal(name, o) < 0))
                    features.Add($"{name} {other}");
            }
        }
    }
}
