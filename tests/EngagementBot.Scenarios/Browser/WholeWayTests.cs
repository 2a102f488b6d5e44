using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EngagementBot.Scenarios.Browser;

public sealed class WholeWayTests(LiaisonOffice office, Chromium chromium)
{
    private const string Complaint = "quiero quejarme, un oficial le gritó a mi mamá ayer en la calle Maple";
    private const string Note = "Deputy on duty was car 7; asked for the log.";
    private const string Reply = "Gracias por avisarnos. Ya pedimos el registro y le escribimos aquí el viernes.";

    [Fact]
    public async Task ResidentComplainsInSpanishAndAnOfficerTakesNotesAnswersAndResolves()
    {
        var service = await office.ServiceAsync();
        await using var resident = await ResidentPage.OpenAsync(chromium, service, "/es");
        await resident.SayAsync(Complaint);
        await resident.TapAsync("Sin contacto");
        await resident.TapAsync("Presentar");
        var receipt = await resident.Receipt.InnerTextAsync();

        await using var officer = await OfficerPage.OpenAsync(chromium, service);
        await officer.SignInAsync(LiaisonOffice.Ben);
        await FilterAsync(officer, language: "Spanish", kind: "Complaint", state: "New");
        await RowOf(officer).Locator("th a").ClickAsync();
        await WorkAsync(officer);

        await Expect(resident.Answer).ToContainTextAsync(Reply);
        await resident.SayAsync(receipt);
        await Expect(resident.Answer).ToContainTextAsync(ChatWords.Of("es", "state.resolved"));
        (await resident.TextAsync()).ShouldNotContain("car 7");
        (await resident.TextAsync()).ShouldNotContain("Log checked");

        await officer.GoAsync("/console");
        await Expect(RowOf(officer)).ToHaveCountAsync(0);
        await FilterAsync(officer, language: "Spanish", kind: "All", state: "Resolved");
        await Expect(RowOf(officer)).ToContainTextAsync(LiaisonOffice.Ben);
        await FilterAsync(officer, language: "Arabic", kind: "All", state: "Resolved");
        await Expect(RowOf(officer)).ToHaveCountAsync(0);
    }

    private static async Task WorkAsync(OfficerPage officer)
    {
        await officer.PressAsync("Take the case");
        await Expect(officer.Page.Locator(".facts")).ToContainTextAsync("You have it");
        await officer.Page.GetByLabel("Your note").FillAsync(Note);
        await officer.PressAsync("Save the note");
        await Expect(officer.Page.Locator(".history .note")).ToContainTextAsync(Note);
        await officer.ReplyAsync(Reply);
        await officer.Page.GetByLabel("New state").SelectOptionAsync("Resolved");
        await officer.Page.GetByLabel("Reason, for officers").FillAsync("Log checked with the shift sergeant.");
        await officer.PressAsync("Change the state");
        await Expect(officer.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "The state is now “Resolved”." })).ToBeVisibleAsync();
    }

    private static async Task FilterAsync(OfficerPage officer, string language, string kind, string state)
    {
        await officer.Page.GetByLabel("Language").SelectOptionAsync(language);
        await officer.Page.GetByLabel("Kind").SelectOptionAsync(kind);
        await officer.Page.GetByLabel("State").SelectOptionAsync(state);
        await officer.PressAsync("Show");
        await Expect(officer.Page.GetByRole(AriaRole.Link, new() { Name = "Show all" })).ToBeVisibleAsync();
    }

    private static ILocator RowOf(OfficerPage officer) => officer.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "calle Maple" });
}
