using EngagementBot.Content;
using EngagementBot.Conversations.Turns;
using EngagementBot.Tests.Understanding;

namespace EngagementBot.Tests.Turns;

/// <summary>Statements of <c>immigration-status.tsv</c>, written apart from the locales' lists, on the way through a complaint.</summary>
public sealed class ImmigrationStatusTests : BotTests
{
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
        for (var steps = 0; steps < 4 && !replies[^1].Suggestions.Contains(locale.Say(Phrase.DialogFile)); steps++)
            replies = await Bot.SayAsync(replies[^1].Suggestions.Contains(locale.Say("complaint.contact.none")) ? locale.Say("complaint.contact.none") : locale.Say(Phrase.DialogSkip));
        replies[^1].Suggestions.ShouldContain(locale.Say(Phrase.DialogLeaveOutStatus), replies[^1].Text);
        await Bot.SayAsync(locale.Say(Phrase.DialogLeaveOutStatus));
        var filed = (await Bot.CasesAsync()).ShouldHaveSingleItem();
        filed.Text.ShouldContain(stays);
        filed.Text.ShouldNotContain(goes);
        filed.Text.ShouldContain("[…]");
    }

    [Fact]
    public async Task ItIsNoticedInALaterAnswerToo()
    {
        await Bot.SayAllAsync("I want to complain: a deputy was rude to my mother", "yesterday", "at the office where people without papers wait", "No contact");
        await Bot.SayAsync(Bot.In("en").Say(Phrase.DialogLeaveOutStatus));
        (await Bot.CasesAsync()).ShouldHaveSingleItem().Answers["where"].ShouldBe("at the office where people […] wait");
    }

    [Fact]
    public void EveryLanguageIsTried() =>
        Statements.Select(s => s.Data.Item1).ToHashSet().ShouldBe(RepositoryContent.Library.Locales.Keys.ToHashSet(), ignoreOrder: true);
}
