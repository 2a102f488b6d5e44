using System.Text.RegularExpressions;
using EngagementBot.Scenarios.DirectLine;

namespace EngagementBot.Scenarios.Transcripts;

/// <summary>Plays a transcript against a service, keeps the whole conversation, and notes each line that does not come true.</summary>
internal sealed partial class Conversing(Uri service, Transcript transcript) : IDisposable
{
    private readonly List<string> _said = [];
    private readonly List<string> _wrong = [];
    private DirectLineClient? _client;
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
        _client = await DirectLineClient.StartAsync(service, transcript.Language);
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
        _text = string.Join('\n', replies.Select(r => WhiteSpace().Replace(r.Text.Replace("*", "", StringComparison.Ordinal), " ")));
        _heardTo = 0;
        _receipt = ReceiptShown().Match(_text) is { Success: true } shown ? shown.Value : _receipt;
        foreach (var reply in replies)
            _said.AddRange($"< {reply.Text.ReplaceLineEndings("\n  ")}", $"  [ {string.Join(" ] [ ", reply.Suggestions)} ]");
    }

    private void Compare(TranscriptLine line)
    {
        if (line.Speech == Speech.Suggestion && !_replies.Any(r => r.Suggestions.Contains(line.Text)))
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

    private void Note(TranscriptLine line, string what)
    {
        var note = $"{transcript.Name}:{line.Number}: \"{line.Text}\" {what}";
        _wrong.Add(note);
        _said.Add($"  ^^^ {note}");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"\b\d{4} \d{4} \d{4} \d{4}\b")]
    private static partial Regex ReceiptShown();
}
