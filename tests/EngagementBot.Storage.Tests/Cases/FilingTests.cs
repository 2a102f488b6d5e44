using System.Data.Common;
using EngagementBot.Casework.Cases;
using EngagementBot.Conversations.Store;
using EngagementBot.Storage.Conversations;
using EngagementBot.Storage.Tests.Databases;

namespace EngagementBot.Storage.Tests.Cases;

public abstract class FilingTests(TestDatabase place) : StorageTests(place)
{
    private readonly string _conversation = Given.Conversation();

    [Fact]
    public async Task ACaseIsFiledWithItsTurn()
    {
        var complaint = Given.Complaint(_conversation) with { Contacts = new Dictionary<string, string> { ["phone"] = "sealed" } };
        var filed = await FileAsync(complaint);
        filed.State.ShouldBe(CaseState.New);
        filed.Text.ShouldBe(complaint.Text);
        filed.Answers.ShouldBe(complaint.Answers);
        filed.Reasons.ShouldBe(complaint.Judgement.Reasons);
        filed.FirstAnswerDue.ShouldBe(complaint.Judgement.FirstAnswerDue);
        filed.HasContact.ShouldBeTrue();
        filed.Disagreements.ShouldBe(complaint.Disagreements);
        filed.Opinions.Select(Plain).ShouldBe(complaint.Opinions.Select(Plain));
        (await Cases.FindAsync(filed.Number, Cancelled)).ShouldNotBeNull().Id.ShouldBe(filed.Id);
        (await Cases.ContactsAsync(filed.Id, Cancelled)).ShouldBe(complaint.Contacts);
        var happened = (await Cases.EventsAsync(filed.Id, Cancelled)).ShouldHaveSingleItem();
        happened.ShouldBe(new CaseEvent(filed.Id, 1, Given.Noon, CaseEventType.Filed, Actor.Resident, null, CaseState.New));
        (await Conversations.LoadAsync(_conversation, "", Cancelled))!.State.OpenCase.ShouldBe(filed.Id);
    }

    [Theory]
    [InlineData("bn")]
    [InlineData(null)]
    public async Task LanguageOfTheWordsIsKeptBesideThatOfTheReplies(string? words)
    {
        var filed = await FileAsync(Given.Complaint(_conversation) with { WordsLanguage = words });
        (filed.Language, filed.WordsLanguage, filed.LanguageOfWords).ShouldBe(("en", words, words ?? "en"));
        (await Cases.QueueAsync(new QueueFilter("bn", Take: 200), Cancelled)).Any(c => c.Id == filed.Id).ShouldBe(words == "bn");
        (await Cases.QueueAsync(new QueueFilter("en", Take: 200), Cancelled)).ShouldContain(c => c.Id == filed.Id);
    }

    [Fact]
    public async Task NothingIsLeftOfATurnThatFailsHalfWay()
    {
        var before = await FileAsync(Given.Complaint(filed: new DateTimeOffset(2050, 5, 1, 0, 0, 0, TimeSpan.Zero)));
        var failing = new ConversationStore(Place.Database, new BrokenText(), Bell);
        var complaint = Given.Complaint(_conversation, filed: before.FiledAt) with { Contacts = new Dictionary<string, string> { ["email"] = "sealed" } };
        var turn = Given.Turn(_conversation) with { Files = complaint, Replies = [Given.Reply("Filed: {receipt}", "1234")], Counts = "complaint" };
        await Should.ThrowAsync<InvalidOperationException>(() => failing.CommitAsync(turn, Cancelled));

        (await Conversations.LoadAsync(_conversation, "", Cancelled)).ShouldBeNull();
        (await Cases.FindByReceiptAsync(complaint.ReceiptHash, Cancelled)).ShouldBeNull();
        (await CountAsync("case_events WHERE case_id > @Id", new { before.Id })).ShouldBe(0);
        (await CountAsync("case_contacts WHERE case_id > @Id", new { before.Id })).ShouldBe(0);
        (await CountAsync("opinions WHERE kind = 'complaint'")).ShouldBe(0);
        Bell.Rung.ShouldNotContain(_conversation);
        (await FileAsync(Given.Complaint(filed: before.FiledAt))).Number.ShouldBe("2050-000002");
    }

    private static (string, string, double?, string) Plain(Opinion opinion) => (opinion.Target, opinion.Sentiment, opinion.Score, string.Join(' ', opinion.Assessments));

    [Fact]
    public async Task TwoCasesNeverShareAReceipt()
    {
        var first = Given.Complaint();
        await FileAsync(first);
        await Should.ThrowAsync<DbException>(() => FileAsync(Given.Complaint(_conversation) with { ReceiptHash = first.ReceiptHash }));
        (await Conversations.LoadAsync(_conversation, "", Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task FiftyCasesFiledAtOnceHaveNumbersWithoutGapsOrDoubles()
    {
        var filed = new DateTimeOffset(2041, 1, 2, 0, 0, 0, TimeSpan.Zero);
        var cases = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => FileAsync(Given.Complaint(filed: filed)), Cancelled)));
        cases.Select(c => c.Number).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, 50).Select(n => $"2041-{n:D6}"));
        cases.Select(c => c.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task WhatAResidentAddsIsAnEventAndACaseThatWaitedGoesOn()
    {
        var filed = await FileAsync(Given.Complaint(_conversation));
        (await Cases.ApplyAsync(Given.Change(filed, CaseState.Waiting, Given.Noon), Cancelled)).ShouldBeTrue();
        await Conversations.CommitAsync(Given.Turn(_conversation, 1) with { Adds = new CaseAddition(filed.Id, "His badge was 12.") }, Cancelled);
        var now = (await Cases.FindAsync(filed.Id, Cancelled))!;
        now.State.ShouldBe(CaseState.InProgress);
        now.Version.ShouldBe(3);
        var last = (await Cases.EventsAsync(filed.Id, Cancelled))[^1];
        (last.Sequence, last.Type, last.Text, last.Actor).ShouldBe((3, CaseEventType.ResidentWrote, "His badge was 12.", Actor.Resident));
    }

    [Fact]
    public async Task ComingBackWithTheReceiptIsAnEventAndLeavesTheState()
    {
        var filed = await FileAsync(Given.Complaint());
        await Cases.ApplyAsync(Given.Change(filed, CaseState.Waiting, Given.Noon), Cancelled);
        await Conversations.CommitAsync(Given.Turn(_conversation) with { Returns = filed.Id }, Cancelled);
        (await Cases.FindAsync(filed.Id, Cancelled))!.State.ShouldBe(CaseState.Waiting);
        (await Cases.EventsAsync(filed.Id, Cancelled))[^1].Type.ShouldBe(CaseEventType.ResidentRead);
    }
}

public sealed class FilingOnSqliteTests(SqliteTestDatabase place) : FilingTests(place), IClassFixture<SqliteTestDatabase>;

public sealed class FilingOnPostgreSqlTests(PostgreSqlTestDatabase place) : FilingTests(place), IClassFixture<PostgreSqlTestDatabase>;
