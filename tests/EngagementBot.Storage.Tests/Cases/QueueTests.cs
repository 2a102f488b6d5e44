using EngagementBot.Casework.Cases;
using EngagementBot.Storage.Tests.Databases;

namespace EngagementBot.Storage.Tests.Cases;

public abstract class QueueTests(TestDatabase place) : StorageTests(place)
{
    // A tag of its own for each test, so that the filter shows only its cases.
    private readonly string _language = Given.Conversation();

    [Fact]
    public async Task MostPressingComesFirstThenTheEarliestDueThenTheOldest()
    {
        var late = await FileAsync(Waiting(3, Given.Noon.AddHours(9)));
        var older = await FileAsync(Waiting(3, Given.Noon.AddHours(2)));
        var younger = await FileAsync(Waiting(3, Given.Noon.AddHours(2)));
        var urgent = await FileAsync(Waiting(1, Given.Noon.AddHours(30)));
        (await NumbersAsync(new QueueFilter(_language))).ShouldBe([urgent.Number, older.Number, younger.Number, late.Number]);
        (await NumbersAsync(new QueueFilter(_language, Skip: 1, Take: 2))).ShouldBe([older.Number, younger.Number]);
    }

    [Fact]
    public async Task WhatHasEndedIsShownOnlyWhenAskedFor()
    {
        var open = await FileAsync(Waiting());
        var closed = await FileAsync(Waiting());
        await Cases.ApplyAsync(Given.Change(closed, CaseState.Closed, Given.Noon), Cancelled);
        (await NumbersAsync(new QueueFilter(_language))).ShouldBe([open.Number]);
        (await NumbersAsync(new QueueFilter(_language, Ended: true))).ShouldBe([open.Number, closed.Number]);
        (await NumbersAsync(new QueueFilter(_language, State: CaseState.Closed))).ShouldBe([closed.Number]);
        (await NumbersAsync(new QueueFilter(_language, State: CaseState.New))).ShouldBe([open.Number]);
    }

    [Fact]
    public async Task TheQueueIsFilteredByKindAndOfficer()
    {
        var concern = await FileAsync(Waiting() with { Kind = "concern" });
        var claimed = await FileAsync(Waiting());
        await Cases.ApplyAsync(new CaseChange(claimed with { OfficerId = 7 }, [Given.Event(claimed, 2, CaseEventType.Claimed)]), Cancelled);
        (await NumbersAsync(new QueueFilter(_language, Kind: "concern"))).ShouldBe([concern.Number]);
        (await NumbersAsync(new QueueFilter(_language, OfficerId: 7))).ShouldBe([claimed.Number]);
        (await NumbersAsync(new QueueFilter("none"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task UrgentCasesThatNobodyHasClaimedAreCounted()
    {
        var before = await Cases.CountUnclaimedUrgentAsync(Cancelled);
        await FileAsync(Waiting(2));
        var urgent = await FileAsync(Waiting(1));
        var ended = await FileAsync(Waiting(1));
        (await Cases.CountUnclaimedUrgentAsync(Cancelled)).ShouldBe(before + 2);
        await Cases.ApplyAsync(new CaseChange(urgent with { OfficerId = 7 }, [Given.Event(urgent, 2, CaseEventType.Claimed)]), Cancelled);
        await Cases.ApplyAsync(Given.Change(ended, CaseState.Resolved, Given.Noon), Cancelled);
        (await Cases.CountUnclaimedUrgentAsync(Cancelled)).ShouldBe(before);
    }

    private NewCase Waiting(int priority = 3, DateTimeOffset? due = null) => Given.Complaint(priority: priority, language: _language, due: due);

    private async Task<IEnumerable<string>> NumbersAsync(QueueFilter filter) => (await Cases.QueueAsync(filter, Cancelled)).Select(c => c.Number);
}

public sealed class QueueOnSqliteTests(SqliteTestDatabase place) : QueueTests(place), IClassFixture<SqliteTestDatabase>;

public sealed class QueueOnPostgreSqlTests(PostgreSqlTestDatabase place) : QueueTests(place), IClassFixture<PostgreSqlTestDatabase>;
