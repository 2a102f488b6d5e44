using EngagementBot.Scenarios.Service;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EngagementBot.Scenarios.Browser;

/// <summary>Every page in every colour scheme, and on the narrowest phone.</summary>
public sealed class AccessibilityTests(RunningServices services, LiaisonOffice office, Chromium chromium)
{
    private const int NarrowWidth = 320;

    [Theory]
    [InlineData("en", "ICE agents are at my door right now banging and shouting, what do I do")]
    [InlineData("es", "qué es el 287(g)")]
    [InlineData("ar", "ما هو 287(g)؟")]
    public async Task ChatPageHasNoViolationsAndFitsANarrowPhone(string language, string words)
    {
        await using var resident = await ResidentPage.OpenAsync(chromium, await services.OfAsync(), $"/{language}", width: NarrowWidth);
        await ShouldFitAsync(resident.Page);
        await resident.SayAsync(words);
        await ShouldFitAsync(resident.Page);
        (await AxeReport.OfAsync(resident.Page)).ShouldBeEmpty();
        resident.BrowserComplaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/en/answers", "/vi/answers/stop.home", "/en/answers/no.such")]
    [InlineData("/ar/answers", "/ar/answers/court.process", "/ar/answers/program.impact")]
    [InlineData("/zh-Hans/answers", "/hi/answers/arrest.detainer", "/ru/answers/partner.oversight")]
    public async Task AnswerPagesHaveNoViolationsAndFitANarrowPhone(string first, params string[] others)
    {
        var service = await services.OfAsync();
        await using var context = await chromium.NewContextAsync("en-US", NarrowWidth);
        var page = await context.NewPageAsync();
        foreach (var path in others.Prepend(first))
        {
            await page.GotoAsync(new Uri(service.Address, path).AbsoluteUri);
            await ShouldFitAsync(page);
            (await AxeReport.OfAsync(page)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task ConsoleHasNoViolationsAndFitsANarrowPhone()
    {
        using var complaint = await FiledComplaint.FileAsync(await office.ServiceAsync(), "A deputy took my brother's phone and wrote down his contacts.", "312 555 0187");
        using (var ana = await office.OfficerAsync(LiaisonOffice.Ana))
        {
            var page = await ana.OpenAsync(complaint.Number);
            await ana.PressAsync(page, "Note", ("note", "Camera of car 12 asked for."));
            await ana.PressAsync(page, "Reply", ("reply", "We are looking at the camera's recording."), ("confirmed", "true"));
        }
        await using var officer = await office.ScreenAsync(chromium, LiaisonOffice.Supervisor);
        await ShouldBeOpenToAllAsync(officer, "/console", "/console?kind=praise", "/console/officers", "/console/texts", $"/console/cases/{complaint.Number}", $"/console/cases/{complaint.Number}/text", "/console/cases/2020-000001");
        await officer.GoToCaseAsync(complaint.Number);
        await officer.PressAsync("Save the note");
        await Expect(officer.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        (await AxeReport.OfAsync(officer.Page)).ShouldBeEmpty();
    }

    [Fact]
    public async Task PagesBeforeTheSignInHaveNoViolationsAndFitANarrowPhone()
    {
        await using var stranger = await OfficerPage.OpenAsync(chromium, await office.ServiceAsync());
        await ShouldBeOpenToAllAsync(stranger, "/console/sign-in", "/console/welcome");
    }

    [Fact]
    public async Task RefusalOfADelegatedOfficerHasNoViolationsAndFitsANarrowPhone()
    {
        await using var officer = await office.ScreenAsync(chromium, LiaisonOffice.Delegated);
        await ShouldBeOpenToAllAsync(officer, "/console");
    }

    private static async Task ShouldBeOpenToAllAsync(OfficerPage officer, params string[] pages)
    {
        foreach (var page in pages)
        {
            await officer.GoAsync(page);
            (await AxeReport.OfAsync(officer.Page)).ShouldBeEmpty();
            var size = officer.Page.ViewportSize!;
            await officer.Page.SetViewportSizeAsync(NarrowWidth, size.Height);
            await ShouldFitAsync(officer.Page);
            await officer.Page.SetViewportSizeAsync(size.Width, size.Height);
        }
    }

    private static async Task ShouldFitAsync(IPage page) =>
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(NarrowWidth, $"{page.Url} scrolls sideways");
}
