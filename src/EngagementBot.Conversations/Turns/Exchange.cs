using EngagementBot.Casework.Cases;
using EngagementBot.Content;
using EngagementBot.Content.Locales;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.Understanding;
using EngagementBot.TextAnalytics;

namespace EngagementBot.Conversations.Turns;

/// <summary>A turn while it is worked on: what came in, what is known, and what shall be said, filed and remembered.</summary>
internal sealed class Exchange(Turn turn, Incoming message, ConversationState state, Locale locale, long sequence, DateTimeOffset at, ServicesInUse services)
{
    private readonly List<Reply> _replies = [];

    public Turn Turn => turn;

    /// <summary>What is answered; a number that chose something has become what it chose.</summary>
    public Incoming Message { get; set; } = message;

    /// <summary>The sequence that the resident's message will have in the log.</summary>
    public long Sequence => sequence;

    public DateTimeOffset At => at;

    public ConversationState State { get; set; } = state;

    /// <summary>The language of the replies.</summary>
    public Locale Locale { get; set; } = locale;

    /// <summary>Null for what is no message.</summary>
    public Reading? Reading { get; set; }

    public IReadOnlyList<Reply> Replies => _replies;

    public NewCase? Files { get; set; }

    public CaseAddition? Adds { get; set; }

    public LeftOut? LeavesOut { get; set; }

    public long? Returns { get; set; }

    public string? Counts { get; set; }

    public long? ForgetFrom { get; set; }

    public bool StopsNews { get; set; }

    public OptOut? OptOut { get; set; }

    /// <summary>Why an officer should look at a text that is not answered; null if it is.</summary>
    public string? Parks { get; set; }

    public CasePictures? AddsPictures { get; set; }

    /// <summary>The resident's words as they may be kept; a step that takes a contact detail covers more of them.</summary>
    public string StoredText { get; set; } = message.Safe;

    /// <summary>Residents are to be told of services outside, and this one has not been.</summary>
    public bool IsServiceNoticeDue => services.Names.Count > 0 && !State.IsToldOfServices;

    /// <summary>The sentence that names the services outside, which counts as told; null where there are none.</summary>
    public string? TellOfServices()
    {
        var notice = services.Notice(Locale);
        State = State with { IsToldOfServices = notice is not null };
        return notice;
    }

    /// <summary>With the sentence that names the services outside, where there are any; it counts as told.</summary>
    public string WithServiceNotice(string notice) => TellOfServices() is { } named ? $"{notice}\n\n{named}" : notice;

    /// <summary>More of the message turned out to be personal: nothing of that is kept.</summary>
    public void Cover(MaskedText more)
    {
        Message = Message.Covered(more);
        StoredText = Message.Safe;
    }

    public void Say(string text, IReadOnlyList<string>? suggestions = null, string? secret = null, string? link = null) =>
        _replies.Add(new Reply(text, Locale.Tag, suggestions ?? [], secret, link));

    public void SayPhrase(string key, params ReadOnlySpan<(string Name, string Value)> values) => Say(Locale.Say(key, values));

    /// <summary>Puts suggestions below the last reply, instead of those that stand there.</summary>
    public void Suggest(IReadOnlyList<string> suggestions)
    {
        if (_replies.Count > 0)
            _replies[^1] = _replies[^1] with { Suggestions = suggestions };
    }

    /// <summary>Says this instead of all that was to be said.</summary>
    public void SayInstead(IEnumerable<Reply> replies)
    {
        List<Reply> instead = [.. replies];
        _replies.Clear();
        _replies.AddRange(instead);
    }

    public void SayBefore(params IEnumerable<string> texts) => SayInstead([.. texts.Select(t => new Reply(t, Locale.Tag, [])), .. _replies]);

    public TurnRecord Record(long version) => new()
    {
        Turn = turn,
        Version = version,
        State = State,
        StoredText = StoredText,
        Replies = _replies,
        At = at,
        Files = Files,
        Adds = Adds,
        LeavesOut = LeavesOut,
        Returns = Returns,
        Counts = Counts,
        ForgetFrom = ForgetFrom,
        StopsNews = StopsNews,
        OptOut = OptOut,
        Parks = Parks,
        AddsPictures = AddsPictures,
    };

    /// <summary>The replies as they stand in the log behind the resident's message.</summary>
    public IReadOnlyList<Message> Logged(long sequence)
    {
        // The log keeps milliseconds.
        var stored = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
        return
        [
            .. _replies.Select((r, index) => new Message(
                turn.ConversationId, sequence + 1 + index, IsFromResident: false, "message", ReceiptMark.Fill(r.Text, r.Secret), r.Language, r.Suggestions, stored,
                sequence, turn.Key, Envelope: null)),
        ];
    }
}
