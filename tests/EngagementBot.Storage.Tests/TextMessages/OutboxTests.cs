using EngagementBot.Casework.Cases;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.TextMessages.Store;
using EngagementBot.Storage.Tests.Databases;

namespace EngagementBot.Storage.Tests.TextMessages;

public abstract class OutboxTests(TestDatabase place) : TextMessageTests(place)
{
    [Fact]
    public async Task PartsOfAReplyGoOneAfterTheOther()
    {
        await KeepAsync();
        await SayAsync(0, ["one", string.Join(' ', Enumerable.Repeat("word", 300)), "three"]);
        var heard = new List<(long, long)>();
        while (await TakeOutAsync() is [var text])
        {
            (await TakeOutAsync()).ShouldBeEmpty();
            heard.Add((text.Sequence, text.Part));
            await Outbox.AcceptedAsync(text, $"{text.Id}", Later, null, Cancelled);
        }
        heard.ShouldBe([(2L, 0L), (3L, 0L), (3L, 1L), (3L, 2L), (4L, 0L)]);
    }

    [Fact]
    public async Task AnAttemptThatBrokeOffIsInDoubtAndOneThatWasRefusedForNowIsNot()
    {
        await KeepAsync();
        await SayAsync(0, ["one"]);
        var first = (await TakeOutAsync())[0];
        first.DoubtSince.ShouldBeNull();
        first.Number.ShouldBe("sealed number");
        await Outbox.PostponeAsync(first, Later, inDoubt: false, Cancelled);
        (await TakeOutAsync()).ShouldHaveSingleItem().DoubtSince.ShouldBeNull();
        var second = (await TakeOutAsync(Later.AddMinutes(1))).ShouldHaveSingleItem();
        second.DoubtSince.ShouldBe(Later);
    }

    [Fact]
    public async Task ARefusalForNowDoesNotEndTheDoubtOfAnEarlierAttempt()
    {
        await KeepAsync();
        await SayAsync(0, ["one"]);
        await TakeOutAsync();
        var second = (await TakeOutAsync(Later.AddMinutes(1))).ShouldHaveSingleItem();
        await Outbox.PostponeAsync(second, Later.AddMinutes(2), inDoubt: false, Cancelled);
        (await TakeOutAsync(Later.AddMinutes(3))).ShouldHaveSingleItem().DoubtSince.ShouldBe(Later);
    }

    [Fact]
    public async Task WhatIsHeldForTheMorningLetsAnswersPass()
    {
        await KeepAsync();
        var filed = await FileByTextAsync();
        await Outbox.AcceptedAsync((await TakeOutAsync())[0], Guid.NewGuid().ToString("N"), Later, null, Cancelled);
        await Cases.ApplyAsync(Given.ReplyTo(await FreshAsync(filed), "We looked into it.", 3), Cancelled);
        var officers = (await TakeOutAsync(Given.Noon.AddHours(2))).ShouldHaveSingleItem();
        officers.Answers.ShouldBeFalse();
        await Outbox.HoldAsync(officers, Given.Noon.AddHours(12), Cancelled);
        (await Phones.TextsAsync(filed.Id, Cancelled))[^1].HeldUntil.ShouldBe(Given.Noon.AddHours(12));
        await SayAsync(1, ["an answer"]);
        (await TakeOutAsync(Given.Noon.AddHours(3))).ShouldHaveSingleItem().Answers.ShouldBeTrue();
        (await TakeOutAsync(Given.Noon.AddHours(12))).ShouldContain(t => t.Id == officers.Id);
    }

    [Fact]
    public async Task TextsHeldForTheSameMorningGoOneAfterTheOther()
    {
        await KeepAsync();
        var filed = await FileByTextAsync();
        await AcceptAsync((await TakeOutAsync())[0]);
        var morning = Given.Noon.AddHours(12);
        foreach (var (words, sequence) in new[] { ("We looked into it.", 3L), ("The case is closed.", 5L) })
        {
            await Cases.ApplyAsync(Given.ReplyTo(await FreshAsync(filed), words, sequence), Cancelled);
            await Outbox.HoldAsync((await TakeOutAsync(Given.Noon.AddHours(2))).ShouldHaveSingleItem(), morning, Cancelled);
        }
        var first = (await TakeOutAsync(morning)).ShouldHaveSingleItem();
        await AcceptAsync(first);
        (await TakeOutAsync(morning)).ShouldHaveSingleItem().Sequence.ShouldBe(first.Sequence + 1);
    }

    [Fact]
    public async Task ReportsGoForwardOnlyAndStandOnTheCase()
    {
        await KeepAsync();
        var filed = await FileByTextAsync();
        var text = (await TakeOutAsync())[0];
        var sid = Guid.NewGuid().ToString("N");
        // The report may be here before the provider's answer to the call.
        await ReportAsync(sid, text.Id, TextState.Sent);
        await Outbox.AcceptedAsync(text, sid, Later, null, Cancelled);
        await ReportAsync(sid, null, TextState.Queued);
        await ReportAsync(sid, null, TextState.Delivered, erases: true);
        await ReportAsync(sid, null, TextState.Sent);
        (await EventsAsync(filed)).ShouldBe([CaseEventType.TextSent, CaseEventType.TextDelivered]);
        (await Phones.TextsAsync(filed.Id, Cancelled)).ShouldHaveSingleItem().State.ShouldBe(TextState.Delivered);
        (await Outbox.TakeErasuresAsync(1000, Later, Later.AddMinutes(1), Cancelled)).ShouldContain(e => e.ProviderId == sid);
    }

    [Fact]
    public async Task AFailureTurnsTheCaseToNotReachedUntilTheResidentOrAnOfficerGoesOn()
    {
        await KeepAsync();
        var filed = await FileByTextAsync();
        var before = await Cases.CountNotReachedAsync(Cancelled);
        await Outbox.FailedAsync((await TakeOutAsync())[0], "30003", "the phone is out of reach", Later, Cancelled);
        (await FreshAsync(filed)).State.ShouldBe(CaseState.NotReached);
        (await Cases.CountNotReachedAsync(Cancelled)).ShouldBe(before + 1);
        (await Cases.EventsAsync(filed.Id, Cancelled))[^1].Text.ShouldBe("the phone is out of reach (code 30003)");
        await SayAsync(1, ["Your case"], r => r with { Returns = filed.Id });
        (await FreshAsync(filed)).State.ShouldBe(CaseState.InProgress);
    }

    [Fact]
    public async Task StopClosesThePhoneAfterItsConfirmationAndAnOfficersReplyIsWithheld()
    {
        await KeepAsync();
        var filed = await FileByTextAsync();
        await SayAsync(1, ["The last text."], r => r with { OptOut = new OptOut(IsOut: true, "alto") });
        var phone = (await Phones.OfCaseAsync(filed.Id, Cancelled)).ShouldHaveSingleItem();
        (phone.OptedOutAt, phone.OptedOutBy).ShouldBe((Given.Noon, "alto"));
        var receipt = (await TakeOutAsync()).ShouldHaveSingleItem();
        (receipt.IsOptedOut, receipt.IsLast).ShouldBe((true, false));
        await Outbox.WithheldAsync(receipt, learned: false, Later, Cancelled);
        var confirmation = (await TakeOutAsync()).ShouldHaveSingleItem();
        confirmation.IsLast.ShouldBeTrue();
        await Outbox.AcceptedAsync(confirmation, Guid.NewGuid().ToString("N"), Later, null, Cancelled);
        await Cases.ApplyAsync(Given.ReplyTo(await FreshAsync(filed), "We looked into it.", 3), Cancelled);
        (await TakeOutAsync(Given.Noon.AddHours(2))).ShouldHaveSingleItem().IsOptedOut.ShouldBeTrue();
        await SayAsync(2, ["Welcome back."], r => r with { OptOut = new OptOut(IsOut: false, "start") });
        (await PhoneAsync())!.IsOptedOut.ShouldBeFalse();
    }

    [Fact]
    public async Task TheProvidersBlockClosesThePhoneToo()
    {
        await KeepAsync();
        await SayAsync(0, ["one"]);
        await Outbox.WithheldAsync((await TakeOutAsync())[0], learned: true, Later, Cancelled);
        (await PhoneAsync())!.OptedOutBy.ShouldBe(Phone.Provider);
    }

    private Task AcceptAsync(OwedText text) => Outbox.AcceptedAsync(text, Guid.NewGuid().ToString("N"), Later, null, Cancelled);

    private Task ReportAsync(string sid, string? id, TextState state, bool erases = false) => Outbox.ReportAsync(new TextNews(sid, id, state, null, erases), Later, Cancelled);

    private async Task<Case> FreshAsync(Case about) => (await Cases.FindAsync(about.Id, Cancelled))!;

    private async Task<IEnumerable<CaseEventType>> EventsAsync(Case about) =>
        (await Cases.EventsAsync(about.Id, Cancelled)).Select(e => e.Type).Where(t => t != CaseEventType.Filed);
}

public sealed class OutboxOnSqliteTests(SqliteTestDatabase place) : OutboxTests(place), IClassFixture<SqliteTestDatabase>;

public sealed class OutboxOnPostgreSqlTests(PostgreSqlTestDatabase place) : OutboxTests(place), IClassFixture<PostgreSqlTestDatabase>;
