using System.Text.RegularExpressions;
using EngagementBot.Scenarios.Service;
using static Microsoft.Playwright.Assertions;

namespace EngagementBot.Scenarios.Browser.Residents;

public sealed class ChatPageTests(RunningServices services, Chromium chromium)
{
    private static readonly string[] Notices = ["page.heading", "page.run-by", "page.notice", "page.made-up", "page.leave", "page.leave-hint", "page.send"];

    [Theory]
    [InlineData("/", "en-US", "en", "ltr")]
    [InlineData("/", "es-MX", "es", "ltr")]
    [InlineData("/es", "en-US", "es", "ltr")]
    [InlineData("/ar", "en-US", "ar", "rtl")]
    public async Task PageSaysInItsLanguageWhoRunsItAndWhatItIsNot(string path, string browser, string language, string direction)
    {
        await using var resident = await ResidentPage.OpenAsync(chromium, await services.OfAsync(), path, browser);
        await Expect(resident.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(resident.Page.Locator("html")).ToHaveAttributeAsync("dir", direction);
        var text = await resident.TextAsync();
        foreach (var notice in Notices)
            text.ShouldContain(ChatWords.Of(language, notice));
        // A title that says nothing to whoever looks over the shoulder.
        (await resident.Page.TitleAsync()).ShouldBe(ChatWords.Of(language, "page.title"));
        (await resident.Page.TitleAsync()).ShouldNotContain("287");
    }

    [Theory]
    [InlineData("en", "what is 287(g)?")]
    [InlineData("es", "mi vecino dice que la policia trabaja con la migra es cierto")]
    [InlineData("ar", "ما هو 287(g)؟")]
    public async Task AnswerHasSourcesADateAndQuestionsToTap(string language, string question)
    {
        await using var resident = await ResidentPage.OpenAsync(chromium, await services.OfAsync(), $"/{language}");
        await resident.SayAsync(question);

        var answer = await resident.AnswerTextAsync();
        answer.ShouldContain(ChatWords.Of(language, "answer.sources"));
        answer.ShouldContain(ChatWords.BeginningOf(language, "answer.reviewed"));
        answer.ShouldContain(ChatWords.Of(language, "answer.draft"));
        await Expect(resident.Answer.Locator(".text")).ToHaveAttributeAsync("lang", language);
        var links = await resident.Answer.Locator("a").EvaluateAllAsync<string[]>("links => links.map(a => `${a.getAttribute('href')} ${a.target} ${a.rel}`)");
        links.ShouldNotBeEmpty();
        links.ShouldAllBe(l => Regex.IsMatch(l, @"^https://[\w.-]+(/\S*)? _blank noopener noreferrer$"));

        var related = await resident.Suggestions.AllInnerTextsAsync();
        related.Count.ShouldBeInRange(2, 3);
        await resident.TapAsync(related[0]);
        await Expect(resident.Own.Last).ToContainTextAsync(related[0]);
        (await resident.AnswerTextAsync()).ShouldContain(ChatWords.Of(language, "answer.sources"));
    }

    [Fact]
    public async Task NumberOfTheLawKeepsItsDirectionAmongArabicWords()
    {
        await using var resident = await ResidentPage.OpenAsync(chromium, await services.OfAsync(), "/ar");
        await resident.SayAsync("ما هو 287(g)؟");
        var whole = resident.Answer.Locator("bdi").First;
        await Expect(whole).ToHaveTextAsync("287(g)");
        await Expect(whole).ToHaveCSSAsync("direction", "ltr");
        await Expect(resident.Answer.Locator(".text")).ToHaveCSSAsync("direction", "rtl");
    }

    [Fact]
    public async Task ReloadKeepsTheConversationAndWhatIsBeingTyped()
    {
        await using var resident = await ResidentPage.OpenAsync(chromium, await services.OfAsync(), "/es");
        await resident.SayAsync("qué es el 287(g)");
        await resident.Page.FillAsync("#message", "y una cosa más");
        var said = await resident.Messages.AllInnerTextsAsync();

        await resident.Page.ReloadAsync();
        await Expect(resident.Messages).ToHaveCountAsync(said.Count);
        (await resident.Messages.AllInnerTextsAsync()).ShouldBe(said);
        await Expect(resident.Page.Locator("#message")).ToHaveValueAsync("y una cosa más");
        await resident.SayAsync("gracias");
    }

    // Another tab, another phone: what one resident wrote does not show on it.
    [Fact]
    public async Task NextVisitorSeesNothingOfTheConversation()
    {
        var service = await services.OfAsync();
        await using var resident = await ResidentPage.OpenAsync(chromium, service);
        await resident.SayAsync("what is 287(g)?");
        await using var next = await ResidentPage.OpenAsync(chromium, service);
        await Expect(next.Messages).ToHaveCountAsync(1);
    }
}
