using EngagementBot.Casework.Cases;
using EngagementBot.Conversations.Store;
using EngagementBot.Storage.Tests.Databases;

namespace EngagementBot.Storage.Tests.Cases;

public abstract class LeavingOutTests(TestDatabase place) : StorageTests(place)
{
    [Fact]
    public async Task WhatAResidentTakesBackIsCoveredWhereverItStood()
    {
        var given = Given.Complaint() with { Text = "He has no papers.", Answers = new Dictionary<string, string> { ["where"] = "where people with no papers wait" } };
        var filed = await FileAsync(given);
        await Conversations.CommitAsync(Given.Turn(given.ConversationId, 1, text: "they know: no papers") with { Adds = new CaseAddition(filed.Id, "they know: no papers") }, Cancelled);
        await LeaveOutAsync(filed);
        var now = (await Cases.FindAsync(filed.Id, Cancelled)).ShouldNotBeNull();
        (now.Text, now.Answers["where"]).ShouldBe(("He has […].", "where people with […] wait"));
        (await Cases.EventsAsync(filed.Id, Cancelled)).Select(e => (e.Type, e.Text))
            .ShouldBe([(CaseEventType.Filed, null), (CaseEventType.ResidentWrote, "they know: […]"), (CaseEventType.WordsLeftOut, null)]);
        (await LogAsync(given.ConversationId)).ShouldAllBe(m => !m.Text.Contains("papers"));
        now.Version.ShouldBeGreaterThan(filed.Version);
    }

    [Fact]
    public async Task OpinionOnWhatWasTakenBackGoesWithIt()
    {
        Opinion[] opinions = [new("papers", "negative", 0.9, []), new("He", "negative", 0.9, [new("no papers", false)]), new("He", "negative", 0.8, [new("sad", false)])];
        var filed = await FileAsync(Given.Complaint() with { Text = "He is sad and has no papers.", Opinions = opinions });
        await LeaveOutAsync(filed);
        (await Cases.FindAsync(filed.Id, Cancelled))!.Opinions.ShouldHaveSingleItem().Score.ShouldBe(0.8);
    }

    [Fact]
    public async Task OfficersWordsAndOtherCasesStay()
    {
        var (filed, other) = (await FileAsync(Given.Complaint() with { Text = "no papers" }), await FileAsync(Given.Complaint() with { Text = "no papers" }));
        await Cases.ApplyAsync(new CaseChange(filed, [Given.Event(filed, 2, CaseEventType.Noted, "asked for no papers")]), Cancelled);
        await LeaveOutAsync(filed);
        (await Cases.EventsAsync(filed.Id, Cancelled))[1].Text.ShouldBe("asked for no papers");
        (await Cases.FindAsync(other.Id, Cancelled))!.Text.ShouldBe("no papers");
    }

    [Fact]
    public async Task WhereNothingIsToBeLeftOutNothingHappened()
    {
        var filed = await FileAsync(Given.Complaint());
        await LeaveOutAsync(filed);
        (await Cases.EventsAsync(filed.Id, Cancelled)).ShouldHaveSingleItem();
        (await Cases.FindAsync(filed.Id, Cancelled))!.Version.ShouldBe(filed.Version);
    }

    [Fact]
    public async Task WhatTheBotReadBackIsCoveredButNotWhatAnOfficerWrote()
    {
        var given = Given.Complaint() with { Text = "no papers" };
        var filed = await FileAsync(given);
        await Conversations.CommitAsync(
            Given.Turn(given.ConversationId, 1) with { Replies = [Given.Reply("I would file: no papers"), Given.Reply("Whoever has no papers may ask.")] }, Cancelled);
        await Cases.ApplyAsync(Given.ReplyTo(filed, "You said: no papers"), Cancelled);
        await LeaveOutAsync(filed);
        (await LogAsync(given.ConversationId)).Where(m => !m.IsFromResident).Select(m => m.Text)
            .ShouldBe(["I would file: […]", "Whoever has no papers may ask.", "You said: no papers"]);
    }

    [Fact]
    public async Task WhatIsFiledWithoutThemLeavesTheLogInTheSameTurn()
    {
        var given = Given.Complaint() with { Text = "He has […]." };
        await Conversations.CommitAsync(
            Given.Turn(given.ConversationId, text: "He has no papers.") with { Replies = [Given.Reply("I would file: He has no papers.")] }, Cancelled);
        await Conversations.CommitAsync(Given.Turn(given.ConversationId, 1, text: "leave it out") with { Files = given, LeavesOut = Leaves(null) }, Cancelled);
        (await LogAsync(given.ConversationId)).Select(m => m.Text).ShouldBe(["He has […].", "I would file: He has […].", "leave it out"]);
        var filed = (await Cases.FindByReceiptAsync(given.ReceiptHash, Cancelled)).ShouldNotBeNull();
        (await Cases.EventsAsync(filed.Id, Cancelled)).ShouldHaveSingleItem().Type.ShouldBe(CaseEventType.Filed);
    }

    private Task LeaveOutAsync(Case of) => Conversations.CommitAsync(Given.Turn(Given.Conversation()) with { LeavesOut = Leaves(of.Id) }, Cancelled);

    private static LeftOut Leaves(long? caseId) => new(caseId, Without, r => r.StartsWith("I would file: ", StringComparison.Ordinal) ? Without(r) : r);

    private static string Without(string text) => text.Replace("no papers", "[…]", StringComparison.Ordinal);
}

public sealed class LeavingOutOnSqliteTests(SqliteTestDatabase place) : LeavingOutTests(place), IClassFixture<SqliteTestDatabase>;

public sealed class LeavingOutOnPostgreSqlTests(PostgreSqlTestDatabase place) : LeavingOutTests(place), IClassFixture<PostgreSqlTestDatabase>;
