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

    private Task LeaveOutAsync(Case of) => Conversations.CommitAsync(
        Given.Turn(Given.Conversation()) with { LeavesOut = new LeftOut(of.Id, t => t.Replace("no papers", "[…]", StringComparison.Ordinal)) }, Cancelled);
}

public sealed class LeavingOutOnSqliteTests(SqliteTestDatabase place) : LeavingOutTests(place), IClassFixture<SqliteTestDatabase>;

public sealed class LeavingOutOnPostgreSqlTests(PostgreSqlTestDatabase place) : LeavingOutTests(place), IClassFixture<PostgreSqlTestDatabase>;
