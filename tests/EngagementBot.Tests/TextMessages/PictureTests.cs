using EngagementBot.Casework.Cases;
using EngagementBot.Content;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.TextMessages;
using EngagementBot.Tests.Turns;

namespace EngagementBot.Tests.TextMessages;

/// <summary>What becomes of pictures that a phone sends.</summary>
public sealed class PictureTests : BotTests
{
    [Fact]
    public async Task APictureGoesToTheOpenCaseAndWaitsWhereThatHasEnded()
    {
        var filed = await FileAsync();
        (await SendAsync("", "first"))[0].Text.ShouldStartWith(PhoneText.Of(Bot.In("en").Say(Phrase.SmsPictureKept)));
        (await PicturesAsync(filed)).ShouldBe(["first"]);
        await CloseAsync(filed);
        (await SendAsync("", "second"))[0].Text.ShouldStartWith(PhoneText.Of(Bot.In("en").Say(Phrase.SmsPictureWaits)));
        (await PicturesAsync(filed)).ShouldBe(["first"]);
        var another = await FileAsync();
        (await PicturesAsync(another)).ShouldBe(["second"]);
    }

    [Fact]
    public async Task TheNewestTwentyWait()
    {
        Bot.Pages = "https://chat.example";
        for (var i = 1; i <= 3; i++)
            await SendAsync("", [.. Enumerable.Range(i * 10, 10).Select(n => $"picture {n}")]);
        (await PicturesAsync(await FileAsync())).ShouldBe(Enumerable.Range(20, 20).Select(n => $"picture {n}"));
    }

    [Fact]
    public async Task AnOfficerSeesThatPicturesCameWithAParkedText()
    {
        (Bot.Pages, Bot.IsOptedOut) = ("https://chat.example", true);
        await SendAsync("is anybody there", "first", "second");
        (await Bot.Store.Phones.ParkedAsync(Cancelled)).ShouldHaveSingleItem().Pictures.ShouldBe(2);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private async Task<IReadOnlyList<Message>> SendAsync(string text, params string[] pictures)
    {
        Bot.Pictures = pictures;
        var replies = await Bot.SayAsync(text);
        Bot.Pictures = [];
        return replies;
    }

    private async Task<Case> FileAsync()
    {
        Bot.Pages = "https://chat.example";
        await Bot.SayAllAsync("I want to complain: a deputy was rude to my mother", "yesterday", "at the courthouse", "1", "1");
        return (await Bot.CasesAsync()).MaxBy(c => c.Id)!;
    }

    private async Task CloseAsync(Case about)
    {
        var now = (await Bot.Store.Cases.FindAsync(about.Id, Cancelled))!;
        var events = await Bot.Store.Cases.EventsAsync(about.Id, Cancelled);
        var closed = new CaseEvent(about.Id, events.Count + 1, Bot.Clock.GetUtcNow(), CaseEventType.StateChanged, new Actor(1, "Ana Ruiz"), null, CaseState.Closed);
        (await Bot.Store.Cases.ApplyAsync(new CaseChange(now with { State = CaseState.Closed }, [closed]), Cancelled)).ShouldBeTrue();
    }

    private async Task<IReadOnlyList<string>> PicturesAsync(Case about) => [.. (await Bot.Store.Pictures.OfCaseAsync(about.Id, Cancelled)).Select(p => p.Address)];
}
