using EngagementBot.Casework.Cases;
using EngagementBot.Storage.Tests.Databases;

namespace EngagementBot.Storage.Tests.Cases;

public abstract class CaseChangeTests(TestDatabase place) : StorageTests(place)
{
    private readonly string _conversation = Given.Conversation();

    [Fact]
    public async Task AChangeIsWrittenWithItsEvents()
    {
        var filed = await FileAsync(Given.Complaint());
        var changed = filed with { State = CaseState.Acknowledged, OfficerId = 7, OfficerName = "Ana Ruiz", FirstAnsweredAt = Given.Noon.AddHours(1) };
        (await Cases.ApplyAsync(new CaseChange(changed, [Given.Event(filed, 2, CaseEventType.Claimed, null, CaseState.Acknowledged), Given.Event(filed, 3, CaseEventType.Noted, "ask the jail")]), Cancelled)).ShouldBeTrue();
        var now = (await Cases.FindAsync(filed.Id, Cancelled))!;
        (now.State, now.OfficerId, now.OfficerName, now.FirstAnsweredAt, now.Version).ShouldBe((CaseState.Acknowledged, 7, "Ana Ruiz", Given.Noon.AddHours(1), 2));
        (await Cases.EventsAsync(filed.Id, Cancelled)).Select(e => (e.Sequence, e.Type, e.Text, e.Actor)).ShouldBe(
            [(1, CaseEventType.Filed, null, Actor.Resident), (2, CaseEventType.Claimed, null, Given.Ana), (3, CaseEventType.Noted, "ask the jail", Given.Ana)]);
    }

    [Fact]
    public async Task AChangeOfAnOldVersionWritesNothing()
    {
        var old = await FileAsync(Given.Complaint(_conversation));
        await Cases.ApplyAsync(Given.Change(old, CaseState.Acknowledged, Given.Noon), Cancelled);
        (await Cases.ApplyAsync(Given.ReplyTo(old with { State = CaseState.Closed }, "late", 3), Cancelled)).ShouldBeFalse();
        (await Cases.FindAsync(old.Id, Cancelled))!.State.ShouldBe(CaseState.Acknowledged);
        (await Cases.EventsAsync(old.Id, Cancelled)).Count.ShouldBe(2);
        (await LogAsync(_conversation)).ShouldHaveSingleItem();
        Bell.Rung.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task OfOfficersWhoClaimAtOnceOneGetsTheCase()
    {
        var filed = await FileAsync(Given.Complaint());
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(officer => Task.Run(
            () => Cases.ApplyAsync(new CaseChange(filed with { OfficerId = officer }, [Given.Event(filed, 2, CaseEventType.Claimed)]), Cancelled), Cancelled)));
        outcomes.Count(done => done).ShouldBe(1);
        (await Cases.EventsAsync(filed.Id, Cancelled)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task ACaseIsForgottenOnlySomeTimeAfterItEnded()
    {
        var open = await FileAsync(Given.Complaint());
        var ended = await FileAsync(Given.Complaint());
        await Cases.ApplyAsync(Given.Change(ended, CaseState.Closed, Given.Noon), Cancelled);
        await Cases.ForgetAsync(Given.Noon, Cancelled);
        (await Cases.FindAsync(ended.Id, Cancelled)).ShouldNotBeNull();
        await Cases.ForgetAsync(Given.Noon.AddSeconds(1), Cancelled);
        (await Cases.FindAsync(ended.Id, Cancelled)).ShouldBeNull();
        (await Cases.EventsAsync(ended.Id, Cancelled)).ShouldBeEmpty();
        (await Cases.FindAsync(open.Id, Cancelled)).ShouldNotBeNull();
    }

    [Fact]
    public async Task LookingAtAnEndedCaseDoesNotKeepItLonger()
    {
        var filed = await FileAsync(Given.Complaint());
        await Cases.ApplyAsync(Given.Change(filed, CaseState.Closed, Given.Noon), Cancelled);
        var closed = (await Cases.FindAsync(filed.Id, Cancelled))!;
        await Cases.ApplyAsync(new CaseChange(closed, [Given.Event(closed, 3, CaseEventType.Opened, at: Given.Noon.AddYears(2))]), Cancelled);
        await Cases.ForgetAsync(Given.Noon.AddYears(1), Cancelled);
        (await Cases.FindAsync(filed.Id, Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task ACaseThatIsOpenAgainIsKept()
    {
        var filed = await FileAsync(Given.Complaint());
        await Cases.ApplyAsync(Given.Change(filed, CaseState.Resolved, Given.Noon), Cancelled);
        var resolved = (await Cases.FindAsync(filed.Id, Cancelled))!;
        await Cases.ApplyAsync(Given.Change(resolved, CaseState.InProgress, Given.Noon.AddDays(1), 3), Cancelled);
        await Cases.ForgetAsync(Given.Noon.AddYears(9), Cancelled);
        (await Cases.FindAsync(filed.Id, Cancelled)).ShouldNotBeNull();
    }
}

public sealed class CaseChangeOnSqliteTests(SqliteTestDatabase place) : CaseChangeTests(place), IClassFixture<SqliteTestDatabase>;

public sealed class CaseChangeOnPostgreSqlTests(PostgreSqlTestDatabase place) : CaseChangeTests(place), IClassFixture<PostgreSqlTestDatabase>;
