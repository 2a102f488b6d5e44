using EngagementBot.Casework.Cases;
using EngagementBot.Conversations.TextMessages.Store;
using Case = EngagementBot.Casework.Cases.Case;

namespace EngagementBot.Scenarios.TextMessages;

/// <summary>What waits for minutes and days: a text without its key, and words for a provider that is away. On both databases.</summary>
public sealed class LongWaitTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TextThatCannotBeReadIsTriedAgainAfterLongerAndLongerPausesAndThenParked(bool onPostgreSql)
    {
        await using var office = await MovedOffice.OpenAsync(onPostgreSql);
        office.Keys.AreLost = true;
        await office.ReceiveAsync("menu");
        await UntilTriedAsync(office, 1);
        foreach (var (minutes, tries) in new[] { (1, 2), (2, 3), (4, 4), (8, 5), (16, 6) })
        {
            office.Clock.Move(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(10));
            await Task.Delay(800, Cancelled);
            office.Keys.Tries.ShouldBe(tries - 1, $"Less than {minutes} minutes have passed.");
            (await office.Get<IPhoneBook>().ParkedAsync(Cancelled)).ShouldBeEmpty();
            office.Clock.Move(TimeSpan.FromSeconds(11));
            await UntilTriedAsync(office, tries);
        }
        await MovedOffice.UntilAsync(async () => (await office.Get<IPhoneBook>().ParkedAsync(Cancelled)).Count > 0, "It is parked.");
        var parked = (await office.Get<IPhoneBook>().ParkedAsync(Cancelled)).ShouldHaveSingleItem();
        (parked.Reason, parked.Text).ShouldBe(("unreadable", ""));
        office.Provider.Tries.ShouldBe(0);
        // The provider has the only copy.
        (await office.Get<ITextOutbox>().TakeErasuresAsync(10, office.Clock.GetUtcNow().AddDays(30), office.Clock.GetUtcNow(), Cancelled)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TextWhoseKeyComesBackIsAnsweredAndSoIsTheNextBehindIt(bool onPostgreSql)
    {
        await using var office = await MovedOffice.OpenAsync(onPostgreSql);
        office.Keys.AreLost = true;
        await office.ReceiveAsync("menu");
        await office.ReceiveAsync("what is 287g");
        await UntilTriedAsync(office, 1);
        office.Clock.Move(TimeSpan.FromSeconds(61));
        await UntilTriedAsync(office, 2);
        office.Keys.AreLost = false;
        office.Clock.Move(TimeSpan.FromSeconds(121));
        await MovedOffice.UntilAsync(() => office.Provider.Taken.Count >= 3, "Both are answered.");
        office.Provider.Taken.ToList()[1].ShouldStartWith("Hello.");
        office.Provider.Taken.ToList()[2].ShouldContain("287(g)");
        (await office.Get<IPhoneBook>().ParkedAsync(Cancelled)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, 167, true)]
    [InlineData(true, 167, true)]
    [InlineData(false, 169, false)]
    [InlineData(true, 169, false)]
    public async Task OfficersWordsWaitAWeekForTheProviderAndNotLonger(bool onPostgreSql, int hours, bool goOut)
    {
        await using var office = await MovedOffice.OpenAsync(onPostgreSql);
        var about = await FileAsync(office);
        office.Provider.IsAway = true;
        var tries = office.Provider.Tries;
        await ReplyAsync(office, about, "We look into the hawthorn matter.");
        await MovedOffice.UntilAsync(() => office.Provider.Tries > tries, "It is tried at once.");
        office.Provider.IsAway = false;
        office.Clock.Move(TimeSpan.FromHours(hours));
        await MovedOffice.UntilAsync(async () => (await EventsAsync(office, about)).Any(e => e.Type is CaseEventType.TextQueued or CaseEventType.TextFailed && e.At > office.Clock.GetUtcNow().AddHours(-1)), "It ends.");
        office.Provider.Taken.Any(t => t.Contains("hawthorn", StringComparison.Ordinal)).ShouldBe(goOut);
        var last = (await EventsAsync(office, about))[^1];
        (last.Type, last.Text).ShouldBe(goOut ? (CaseEventType.TextQueued, null) : (CaseEventType.TextFailed, "the text could not be handed on for a week (code late)"));
        (await office.Get<ICaseStore>().FindAsync(about.Id, Cancelled))!.State.ShouldBe(goOut ? about.State : CaseState.NotReached);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnAnswerThatIsADayOldIsNotSentAnyMore(bool onPostgreSql)
    {
        await using var office = await MovedOffice.OpenAsync(onPostgreSql);
        office.Provider.IsAway = true;
        await office.ReceiveAsync("menu");
        await MovedOffice.UntilAsync(() => office.Provider.Tries > 0, "It is tried at once.");
        office.Provider.IsAway = false;
        office.Clock.Move(TimeSpan.FromHours(25));
        await office.ReceiveAsync("what is 287g");
        await MovedOffice.UntilAsync(() => !office.Provider.Taken.IsEmpty, "The new one is answered.");
        office.Provider.Taken.ShouldAllBe(t => t.Contains("287(g)"));
    }

    private static Task UntilTriedAsync(MovedOffice office, int tries) => MovedOffice.UntilAsync(() => office.Keys.Tries >= tries, $"It is tried {tries} times, and was {office.Keys.Tries}.");

    // Somebody in danger: one text files.
    private static async Task<Case> FileAsync(MovedOffice office)
    {
        await office.ReceiveAsync("they are beating my brother right now, help");
        await MovedOffice.UntilAsync(() => office.Provider.Taken.Any(t => t.Contains("receipt", StringComparison.Ordinal)), "The receipt comes.");
        var about = (await office.Get<ICaseStore>().QueueAsync(new QueueFilter(), Cancelled)).ShouldHaveSingleItem();
        await MovedOffice.UntilAsync(async () => (await EventsAsync(office, about)).Any(e => e.Type == CaseEventType.TextQueued), "It is known to be handed on.");
        await Task.Delay(500, Cancelled);
        return (await office.Get<ICaseStore>().FindAsync(about.Id, Cancelled))!;
    }

    private static async Task ReplyAsync(MovedOffice office, Case about, string words)
    {
        var replied = new CaseEvent(about.Id, (await EventsAsync(office, about)).Count + 1, office.Clock.GetUtcNow(), CaseEventType.Replied, new Actor(7, "Ana Ruiz"), words, null);
        (await office.Get<ICaseStore>().ApplyAsync(new CaseChange(about, [replied], new ResidentMessage(words, "en")), Cancelled)).ShouldBeTrue();
    }

    private static Task<IReadOnlyList<CaseEvent>> EventsAsync(MovedOffice office, Case about) => office.Get<ICaseStore>().EventsAsync(about.Id, Cancelled);
}
