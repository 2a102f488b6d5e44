using EngagementBot.Casework.Receipts;
using EngagementBot.Content;

namespace EngagementBot.Tests.Turns;

public sealed class StatusTests : BotTests
{
    [Fact]
    public async Task TheReceiptShowsTheCaseOnAnotherDay()
    {
        var receipt = await Bot.FileComplaintAsync();
        Bot.Conversation = "another";
        Bot.Clock.Now += TimeSpan.FromDays(3);
        var reply = (await Bot.SayAsync($"my receipt is {Receipt.Show(receipt)}")).ShouldHaveSingleItem();
        reply.Text.ShouldContain("2026-000001");
        reply.Text.ShouldContain(Bot.In("en").Say("state.new"));
        var beginning = receipt[..12];
        (await Bot.LogAsync()).ShouldAllBe(m => !m.Text.Replace(" ", "").Contains(beginning));
    }

    [Fact]
    public async Task TheReceiptIsNotShownAgainAfterTheReturn()
    {
        var receipt = await Bot.FileComplaintAsync();
        (await Bot.LogAsync()).ShouldContain(m => m.Text.Contains(Receipt.Show(receipt)));
        await Bot.SayAsync(receipt);
        (await Bot.LogAsync()).ShouldAllBe(m => !m.Text.Contains(Receipt.Show(receipt)));
    }

    [Fact]
    public async Task AReceiptOfNoCaseIsNotFoundAndGuessingEndsSoon()
    {
        for (var i = 0; i < 5; i++)
            (await Bot.SayAsync(Receipt.Draw()))[0].Text.ShouldBe(Bot.In("en").Say(Phrase.StatusNotFound));
        (await Bot.SayAsync(Receipt.Draw()))[0].Text.ShouldBe(Bot.In("en").Say(Phrase.StatusTooMany));
        Bot.Clock.Now += TimeSpan.FromMinutes(11);
        (await Bot.SayAsync(Receipt.Draw()))[0].Text.ShouldBe(Bot.In("en").Say(Phrase.StatusNotFound));
    }

    [Fact]
    public async Task ASlipInTheReceiptIsToldSo()
    {
        await Bot.SayAsync("Look up my case");
        (await Bot.SayAsync(Mistyped()))[^1].Text.ShouldStartWith(Bot.In("en").Say(Phrase.StatusBadReceipt));
    }

    [Fact]
    public async Task ASlipInAReceiptThatNobodyAskedForIsToldToo()
    {
        (await Bot.SayAsync(Mistyped()))[0].Text.ShouldBe(Bot.In("en").Say(Phrase.StatusBadReceipt));
    }

    [Fact]
    public async Task StopEndsADialogAndWipesItsWords()
    {
        await Bot.SayAsync("I want to complain, a deputy laughed at my sister Rosalinda");
        (await Bot.SayAsync("STOP"))[0].Text.ShouldBe(Bot.In("en").Say(Phrase.StopConfirmed));
        (await Bot.LogAsync()).ShouldAllBe(m => !m.Text.Contains("Rosalinda"));
    }

    // One slip in ten makes a number that could be a payment card, and is covered as one.
    private static string Mistyped()
    {
        string slip;
        do
        {
            var receipt = Receipt.Draw();
            slip = receipt[..15] + (char)('0' + (receipt[15] - '0' + 1) % 10);
        }
        while (Receipt.Find(slip) is null);
        return slip;
    }

    [Fact]
    public async Task AReceiptInsideADialogDoesNotEndTheDialog()
    {
        var receipt = await Bot.FileComplaintAsync();
        await Bot.SayAsync("I want to complain: another deputy laughed at my sister");
        (await Bot.SayAsync(receipt))[^1].Text.ShouldEndWith(Bot.In("en").Say("complaint.when"));
    }

    [Fact]
    public async Task WhatIsAddedReachesTheCase()
    {
        await Bot.SayAllAsync(await Bot.FileComplaintAsync(), "Add something to this case");
        var reply = (await Bot.SayAsync("His badge number was 12."))[^1];
        reply.Text.ShouldNotContain("{");
        var filed = (await Bot.CasesAsync()).ShouldHaveSingleItem();
        (await Bot.Store.Cases.EventsAsync(filed.Id, TestContext.Current.CancellationToken))[^1].Text.ShouldBe("His badge number was 12.");
    }

    [Fact]
    public async Task EveryReceiptOfAMessageIsCovered()
    {
        var receipt = await Bot.FileComplaintAsync();
        Bot.Conversation = "another";
        await Bot.SayAsync($"is it {Receipt.Draw()}, or {receipt}?");
        (await Bot.LogAsync()).ShouldAllBe(m => !m.Text.Contains(receipt));
    }
}
