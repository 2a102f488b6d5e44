using EngagementBot.Conversations.TextMessages.Store;
using EngagementBot.Storage.Tests.Databases;

namespace EngagementBot.Storage.Tests.TextMessages;

public abstract class InboxTests(TestDatabase place) : TextMessageTests(place)
{
    [Fact]
    public async Task TheSameTextAHundredTimesAtOnceIsOne()
    {
        var kept = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => KeepAsync($"same-{Conversation}"), Cancelled)));
        kept.Sum().ShouldBe(1);
        (await TakeInAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ATextThatIsThereAlreadyTakesNothingFromItsNeighbours()
    {
        await KeepAsync($"a-{Conversation}");
        var texts = new[] { "a", "b", "b", "c" }.Select(p => new NewText($"{p}-{Conversation}", Conversation, "sealed number", "sealed words")).ToList();
        (await Inbox.KeepAsync(texts, Given.Noon, Cancelled)).ShouldBe(2);
        (await CountAsync("texts_in WHERE conversation_id = @Conversation", new { Conversation })).ShouldBe(3);
    }

    [Fact]
    public async Task OfEachPhoneOnlyTheOldestIsTakenAndTheNextOnceItIsDone()
    {
        await KeepAsync($"a-{Conversation}");
        await KeepAsync($"b-{Conversation}");
        var first = (await TakeInAsync()).ShouldHaveSingleItem();
        first.ProviderId.ShouldStartWith("a-");
        (await TakeInAsync()).ShouldBeEmpty();
        await Inbox.FinishAsync(first.Id, Cancelled);
        (await TakeInAsync()).ShouldHaveSingleItem().ProviderId.ShouldStartWith("b-");
    }

    [Fact]
    public async Task WhatWasTakenByAProgramThatDiedIsTakenAgainAfterItsLease()
    {
        await KeepAsync();
        (await TakeInAsync()).ShouldHaveSingleItem().Attempts.ShouldBe(0);
        (await TakeInAsync(Later.AddSeconds(19))).ShouldBeEmpty();
        (await TakeInAsync(Later.AddSeconds(21))).ShouldHaveSingleItem().Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task TwoProgramsNeverHaveTheSameText()
    {
        var conversations = Enumerable.Range(0, 20).Select(i => $"{Conversation}-{i}").ToList();
        foreach (var conversation in conversations)
            await KeepAsync(conversation: conversation);
        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Inbox.TakeAsync(8, Later, Later.AddSeconds(20), Cancelled), Cancelled)));
        taken.SelectMany(t => t).Select(t => t.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task WordsGoOnceTheyAreWorkedOn()
    {
        await KeepAsync();
        await Inbox.FinishAsync((await TakeInAsync())[0].Id, Cancelled);
        (await CountAsync("texts_in WHERE conversation_id = @Conversation AND content IS NOT NULL", new { Conversation })).ShouldBe(0);
        (await CountAsync("texts_in WHERE conversation_id = @Conversation", new { Conversation })).ShouldBe(1);
    }

    [Fact]
    public async Task WhatIsPostponedIsTakenThenAndTheNextWaitsBehindIt()
    {
        await KeepAsync($"a-{Conversation}");
        await KeepAsync($"b-{Conversation}");
        await Inbox.PostponeAsync((await TakeInAsync())[0].Id, Later.AddMinutes(1), Cancelled);
        (await TakeInAsync(Later.AddSeconds(59))).ShouldBeEmpty();
        var again = (await TakeInAsync(Later.AddMinutes(1))).ShouldHaveSingleItem();
        again.ProviderId.ShouldStartWith("a-");
        (again.Content, again.Attempts).ShouldBe(("sealed words", 1L));
    }

    [Fact]
    public async Task WhatCannotBeWorkedOnIsParkedAndTheNextIsFree()
    {
        await KeepAsync($"a-{Conversation}");
        await KeepAsync($"b-{Conversation}");
        var first = (await TakeInAsync())[0];
        await Inbox.GiveUpAsync(first, new ParkedText(first.ProviderId, "failed", null, "words", Conversation, Later), Cancelled);
        (await TakeInAsync()).ShouldHaveSingleItem().ProviderId.ShouldStartWith("b-");
        (await Phones.ParkedAsync(Cancelled)).ShouldContain(p => p.ProviderId == first.ProviderId && p.Reason == "failed");
        await Phones.UnparkAsync(first.ProviderId, Given.Ana, Later, Cancelled);
        (await Phones.ParkedAsync(Cancelled)).ShouldNotContain(p => p.ProviderId == first.ProviderId);
    }
}

public sealed class InboxOnSqliteTests(SqliteTestDatabase place) : InboxTests(place), IClassFixture<SqliteTestDatabase>;

public sealed class InboxOnPostgreSqlTests(PostgreSqlTestDatabase place) : InboxTests(place), IClassFixture<PostgreSqlTestDatabase>;
