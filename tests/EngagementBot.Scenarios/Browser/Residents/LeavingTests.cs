using EngagementBot.Scenarios.Service;
using static Microsoft.Playwright.Assertions;

namespace EngagementBot.Scenarios.Browser.Residents;

public sealed class LeavingTests(RunningServices services, Chromium chromium)
{
    private const string Elsewhere = "https://www.weather.gov/";
    private const string OtherTitle = "Weather";
    private const string Button = "the button";
    private const string Escape = "Esc three times";

    [Theory]
    [InlineData(Button)]
    [InlineData(Escape)]
    public async Task LeavingQuicklyWipesWhatThePageKeptAndOpensAnotherInItsPlace(string way)
    {
        var service = await services.OfAsync();
        await using var resident = await TalkAsync(service);
        // Whoever only goes to another page finds the conversation again.
        await resident.Page.GotoAsync(Elsewhere);
        (await KeptAsync(resident, service)).ShouldContain("mi vecino");

        await resident.GoAsync(service, "/es");
        await LeaveAsync(resident, way);
        await Expect(resident.Page).ToHaveURLAsync(Elsewhere);
        (await KeptAsync(resident, service)).ShouldBe("{}{}");
        await resident.Page.GoBackAsync();
        await Expect(resident.Page).ToHaveTitleAsync(OtherTitle);
        await resident.Page.GoBackAsync();
        await Expect(resident.Page).Not.ToHaveTitleAsync(ChatWords.Of("es", "page.title"));
    }

    [Fact]
    public async Task EscPressedTwiceLeavesThePageAsItIs()
    {
        await using var resident = await ResidentPage.OpenAsync(chromium, await services.OfAsync());
        await resident.Page.FillAsync("#message", "my neighbor");
        await PressEscapeAsync(resident, 2);
        await resident.SayAsync("what is 287(g)?");
    }

    // Nothing of the test leaves this machine: the other page is answered here.
    private async Task<ResidentPage> TalkAsync(ServiceProcess service)
    {
        var resident = await ResidentPage.OpenAsync(chromium, service, "/es");
        await resident.Page.Context.RouteAsync(
            url => url.StartsWith(Elsewhere, StringComparison.Ordinal),
            route => route.FulfillAsync(new() { ContentType = "text/html", Body = $"<title>{OtherTitle}</title>" }));
        await resident.SayAsync("qué es el 287(g)");
        await resident.Page.FillAsync("#message", "mi vecino");
        return resident;
    }

    private static Task LeaveAsync(ResidentPage resident, string way) => way == Button
        ? resident.Page.ClickAsync("#leave")
        : PressEscapeAsync(resident, 3);

    private static async Task PressEscapeAsync(ResidentPage resident, int times)
    {
        for (var press = 0; press < times; press++)
            await resident.Page.Keyboard.PressAsync("Escape");
    }

    // Asked in the same tab, on a page of the service without scripts.
    private static async Task<string> KeptAsync(ResidentPage resident, ServiceProcess service)
    {
        await resident.Page.GotoAsync(new Uri(service.Address, "/health/live").AbsoluteUri);
        return await resident.Page.EvaluateAsync<string>("JSON.stringify(sessionStorage) + JSON.stringify(localStorage)");
    }
}
