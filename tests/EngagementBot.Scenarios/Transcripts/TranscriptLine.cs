using System.Globalization;
using System.Text.RegularExpressions;

namespace EngagementBot.Scenarios.Transcripts;

internal enum Speech
{
    /// <summary>&gt; what the resident says.</summary>
    Resident,

    /// <summary>&lt; the beginning or a part of what the bot answers.</summary>
    Reply,

    /// <summary>! what the bot must not say now.</summary>
    Unsaid,

    /// <summary>[ what can be tapped ].</summary>
    Suggestion,

    /// <summary>= the resident comes back another day: a new conversation.</summary>
    NewConversation,
}

internal sealed partial record TranscriptLine(Speech Speech, string Text, int Number)
{
    /// <returns>Null if it is none.</returns>
    public static TranscriptLine? Read(string line, int number) => line[0] switch
    {
        '>' => new(Speech.Resident, line[1..].Trim(), number),
        '<' => new(Speech.Reply, line[1..].Trim(), number),
        '!' => new(Speech.Unsaid, line[1..].Trim(), number),
        '[' when line[^1] == ']' => new(Speech.Suggestion, line[1..^1].Trim(), number),
        '=' => new(Speech.NewConversation, "", number),
        _ => null,
    };

    /// <summary>What is sent: with the receipt of before, with repetitions and with characters that no keyboard has.</summary>
    public string Spoken(string? receipt)
    {
        var text = Text.Replace("{receipt}", receipt, StringComparison.Ordinal);
        text = Repetition().Replace(text, m => string.Concat(Enumerable.Repeat(m.Groups[2].Value, int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture))));
        return Character().Replace(text, m => char.ConvertFromUtf32(int.Parse(m.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
    }

    /// <returns>Where the words end in what was said from <paramref name="start"/> on; -1 if they are not there.</returns>
    public int EndIn(string said, int start)
    {
        var pattern = Regex.Escape(Text).Replace("\\*", ".*?", StringComparison.Ordinal).Replace("\\{receipt}", @"\d{4} \d{4} \d{4} \d{4}", StringComparison.Ordinal);
        var match = new Regex(pattern, RegexOptions.Singleline).Match(said, start);
        return match.Success ? match.Index + match.Length : -1;
    }

    [GeneratedRegex(@"\{(\d+) times (.+?)\}")]
    private static partial Regex Repetition();

    [GeneratedRegex(@"\{U\+([0-9A-F]{4,6})\}")]
    private static partial Regex Character();
}
