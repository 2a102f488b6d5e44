using System.Text;
using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Receipts;
using EngagementBot.Casework.Triage;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.Turns;
using EngagementBot.Storage;
using EngagementBot.Storage.Cases;
using EngagementBot.Storage.Conversations;
using EngagementBot.Storage.Officers;
using EngagementBot.Storage.TextMessages;

namespace EngagementBot.Tests;

/// <summary>A real store in a temporary file, removed after the test.</summary>
internal sealed class TestStore : IAsyncDisposable, IConversationBell
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagementbot-");
    private readonly SqliteDatabase _database;
    private readonly Dictionary<string, string> _conversations = [];

    private TestStore()
    {
        _database = new SqliteDatabase(Path.Combine(_folder.FullName, "test.db"));
        Conversations = new ConversationStore(_database, Confidential, this);
        Cases = new CaseStore(_database, this);
        Officers = new OfficerStore(_database);
        Phones = new PhoneBook(_database, this);
        Pictures = new PictureStore(_database);
    }

    public IConfidentialText Confidential { get; } = new SealedText();

    public ConversationStore Conversations { get; }

    public CaseStore Cases { get; }

    public OfficerStore Officers { get; }

    public PhoneBook Phones { get; }

    public PictureStore Pictures { get; }

    public static async Task<TestStore> MakeAsync()
    {
        var store = new TestStore();
        await new Migrator(store._database).MigrateAsync(CancellationToken.None);
        return store;
    }

    /// <summary>Files a case as a resident's turn does.</summary>
    public async Task<Case> FileAsync(string text, DateTimeOffset at, string language = "en")
    {
        var hash = Guid.NewGuid().ToString("N");
        var filed = new NewCase
        {
            Kind = "complaint", Language = language, Channel = "directline", Text = text, Answers = new Dictionary<string, string>(), Sentiment = "negative",
            Judgement = new Judgement(3, "conduct", [], at, at), FiledAt = at, ReceiptHash = hash,
            Contacts = new Dictionary<string, string> { ["phone"] = Confidential.Protect("555 0100") }, ConversationId = hash,
        };
        await Conversations.CommitAsync(
            new TurnRecord
            {
                Turn = new Turn { ConversationId = hash, Channel = "directline", Key = "1", Type = TurnType.Message },
                Version = 0, State = new ConversationState(), StoredText = text, Replies = [], At = at, Files = filed,
            },
            CancellationToken.None);
        var found = (await Cases.FindByReceiptAsync(hash, CancellationToken.None))!;
        _conversations[found.Number] = hash;
        return found;
    }

    /// <summary>The conversation that filed the case.</summary>
    public string ConversationOf(string number) => _conversations[number];

    public void Ring(string conversationId)
    {
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private sealed class SealedText : IConfidentialText
    {
        public string Protect(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

        public string? Unprotect(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));

        public byte[] Protect(byte[] content) => [.. content.Reverse()];

        public byte[]? Unprotect(byte[] content) => [.. content.Reverse()];
    }
}
