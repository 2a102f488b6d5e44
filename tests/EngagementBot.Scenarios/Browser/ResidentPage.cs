using EngagementBot.Scenarios.Service;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EngagementBot.Scenarios.Browser;

/// <summary>The chat page in a resident's browser, greeted and ready. Disposing closes the browser, and with it all that a resident has.</summary>
internal sealed class ResidentPage : IAsyncDisposable
{
    private readonly List<string> _complaints = [];

    private ResidentPage(IPage page)
    {
        Page = page;
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, line) =>
        {
            if (line.Type is "error" or "warning")
                _complaints.Add(line.Text);
        };
    }

    public IPage Page { get; }

    public ILocator Messages => Page.Locator("#transcript > li");

    public ILocator Own => Page.Locator("#transcript > li.own");

    /// <summary>The newest message, once it is the bot's.</summary>
    public ILocator Answer => Page.Locator("#transcript > li.bot:last-child");

    public ILocator Suggestions => Page.Locator("#suggestions button");

    public ILocator Receipt => Page.Locator(".receipt strong").Last;

    /// <summary>What the browser itself found wrong: scripts that failed, what the page's policy refused.</summary>
    public IReadOnlyList<string> BrowserComplaints => _complaints;

    public static async Task<ResidentPage> OpenAsync(Chromium chromium, ServiceProcess service, string path = "/", string locale = "en-US", int width = Chromium.PhoneWidth)
    {
        var context = await chromium.NewContextAsync(locale, width);
        var resident = new ResidentPage(await context.NewPageAsync());
        await resident.GoAsync(service, path);
        return resident;
    }

    public async Task GoAsync(ServiceProcess service, string path)
    {
        await Page.GotoAsync(new Uri(service.Address, path).AbsoluteUri);
        await Expect(Answer).ToBeVisibleAsync();
    }

    /// <summary>Types it, sends it, and waits for the answer.</summary>
    public async Task SayAsync(string words)
    {
        var before = await Own.CountAsync();
        await TypeAsync(words);
        await HeardAsync(before);
    }

    /// <summary>Types and sends; nobody waits for an answer.</summary>
    public async Task TypeAsync(string words)
    {
        await Page.FillAsync("#message", words);
        await Page.PressAsync("#message", "Enter");
    }

    /// <summary>Taps what is suggested, and waits for the answer.</summary>
    public async Task TapAsync(string words)
    {
        var before = await Own.CountAsync();
        await Suggestions.GetByText(words, new() { Exact = true }).ClickAsync();
        await HeardAsync(before);
    }

    public async Task<string> TextAsync() => ChatWords.Plain(await Page.Locator("body").InnerTextAsync());

    public async Task<string> AnswerTextAsync() => ChatWords.Plain(await Answer.InnerTextAsync());

    public ValueTask DisposeAsync() => Page.Context.DisposeAsync();

    private async Task HeardAsync(int ownBefore)
    {
        await Expect(Own.Nth(ownBefore)).ToHaveAttributeAsync("data-id", new System.Text.RegularExpressions.Regex("."));
        await Expect(Answer).ToBeVisibleAsync();
    }
}
