using EngagementBot.Content;
using EngagementBot.Conversations.Turns;

namespace EngagementBot.Tests.Turns;

public sealed class LanguageTests : BotTests
{
    [Theory]
    [InlineData("mi vecino dice que la policia trabaja con la migra es cierto", "es")]
    [InlineData("ما هو برنامج 287(g)؟", "ar")]
    [InlineData("what is 287(g)?", "en")]
    public async Task AMessageIsAnsweredInItsLanguage(string text, string language) =>
        (await Bot.SayAsync(text)).ShouldAllBe(m => m.Language == language);

    [Theory]
    [InlineData("ok")]
    [InlineData("no")]
    [InlineData("Main Street")]
    public async Task AShortAnswerKeepsTheLanguage(string text)
    {
        await Bot.SayAsync("mi vecino dice que la policia trabaja con la migra es cierto");
        (await Bot.SayAsync(text)).ShouldAllBe(m => m.Language == "es");
    }

    [Fact]
    public async Task AnEnglishSentenceInsideASpanishDialogDoesNotChangeIt()
    {
        await Bot.SayAsync("quiero quejarme, un oficial empujó a mi hermano");
        (await Bot.SayAllAsync("ayer", "it happened in front of the old courthouse on Main Street"))[^1].Text.ShouldBe(Bot.In("es").Say("complaint.contact"));
    }

    [Fact]
    public async Task AnExplicitRequestSwitches()
    {
        await Bot.SayAsync("mi vecino dice que la policia trabaja con la migra es cierto");
        (await Bot.SayAsync("in english please"))[0].Text.ShouldBe(Bot.In("en").Say(Phrase.LanguageChanged));
        (await Bot.SayAsync("que es 287(g)?")).ShouldAllBe(m => m.Language == "en");
    }

    [Fact]
    public async Task AskingTwiceForTheSameLanguageIsNotMetWithSilence()
    {
        await Bot.SayAsync("en español por favor");
        (await Bot.SayAsync("en español por favor")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task ALanguageAskedForInsideADialogAsksTheQuestionAgain()
    {
        await Bot.SayAsync("quiero quejarme, un oficial empujó a mi hermano");
        (await Bot.SayAsync("in english please"))[^1].Text.ShouldEndWith(Bot.In("en").Say("complaint.when"));
    }

    [Fact]
    public async Task TheLanguageChosenOnThePageStays()
    {
        await Bot.SayAsync("ar", TurnType.Language);
        (await Bot.SayAsync("what is 287(g)?")).ShouldAllBe(m => m.Language == "ar");
    }

    [Fact]
    public async Task ALanguageThatIsNotOfferedIsToldSoWithAWayToComplain()
    {
        var reply = (await Bot.SayAsync("Guten Tag, ich möchte gerne wissen, ob die Polizei hier mit der Einwanderungsbehörde zusammenarbeitet")).ShouldHaveSingleItem();
        reply.Text.ShouldContain("Deutsch");
        reply.Text.ShouldContain("Español");
        reply.Suggestions.ShouldContain(Bot.In("en").Say(Phrase.ActionComplaint));
    }
}
