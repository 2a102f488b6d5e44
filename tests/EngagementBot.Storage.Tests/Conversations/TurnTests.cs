using System.Data.Common;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.Turns;
using EngagementBot.Storage.Tests.Databases;

namespace EngagementBot.Storage.Tests.Conversations;

public abstract class TurnTests(TestDatabase place) : StorageTests(place)
{
    private readonly string _conversation = Given.Conversation();

    [Fact]
    public async Task ATurnIsStoredWhole()
    {
        var turn = Given.Turn(_conversation, key: "k1", text: "what is 287g") with
        {
            State = new ConversationState { Language = "es", LastTopic = "program.what" },
            Replies = [new Reply("uno", "es", ["Menú", "Queja"]), Given.Reply("dos")],
        };
        turn = turn with { Turn = turn.Turn with { Envelope = """{"from":"page"}""" } };
        (await Conversations.CommitAsync(turn, Cancelled)).ShouldBe(1);

        var log = await LogAsync(_conversation);
        log.Select(m => (m.Sequence, m.IsFromResident, m.Text, m.ReplyTo)).ShouldBe([(1, true, "what is 287g", null), (2, false, "uno", 1), (3, false, "dos", 1)]);
        log[0].Envelope.ShouldBe("""{"from":"page"}""");
        log[1].Suggestions.ShouldBe(["Menú", "Queja"]);
        log.ShouldAllBe(m => m.At == Given.Noon);
        (await Conversations.LoadAsync(_conversation, "k2", Cancelled)).ShouldBe(new LoadedConversation(turn.State, 1, 3, null, false));
    }

    [Fact]
    public async Task ATurnThatCameBeforeIsKnownByItsKey()
    {
        await Conversations.CommitAsync(Given.Turn(_conversation) with { Replies = [Given.Reply("hello")] }, Cancelled);
        await Conversations.CommitAsync(Given.Turn(_conversation, 1, "again"), Cancelled);
        (await Conversations.LoadAsync(_conversation, "again", Cancelled)).ShouldNotBeNull().AnsweredBefore.ShouldBe(3);
    }

    [Fact]
    public async Task TheSameKeyIsNeverStoredTwice()
    {
        await Conversations.CommitAsync(Given.Turn(_conversation, key: "once"), Cancelled);
        await Should.ThrowAsync<DbException>(() => Conversations.CommitAsync(Given.Turn(_conversation, 1, "once") with { Counts = "concern" }, Cancelled));
        (await LogAsync(_conversation)).Count.ShouldBe(1);
        (await Conversations.LoadAsync(_conversation, "", Cancelled))!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task OfTwoFirstTurnsAtOnceOneIsStored()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => IsStoredAsync(Given.Turn(_conversation, key: $"k{i}"))));
        outcomes.Count(stored => stored).ShouldBe(1);
        (await LogAsync(_conversation)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task OfTwoLaterTurnsAtOnceOneIsStored()
    {
        await Conversations.CommitAsync(Given.Turn(_conversation), Cancelled);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => IsStoredAsync(Given.Turn(_conversation, 1, $"k{i}"))));
        outcomes.Count(stored => stored).ShouldBe(1);
        (await LogAsync(_conversation)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task AConversationThatChangedMeanwhileIsNotWrittenTo()
    {
        await Conversations.CommitAsync(Given.Turn(_conversation), Cancelled);
        await Conversations.CommitAsync(Given.Turn(_conversation, 1), Cancelled);
        var late = Given.Complaint(_conversation);
        var turn = Given.Turn(_conversation, 1, text: "late") with { State = new ConversationState { Language = "ar" }, Files = late };
        await Should.ThrowAsync<ConversationChangedException>(() => Conversations.CommitAsync(turn, Cancelled));
        (await LogAsync(_conversation)).ShouldAllBe(m => m.Text == "hello");
        (await Conversations.LoadAsync(_conversation, "", Cancelled))!.State.Language.ShouldBe("en");
        (await Cases.FindByReceiptAsync(late.ReceiptHash, Cancelled)).ShouldBeNull();
        Bell.Rung.Count.ShouldBe(2);
    }

    [Fact]
    public async Task AnEndedConversationSaysSo()
    {
        await Conversations.CommitAsync(Given.Turn(_conversation, type: TurnType.End), Cancelled);
        (await Conversations.LoadAsync(_conversation, "", Cancelled))!.HasEnded.ShouldBeTrue();
    }

    [Fact]
    public async Task OnlyWhatCameAfterAWatermarkIsHandedOn()
    {
        await Conversations.CommitAsync(Given.Turn(_conversation) with { Replies = [Given.Reply("a"), Given.Reply("b"), Given.Reply("c")] }, Cancelled);
        (await Conversations.MessagesAsync(_conversation, 1, 2, Cancelled)).Select(m => m.Text).ShouldBe(["a", "b"]);
        (await Conversations.MessagesAsync(_conversation, 4, 2, Cancelled)).ShouldBeEmpty();
        (await Conversations.LastSequenceAsync(_conversation, Cancelled)).ShouldBe(4);
    }

    [Fact]
    public async Task AnUnknownConversationIsNull()
    {
        (await Conversations.LoadAsync("nobody", "k", Cancelled)).ShouldBeNull();
        (await Conversations.LastSequenceAsync("nobody", Cancelled)).ShouldBeNull();
    }

    private async Task<bool> IsStoredAsync(TurnRecord turn)
    {
        try
        {
            await Conversations.CommitAsync(turn, Cancelled);
            return true;
        }
        catch (ConversationChangedException)
        {
            return false;
        }
    }
}

public sealed class TurnOnSqliteTests(SqliteTestDatabase place) : TurnTests(place), IClassFixture<SqliteTestDatabase>;

public sealed class TurnOnPostgreSqlTests(PostgreSqlTestDatabase place) : TurnTests(place), IClassFixture<PostgreSqlTestDatabase>;
