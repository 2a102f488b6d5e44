using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EngagementBot.Scenarios.Browser.Officers;

public sealed class DraftTests(LiaisonOffice office, Chromium chromium)
{
    [Fact]
    public async Task NoteTypedBeforeTheSignInEndedIsThereAfterSigningInAgain()
    {
        const string words = "Called the bus company; they keep recordings for 30 days.";
        var service = await office.ServiceAsync();
        var name = await office.AddAsync("Noor Tidewater");
        using var complaint = await FiledComplaint.FileAsync(service, "A deputy made my cousin get off the bus.");
        await using var officer = await office.ScreenAsync(chromium, name);
        await officer.GoToCaseAsync(complaint.Number);
        await officer.Page.GetByLabel("Your note").PressSequentiallyAsync(words);

        (await service.CommandAsync(["officer", "reset", name, "--password-stdin"], LiaisonOffice.Password + "\n")).ExitCode.ShouldBe(0);
        await officer.PressAsync("Save the note");
        await officer.SignInAsync(name);
        await Expect(officer.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"Case {complaint.Number}");
        await Expect(officer.Page.GetByLabel("Your note")).ToHaveValueAsync(words);
        await Expect(officer.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("This is your draft from before. It is not saved.");

        await officer.PressAsync("Save the note");
        await Expect(officer.Page.GetByText("The note is saved.")).ToBeVisibleAsync();
        await Expect(officer.Page.GetByLabel("Your note")).ToHaveValueAsync("");
        await Expect(officer.Page.Locator(".history .note")).ToContainTextAsync(words);
    }
}
