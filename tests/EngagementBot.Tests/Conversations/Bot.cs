using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Clocks;
using EngagementBot.Casework.Receipts;
using EngagementBot.Casework.Triage;
using EngagementBot.Content;
using EngagementBot.Content.Locales;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.Turns;
using EngagementBot.Conversations.Understanding;
using EngagementBot.Tests.Understanding;

namespace EngagementBot.Tests.Turns;

/// <summary>The repository's bot on a store of its own, and one resident who talks to it.</summary>
internal sealed class Bot : IAsyncDisposable
{
    private static readonly Lazy<MessageUnderstanding> Understanding = new(() => new MessageUnderstanding(RepositoryContent.Library, RepositoryContent.Analytics));
    private static readonly HashSet<DayOfWeek> Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    private readonly TurnPipeline _turns;
    private int _keys;

    private Bot(TestStore store, MessageUnderstanding? understanding, ServicesInUse? services)
    {
        Store = store;
        var hours = new WorkingHours(
            TimeZoneInfo.FindSystemTimeZoneById("America/Chicago"), Weekdays, new TimeOnly(8, 0), new TimeOnly(17, 0), new HashSet<DateOnly>());
        var receipts = new ReceiptHash(new byte[32]);
        _turns = new TurnPipeline(
            RepositoryContent.Library, understanding ?? Understanding.Value, store.Conversations, new CaseFiling(new TriageOfficer(RepositoryContent.Library.Triage, hours), receipts, store.Confidential),
            new CaseStatus(new ResidentDesk(store.Cases, receipts), hours), Clock, services);
    }

    public TestStore Store { get; }

    public TestClock Clock { get; } = new();

    /// <summary>A new one is as good as another browser on another day.</summary>
    public string Conversation { get; set; } = "first";

    /// <summary>Where the pages of the answers stand, for a resident who texts; null for one on the web.</summary>
    public string? Pages { get; set; }

    /// <summary>The phone's owner has said STOP.</summary>
    public bool IsOptedOut { get; set; }

    /// <summary>Addresses of pictures that come with each message.</summary>
    public IReadOnlyList<string> Pictures { get; set; } = [];

    /// <param name="understanding">Null for the local analysis alone.</param>
    public static async Task<Bot> StartAsync(MessageUnderstanding? understanding = null, ServicesInUse? services = null) =>
        new(await TestStore.MakeAsync(), understanding, services);

    public static Locale In(string tag) => RepositoryContent.Library.Locales[tag];

    public Task<TurnResult> RunAsync(TurnType type, string text = "", string? key = null, string? hint = null) => _turns.RunAsync(
        new Turn
        {
            ConversationId = Conversation, Channel = Pages is null ? "directline" : "sms", PagesAt = Pages, Key = key ?? $"k{++_keys}", Type = type, Text = text, LocaleHint = hint,
            IsOptedOut = IsOptedOut, HasAttachments = Pictures.Count > 0, Pictures = Pictures,
        },
        TestContext.Current.CancellationToken);

    /// <returns>The replies.</returns>
    public async Task<IReadOnlyList<Message>> SayAsync(string text, TurnType type = TurnType.Message, string? hint = null)
    {
        var turn = await RunAsync(type, text, hint: hint);
        return [.. (await LogAsync()).Where(m => m.ReplyTo == turn.Sequence)];
    }

    /// <summary>Says one after the other.</summary>
    /// <returns>The replies to the last.</returns>
    public async Task<IReadOnlyList<Message>> SayAllAsync(params string[] texts)
    {
        IReadOnlyList<Message> replies = [];
        foreach (var text in texts)
            replies = await SayAsync(text);
        return replies;
    }

    public async Task<IReadOnlyList<Message>> LogAsync() => await Store.Conversations.MessagesAsync(Conversation, 0, 200, TestContext.Current.CancellationToken);

    public async Task<IReadOnlyList<Case>> CasesAsync() => await Store.Cases.QueueAsync(new QueueFilter(Ended: true), TestContext.Current.CancellationToken);

    /// <summary>Files an English complaint without contact.</summary>
    /// <returns>The receipt.</returns>
    public async Task<string> FileComplaintAsync()
    {
        var replies = await SayAllAsync("I want to complain: a deputy was rude to my mother", "yesterday", "at the courthouse", "No contact", "File it");
        return Receipt.Find(replies[^1].Text).ShouldNotBeNull(replies[^1].Text).Digits;
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}

public abstract class BotTests : IAsyncLifetime
{
    internal Bot Bot { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Bot = await Bot.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
