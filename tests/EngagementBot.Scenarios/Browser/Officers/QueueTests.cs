using System.Net;
using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace EngagementBot.Scenarios.Browser.Officers;

/// <summary>At an office of their own: one after the other, they can count the urgent cases.</summary>
public sealed class QueueTests(LiaisonOffice office, Chromium chromium) : IClassFixture<LiaisonOffice>
{
    private const long OneRefresh = 10_500;

    [Fact]
    public async Task CaseIsHiddenFromTheOfficerWhomTheResidentNames()
    {
        var service = await office.ServiceAsync();
        using var complaint = await FiledComplaint.FileUrgentAsync(service, "Deputy PETRAKOV is beating my brother right now outside our house");
        using var named = await office.OfficerAsync(await office.AddAsync("Ivan Petrakov"));
        using var ana = await office.OfficerAsync(LiaisonOffice.Ana);

        var (seen, hidden) = (await ana.GetAsync("/console"), await named.GetAsync("/console"));
        seen.Text.ShouldContain(complaint.Number);
        hidden.Text.ShouldNotContain(complaint.Number);
        UrgentIn(hidden.Text).ShouldBe(UrgentIn(seen.Text) - 1);
        (await named.GetAsync("/console?handler=List", isScript: true)).Html.ShouldNotContain(complaint.Number);

        var refused = await named.GetAsync($"/console/cases/{complaint.Number}");
        var unknown = await named.GetAsync("/console/cases/2020-999999");
        refused.Status.ShouldBe(HttpStatusCode.NotFound);
        refused.Text.Replace(complaint.Number, "", StringComparison.Ordinal).ShouldBe(unknown.Text.Replace("2020-999999", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task UrgentCaseIsAnnouncedOnceOnTheOpenQueueAndTheFocusStays()
    {
        var service = await office.ServiceAsync();
        using var earlier = await FiledComplaint.FileAsync(service, "A deputy laughed at my accent.");
        await using var officer = await office.ScreenAsync(chromium, LiaisonOffice.Ana);
        await officer.Page.Clock.InstallAsync();
        await officer.GoAsync("/console");
        var before = UrgentIn(await officer.Page.TitleAsync());
        var link = officer.Page.Locator($"#case-{earlier.Number}");
        await link.FocusAsync();

        using var urgent = await FiledComplaint.FileUrgentAsync(service, "Deputies are kicking my door in right now and my children are screaming");
        await officer.Page.Clock.FastForwardAsync(OneRefresh);
        await Expect(officer.Announcement).ToHaveTextAsync($"New urgent case {urgent.Number}.");
        await Expect(officer.Page).ToHaveTitleAsync(new Regex($"^\\({before + 1} urgent\\) Queue"));
        await Expect(officer.Page.Locator($"#urgent-{urgent.Number}")).ToBeVisibleAsync();
        await Expect(link).ToBeFocusedAsync();

        await officer.Announcement.EvaluateAsync("line => { line.textContent = 'nothing new'; }");
        await officer.Page.RunAndWaitForResponseAsync(() => officer.Page.Clock.FastForwardAsync(OneRefresh), r => r.Url.Contains("handler=List", StringComparison.Ordinal));
        await Expect(officer.Announcement).ToHaveTextAsync("nothing new");
        await officer.Page.ReloadAsync();
        await Expect(officer.Page).ToHaveTitleAsync(new Regex($"^\\({before + 1} urgent\\) Queue"));
        await Expect(officer.Announcement).ToBeEmptyAsync();
    }

    [Fact]
    public async Task NoStateIsBrokenInTwoInTheQueue()
    {
        using var complaint = await FiledComplaint.FileAsync(await office.ServiceAsync(), "A deputy parked on my mother's flowers and laughed when she asked him to move the car.");
        using var ana = await office.OfficerAsync(LiaisonOffice.Ana);
        await ana.PressAsync(await ana.OpenAsync(complaint.Number), "Take");
        await using var officer = await office.ScreenAsync(chromium, LiaisonOffice.Ana);
        // A little wider than where the table becomes a list of cards.
        await officer.Page.SetViewportSizeAsync(820, 900);
        var state = officer.Page.Locator("tr", new() { Has = officer.Page.Locator($"#case-{complaint.Number}") }).GetByText("Acknowledged");
        (await state.EvaluateAsync<int>("state => { const words = new Range(); words.selectNodeContents(state); return words.getClientRects().length; }")).ShouldBe(1);
    }

    private static int UrgentIn(string page) => Regex.Match(page, @"\((\d+) urgent\)") is { Success: true } found ? int.Parse(found.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : 0;
}
