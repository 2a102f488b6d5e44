using EngagementBot.Scenarios.Service;
using Microsoft.Playwright;

namespace EngagementBot.Scenarios.Browser;

/// <summary>The console in an officer's browser.</summary>
internal sealed class OfficerPage : IAsyncDisposable
{
    private const int Width = 1280;
    private const int Height = 900;

    private readonly Uri _service;

    private OfficerPage(IPage page, Uri service)
    {
        Page = page;
        _service = service;
    }

    public IPage Page { get; }

    public ILocator Announcement => Page.Locator("[data-announce]");

    /// <param name="cookie">An officer's sign-in; null for somebody who has not signed in.</param>
    public static async Task<OfficerPage> OpenAsync(Chromium chromium, ServiceProcess service, string? cookie = null, string path = "/console")
    {
        var context = await chromium.NewContextAsync(width: Width, height: Height);
        if (cookie is not null)
            await context.AddCookiesAsync([new() { Name = "console", Value = cookie, Domain = service.Address.Host, Path = "/console", HttpOnly = true, SameSite = SameSiteAttribute.Strict }]);
        var officer = new OfficerPage(await context.NewPageAsync(), service.Address);
        await officer.GoAsync(path);
        return officer;
    }

    public Task GoAsync(string path) => Page.GotoAsync(new Uri(_service, path).AbsoluteUri);

    public Task GoToCaseAsync(string number) => GoAsync($"/console/cases/{number}");

    /// <summary>On the page that asks for it.</summary>
    public async Task SignInAsync(string name, string password = LiaisonOffice.Password)
    {
        await Page.GetByLabel("Name").FillAsync(name);
        await Page.GetByLabel("Password").FillAsync(password);
        await PressAsync("Sign in");
    }

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public async Task ReplyAsync(string words)
    {
        await Page.GetByLabel("Your reply").FillAsync(words);
        await Page.GetByLabel("I have read it through").CheckAsync();
        await PressAsync("Send to the resident");
        await Assertions.Expect(Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "The reply is sent." })).ToBeVisibleAsync();
    }

    public ValueTask DisposeAsync() => Page.Context.DisposeAsync();
}
