using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Officers;
using EngagementBot.Conversations.TextMessages;
using EngagementBot.Tests.Turns;

namespace EngagementBot.Tests.TextMessages;

/// <summary>Who reads the texts that got no answer.</summary>
public sealed class ParkedTextsTests : BotTests
{
    private static readonly Officer Ruiz = Officer("Ana Ruiz");
    private static readonly Officer Moreau = Officer("Luc Moreau");

    private ParkedTexts Parked => new(Bot.Store.Phones, Bot.Store.Cases, new CaseAccess(delegatedOfficersMayOpen: false));

    [Fact]
    public async Task TheOfficerWhomATextNamesNeitherSeesNorDismissesIt()
    {
        await ParkAsync("deputy Ruiz came back to our street today");
        (await TextsForAsync(Ruiz)).ShouldBeEmpty();
        var id = (await Parked.ForAsync(Moreau, Cancelled)).ShouldHaveSingleItem().Text.ProviderId;
        await Parked.DismissAsync(id, Ruiz, Bot.Clock.GetUtcNow(), Cancelled);
        (await TextsForAsync(Moreau)).ShouldHaveSingleItem();
        await Parked.DismissAsync(id, Moreau, Bot.Clock.GetUtcNow(), Cancelled);
        (await TextsForAsync(Moreau)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(CaseState.New)]
    [InlineData(CaseState.Closed)]
    public async Task NorOneFromAPhoneWhoseCaseNamesThemEvenWhenTheCaseHasEnded(CaseState state)
    {
        Bot.Pages = "https://chat.example";
        await Bot.SayAllAsync("I want to complain: deputy Ruiz was rude to my mother", "yesterday", "at the courthouse", "1", "1");
        var filed = (await Bot.CasesAsync()).ShouldHaveSingleItem();
        if (state != CaseState.New)
            (await Bot.Store.Cases.ApplyAsync(new CaseChange(filed with { State = state }, [new CaseEvent(filed.Id, 2, Bot.Clock.GetUtcNow(), CaseEventType.StateChanged, new Actor(2, "Luc Moreau"), null, state)]), Cancelled)).ShouldBeTrue();
        await ParkAsync("is anybody there");
        (await TextsForAsync(Ruiz)).ShouldBeEmpty();
        var seen = (await Parked.ForAsync(Moreau, Cancelled)).ShouldHaveSingleItem();
        seen.Cases.ShouldBe(state == CaseState.New ? [filed.Number] : []);
    }

    [Fact]
    public async Task AnOfficerWithDelegatedAuthoritySeesNone()
    {
        await ParkAsync("is anybody there");
        (await TextsForAsync(Moreau with { HasDelegatedAuthority = true })).ShouldBeEmpty();
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static Officer Officer(string name) => new(1, name, OfficerRole.Liaison, false, false, null, "", 0, null);

    private async Task ParkAsync(string words)
    {
        (Bot.Pages, Bot.IsOptedOut) = ("https://chat.example", true);
        await Bot.SayAsync(words);
    }

    private async Task<IEnumerable<string>> TextsForAsync(Officer officer) => (await Parked.ForAsync(officer, Cancelled)).Select(t => t.Text.Text);
}
