using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Receipts;
using EngagementBot.Content;
using EngagementBot.Content.Locales;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.Turns;
using EngagementBot.Tests.Understanding;

namespace EngagementBot.Tests.Turns;

/// <summary>Statements of <c>immigration-status.tsv</c>, written apart from the locales' lists, on the way through a complaint.</summary>
public sealed class ImmigrationStatusTests : BotTests
{
    public static TheoryData<string> Languages => [.. RepositoryContent.Library.Locales.Keys];

    public static TheoryData<string, string, string, string> Statements
    {
        get
        {
            var statements = new TheoryData<string, string, string, string>();
            foreach (var row in RepositoryContent.Rows("../Conversations/immigration-status.tsv"))
                statements.Add(row[0], row[1], row[2], row[3]);
            return statements;
        }
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task ItIsSaidNotToBeNeededAndCanBeLeftOut(string language, string text, string goes, string stays)
    {
        var locale = Bot.In(language);
        await Bot.RunAsync(TurnType.Language, language);
        await Bot.SayAsync(locale.Say(Phrase.ActionComplaint));
        var replies = await Bot.SayAsync(text);
        replies.Select(r => r.Text).ShouldContain(locale.Say(Phrase.StatusNotNeeded), text);
        replies = await GoOnToReviewAsync(locale, replies);
        replies[^1].Suggestions.ShouldContain(locale.Say(Phrase.DialogLeaveOutStatus), replies[^1].Text);
        await Bot.SayAsync(locale.Say(Phrase.DialogLeaveOutStatus));
        var filed = (await Bot.CasesAsync()).ShouldHaveSingleItem();
        filed.Text.ShouldContain(stays);
        filed.Text.ShouldNotContain(goes);
        filed.Text.ShouldContain("[…]");
        (await Bot.LogAsync()).ShouldAllBe(m => !m.Text.Contains(goes));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task ByTextTheLogLosesItTooAlsoWhereItWasReadBack(string language)
    {
        var (locale, (_, text, goes, _)) = (Bot.In(language), Statements.First(s => s.Data.Item1 == language).Data);
        Bot.Pages = "https://chat.example";
        await Bot.RunAsync(TurnType.Language, language);
        await GoOnToReviewAsync(locale, await Bot.SayAllAsync(locale.Say(Phrase.ActionComplaint), text));
        (await Bot.LogAsync()).ShouldContain(m => !m.IsFromResident && m.Text.Contains(goes), "It is read back.");
        await Bot.SayAsync(locale.Say(Phrase.DialogLeaveOutStatus));
        (await Bot.CasesAsync()).ShouldHaveSingleItem();
        (await Bot.LogAsync()).ShouldAllBe(m => !m.Text.Contains(goes));
    }

    [Fact]
    public async Task WhatTheBotItselfSaysOfImmigrationStatusStays()
    {
        var answer = (await Bot.SayAsync(Bot.In("en").Answers["arrest.detainer"].Title))[0].Text;
        answer.ShouldContain("a deportation order");
        await Bot.SayAllAsync("I want to complain: a deputy was rude to my mother, she has a deportation order", "yesterday", "at the courthouse", "No contact");
        await Bot.SayAsync(Bot.In("en").Say(Phrase.DialogLeaveOutStatus));
        (await Bot.LogAsync()).Where(m => m.Text.Contains("a deportation order")).ShouldHaveSingleItem().Text.ShouldBe(answer);
        (await EventsAsync((await Bot.CasesAsync()).ShouldHaveSingleItem())).ShouldHaveSingleItem().Type.ShouldBe(CaseEventType.Filed);
    }

    [Fact]
    public async Task ItIsNoticedInALaterAnswerToo()
    {
        await Bot.SayAllAsync("I want to complain: a deputy was rude to my mother", "yesterday", "at the office where people without papers wait", "No contact");
        await Bot.SayAsync(Bot.In("en").Say(Phrase.DialogLeaveOutStatus));
        (await Bot.CasesAsync()).ShouldHaveSingleItem().Answers["where"].ShouldBe("at the office where people […] wait");
    }

    private const string InDanger = "they are beating my brother right now, he is undocumented, help";
    private const string Covered = "they are beating my brother right now, he is […], help";

    [Fact]
    public async Task OutOfWhatWasFiledAtOnceItIsLeftOutBehind()
    {
        var replies = await Bot.SayAsync(InDanger);
        Receipt.Find(replies[^2].Text).ShouldNotBeNull("The receipt does not wait.");
        (replies[^1].Text, replies[^1].Suggestions[0]).ShouldBe((Bot.In("en").Say(Phrase.StatusFiled), "Leave out immigration status"));
        (await Bot.CasesAsync()).ShouldHaveSingleItem().Text.ShouldBe(InDanger);
        (await Bot.SayAsync("Leave out immigration status"))[0].Text.ShouldBe(Bot.In("en").Say(Phrase.StatusLeftOut));
        var filed = (await Bot.CasesAsync()).ShouldHaveSingleItem();
        filed.Text.ShouldBe(Covered);
        (await EventsAsync(filed)).Select(e => e.Type).ShouldBe([CaseEventType.Filed, CaseEventType.WordsLeftOut]);
        (await Bot.LogAsync()).Single(m => m.IsFromResident && m.Text.StartsWith("they", StringComparison.Ordinal)).Text.ShouldBe(Covered);
    }

    [Fact]
    public async Task WhatIsAddedToAnUrgentCaseCanLoseItToo()
    {
        await Bot.SayAllAsync("they are beating my brother right now, help", InDanger, "Leave out immigration status");
        (await EventsAsync((await Bot.CasesAsync()).ShouldHaveSingleItem()))[1].Text.ShouldBe(Covered);
    }

    [Fact]
    public async Task WhatIsAddedToAFiledCaseCanLoseItToo()
    {
        var receipt = await Bot.FileComplaintAsync();
        var replies = await Bot.SayAllAsync(receipt, "Add something to this case", "my mother has no papers and he knew");
        replies.Select(r => r.Text).ShouldBe([Bot.In("en").Say(Phrase.AddDone), Bot.In("en").Say(Phrase.StatusFiled)]);
        await Bot.SayAsync(replies[^1].Suggestions[0]);
        (await EventsAsync((await Bot.CasesAsync()).ShouldHaveSingleItem())).Single(e => e.Type == CaseEventType.ResidentWrote).Text.ShouldBe("my mother has […] and he knew");
    }

    [Fact]
    public async Task WhereNothingTellsItNothingIsOffered()
    {
        (await Bot.SayAsync("they are beating my brother right now, help")).Select(r => r.Text).ShouldNotContain(Bot.In("en").Say(Phrase.StatusFiled));
        (await Bot.SayAllAsync("Add something to this case", "it was a white car"))[^1].Suggestions.ShouldBe([Bot.In("en").Say(Phrase.ActionMenu)]);
    }

    [Theory]
    [InlineData(InDanger)]
    [InlineData("they are beating my brother right now, help", InDanger)]
    public async Task TheOfferIsOfTheCaseItWasMadeForThoughAnotherIsOpenByNow(params string[] danger)
    {
        var receipt = await Bot.FileComplaintAsync();
        Bot.Conversation = "second";
        await Bot.SayAllAsync([.. danger, receipt, "Leave out immigration status"]);
        var cases = await Bot.CasesAsync();
        var (urgent, other) = (cases.Single(c => c.Priority == 1), cases.Single(c => c.Priority != 1));
        new[] { urgent.Text, (await EventsAsync(urgent))[^2].Text }.ShouldContain(Covered);
        (await EventsAsync(urgent))[^1].Type.ShouldBe(CaseEventType.WordsLeftOut);
        (await EventsAsync(other)).ShouldAllBe(e => e.Type != CaseEventType.WordsLeftOut);
    }

    [Fact]
    public async Task WhatIsAddedLosesItInTheCaseItWasAddedTo()
    {
        var (first, other) = (await Bot.FileComplaintAsync(), await Bot.FileComplaintAsync());
        await Bot.SayAllAsync(first, "Add something to this case", "my mother has no papers and he knew", other, "Leave out immigration status");
        var events = (await Task.WhenAll((await Bot.CasesAsync()).Select(EventsAsync))).SelectMany(e => e).ToList();
        events.Single(e => e.Type == CaseEventType.WordsLeftOut).CaseId.ShouldBe(events.Single(e => e.Type == CaseEventType.ResidentWrote).CaseId);
        events.Single(e => e.Type == CaseEventType.ResidentWrote).Text.ShouldBe("my mother has […] and he knew");
    }

    [Fact]
    public async Task TheOfferStandsThoughTheLanguageChanged()
    {
        await Bot.SayAsync(InDanger);
        await Bot.RunAsync(TurnType.Language, "es");
        await Bot.SayAsync("Leave out immigration status");
        (await Bot.CasesAsync()).ShouldHaveSingleItem().Text.ShouldBe(Covered);
    }

    [Fact]
    public async Task TakenTwiceItIsOneEvent()
    {
        await Bot.SayAllAsync(InDanger, "Leave out immigration status", "Leave out immigration status");
        (await EventsAsync((await Bot.CasesAsync()).ShouldHaveSingleItem())).Count(e => e.Type == CaseEventType.WordsLeftOut).ShouldBe(1);
    }

    [Fact]
    public async Task ByTextItsNumberTakesTheOffer()
    {
        Bot.Pages = "https://chat.example";
        (await Bot.SayAsync(InDanger))[^1].Text.ShouldStartWith($"{Bot.In("en").Say(Phrase.StatusFiled)}\n1 Leave out immigration status\n2 ");
        await Bot.SayAsync("1");
        (await Bot.CasesAsync()).ShouldHaveSingleItem().Text.ShouldBe(Covered);
    }

    private async Task<IReadOnlyList<Message>> GoOnToReviewAsync(Locale locale, IReadOnlyList<Message> replies)
    {
        for (var steps = 0; steps < 4 && !replies[^1].Suggestions.Contains(locale.Say(Phrase.DialogFile)); steps++)
            replies = await Bot.SayAsync(replies[^1].Suggestions.Contains(locale.Say("complaint.contact.none")) ? locale.Say("complaint.contact.none") : locale.Say(Phrase.DialogSkip));
        return replies;
    }

    private Task<IReadOnlyList<CaseEvent>> EventsAsync(Case of) => Bot.Store.Cases.EventsAsync(of.Id, TestContext.Current.CancellationToken);

    [Fact]
    public void EveryLanguageIsTried() =>
        Statements.Select(s => s.Data.Item1).ToHashSet().ShouldBe(RepositoryContent.Library.Locales.Keys.ToHashSet(), ignoreOrder: true);
}
