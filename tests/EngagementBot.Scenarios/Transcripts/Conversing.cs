using System.Text.RegularExpressions;
using EngagementBot.Content;
using EngagementBot.Scenarios.DirectLine;

namespace EngagementBot.Scenarios.Transcripts;

/// <summary>Plays a transcript against a service, keeps the whole conversation, and notes each line that does not come true.</summary>
internal sealed partial class Conversing(Func<Task<IResident>> arrives, Transcript transcript) : IDisposable
{
    private readonly List<string> _said = [];
    private readonly List<string> _wrong = [];
    private IResident? _client;
    private IReadOnlyList<BotMessage> _replies = [];
    private string? _receipt;
    private string _text = "";
    private int _heardTo;

    public IReadOnlyList<string> Wrong => _wrong;

    /// <summary>The conversation as it was, with what is wrong below the place where it shows.</summary>
    public string Said => string.Join('\n', _said);

    public async Task PlayAsync()
    {
        await BeginAsync();
        foreach (var line in transcript.Lines)
        {
            if (line.Speech == Speech.NewConversation)
                await BeginAsync();
            else if (line.Speech == Speech.Resident)
                await SayAsync(line);
            else
                Compare(line);
        }
    }

    public void Dispose() => _client?.Dispose();

    private async Task BeginAsync()
    {
        _client?.Dispose();
        _client = await arrives();
        Hear(_client.Greeting);
    }

    private async Task SayAsync(TranscriptLine line)
    {
        var words = line.Spoken(_receipt);
        _said.AddRange("", $"> {(words.Length > 400 ? $"{words[..60]} … ({words.Length} characters)" : words)}");
        Hear(await _client!.SayAsync(words));
        if (_replies.Count == 0)
            Note(line, "has no reply");
    }

    private void Hear(IReadOnlyList<BotMessage> replies)
    {
        _replies = replies;
        _text = string.Join('\n', replies.Select(r => Plain(r.Text)));
        _heardTo = 0;
        _receipt = replies.Select(r => ReceiptShown().Match(r.Text)).LastOrDefault(m => m.Success)?.Groups[1].Value ?? _receipt;
        foreach (var reply in replies)
            _said.AddRange($"< {reply.Text.ReplaceLineEndings("\n  ")}", transcript.IsByText ? Cost(reply.Text) : $"  [ {string.Join(" ] [ ", reply.Suggestions)} ]");
        if (Placeholder().Match(_text) is { Success: true } unfilled)
            Note($"{transcript.Name}: {unfilled.Value} is said as it stands");
    }

    private void Compare(TranscriptLine line)
    {
        if (line.Speech == Speech.Suggestion && !_replies.SelectMany(r => r.Suggestions).Select(Plain).Contains(line.Text))
            Note(line, "cannot be tapped");
        else if (line.Speech == Speech.Unsaid && line.EndIn(_text, 0) >= 0)
            Note(line, "is said");
        else if (line.Speech == Speech.Reply && line.EndIn(_text, _heardTo) is var end)
            HeardTo(line, end);
    }

    private void HeardTo(TranscriptLine line, int end)
    {
        if (end < 0)
            Note(line, "is not said, or not in this order");
        else
            _heardTo = end;
    }

    private void Note(TranscriptLine line, string what) => Note($"{transcript.Name}:{line.Number}: \"{line.Text}\" {what}");

    private void Note(string wrong)
    {
        _wrong.Add(wrong);
        _said.Add($"  ^^^ {wrong}");
    }

    private static string Cost(string text) => SmsSegments.Of(text) is var cost && cost.IsGsm7
        ? $"  ({cost.Characters} characters, {cost.Segments} segments, GSM-7)"
        : $"  ({cost.Characters} characters, {cost.Segments} segments, UCS-2 because of \"{cost.Culprit}\")";

    // Who writes a transcript sees neither bold print nor the marks that set apart what runs the other way.
    private static string Plain(string text) => WhiteSpace().Replace(Marks().Replace(text, ""), " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"\*\*|[\u200E\u200F\u2066-\u2069]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?:\*\*|\n)[\u200E\u2066-\u2068]?(\d{4} \d{4} \d{4} \d{4})")]
    private static partial Regex ReceiptShown();

    [GeneratedRegex(@"\{[a-z][a-z.-]*\}")]
    private static partial Regex Placeholder();
}
