using EngagementBot.Scenarios.Browser;
using Microsoft.Playwright;

namespace EngagementBot.Scenarios.Translations;

/// <summary>A translated reply in an officer's browser, with scripts.</summary>
public sealed class TranslatedReplyInBrowserTests(TranslatedOffice office, Chromium chromium) : IClassFixture<TranslatedOffice>
{
    [Fact]
    public async Task TranslatedReplySurvivesLeavingThePageAndIsForgottenOnceSent()
    {
        using var complaint = await office.FileAsync();
        await using var screen = await OfficerPage.OpenAsync(chromium, office.Service, office.Ana.Cookie);
        await screen.GoToCaseAsync(complaint.Number);
        await screen.Page.GetByLabel("Your reply in English").FillAsync("We are sorry.");
        await screen.PressAsync("Translate into Vietnamese");
        await Assertions.Expect(screen.Page.GetByText("Translated, and not sent.")).ToBeVisibleAsync();
        await screen.GoAsync("/console");
        await screen.GoToCaseAsync(complaint.Number);
        await Assertions.Expect(screen.Page.GetByLabel("Your reply in English")).ToHaveValueAsync("We are sorry.");
        await Assertions.Expect(screen.Page.GetByLabel("What the resident reads, in Vietnamese")).ToHaveValueAsync("[en > vi] We are sorry.");
        await Assertions.Expect(screen.Page.GetByText("This is your draft from before. It is not sent.")).ToBeVisibleAsync();

        await screen.Page.GetByLabel("I have read it through").CheckAsync();
        await screen.PressAsync("Send to the resident");
        await Assertions.Expect(screen.Page.GetByText("The reply is sent.")).ToBeVisibleAsync();
        await Assertions.Expect(screen.Page.GetByLabel("Your reply in English")).ToHaveValueAsync("");
        await Assertions.Expect(screen.Page.GetByLabel("What the resident reads, in Vietnamese")).ToHaveValueAsync("");
        (await complaint.Resident.NewMessagesAsync()).ShouldHaveSingleItem().Text.ShouldEndWith("\n\nWe are sorry.");
    }
}
