using EngagementBot.Scenarios.Service;
using Microsoft.Playwright;

namespace EngagementBot.Scenarios.Clients;

/// <summary>Microsoft's <c>botframework-webchat</c> in a real browser, on a page of another origin.</summary>
public sealed class WebChatTests(RunningServices services, ITestOutputHelper output)
{
    private static readonly string? Chromium = new[] { Environment.GetEnvironmentVariable("ENGAGEMENTBOT_TEST_CHROMIUM"), "/usr/bin/chromium" }.FirstOrDefault(File.Exists);

    [Theory]
    [InlineData("en-US", "ltr", "what is 287g")]
    [InlineData("ar-EG", "rtl", "ما هو 287g؟")]
    public async Task WebChatAsksTapsAndShowsTheAnswer(string locale, string direction, string question)
    {
        var packages = NodeScript.Packages();
        Assert.SkipWhen(Chromium is null, "Chromium is not installed.");
        var service = await services.OfAsync();
        using var site = new WebChatPage(packages);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 420, Height = 860 } });
        var sockets = new List<string>();
        var complaints = new List<string>();
        var elsewhere = new List<string>();
        page.WebSocket += (_, socket) => sockets.Add(socket.Url);
        page.Console += (_, said) => complaints.AddRange(said.Type == "error" ? [said.Text] : Array.Empty<string>());
        page.Request += (_, request) => elsewhere.AddRange(new Uri(request.Url) is { Scheme: not "http" and not "https" } or { IsLoopback: true } ? Array.Empty<string>() : [request.Url]);
        page.PageError += (_, error) => complaints.Add(error);

        await page.GotoAsync(site.Address(service.Address, locale, direction));
        var said = page.Locator(".webchat__bubble:not(.webchat__bubble--from-user)");
        var written = page.Locator(".webchat__bubble--from-user");
        var actions = page.Locator(".webchat__suggested-action");
        await Expect(actions.First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(said).ToHaveCountAsync(1);

        await page.Locator(".webchat__send-box-text-box__input").FillAsync(question);
        await page.Keyboard.PressAsync("Enter");
        await Expect(said).ToHaveCountAsync(2);
        await Expect(said.Last.Locator("a[href*='www.ice.gov']").First).ToBeVisibleAsync();
        await ShowAsync(page, $"{locale}-answer");

        var action = await actions.First.InnerTextAsync();
        await actions.First.ClickAsync();
        await Expect(written).ToHaveCountAsync(2);
        await Expect(written.Last).ToContainTextAsync(action);
        await Expect(said).ToHaveCountAsync(3);
        await ShowAsync(page, $"{locale}-tapped");

        sockets.ShouldContain(s => s.StartsWith($"ws://{service.Address.Authority}/v3/directline/conversations/", StringComparison.Ordinal));
        (await said.Last.EvaluateAsync<string>("bubble => getComputedStyle(bubble).direction")).ShouldBe(direction);
        elsewhere.ShouldBeEmpty();
        complaints.ShouldBeEmpty();
    }

    private async Task ShowAsync(IPage page, string name)
    {
        var picture = Path.Combine(Path.GetTempPath(), $"engagementbot-web-chat-{name}.png");
        await page.ScreenshotAsync(new() { Path = picture, Animations = ScreenshotAnimations.Disabled });
        output.WriteLine(picture);
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
