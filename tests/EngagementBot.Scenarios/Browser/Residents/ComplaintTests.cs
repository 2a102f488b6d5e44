using System.Text.RegularExpressions;
using EngagementBot.Scenarios.Service;
using static Microsoft.Playwright.Assertions;

namespace EngagementBot.Scenarios.Browser.Residents;

public sealed class ComplaintTests(RunningServices services, LiaisonOffice office, Chromium chromium)
{
    [Theory]
    [InlineData("es", "quiero quejarme, un oficial empujó a mi hermano ayer en la calle Oak")]
    [InlineData("ar", "أريد أن أشتكي، أمس دفع شرطي أخي على الأرض في شارع Oak Street")]
    public async Task ComplaintIsFiledByTappingAndItsReceiptShowsTheStateOnAnotherDay(string language, string complaint)
    {
        var service = await services.OfAsync();
        var receipt = await FileAsync(service, language, complaint);

        await using var later = await ResidentPage.OpenAsync(chromium, service, $"/{language}");
        await later.SayAsync(receipt);
        var state = await later.AnswerTextAsync();
        state.ShouldContain(ChatWords.BeginningOf(language, "status.case"));
        state.ShouldContain(ChatWords.Of(language, "state.new"));
        state.ShouldContain(ChatWords.Of(language, "status.no-replies"));
        (await later.TextAsync()).ShouldNotContain(receipt);
    }

    [Fact]
    public async Task OfficersReplyComesToTheOpenPageAndToWhoeverReturnsWithTheReceipt()
    {
        const string reply = "وصلت شكواك، وسنتصل بالشاهد هذا الأسبوع.";
        var service = await office.ServiceAsync();
        await using var resident = await ResidentPage.OpenAsync(chromium, service, "/ar");
        var receipt = await ComplainAsync(resident, "ar", "أريد أن أشتكي، أمس صرخ شرطي على جدتي في شارع Birch Street");

        await using var officer = await office.ScreenAsync(chromium, LiaisonOffice.Ana);
        await officer.Page.GetByRole(Microsoft.Playwright.AriaRole.Row).Filter(new() { HasText = "Birch Street" }).Locator("th a").ClickAsync();
        await officer.ReplyAsync(reply);

        await Expect(resident.Answer).ToContainTextAsync(reply);
        (await resident.AnswerTextAsync()).ShouldContain(ChatWords.BeginningOf("ar", "status.news"));

        await using var later = await ResidentPage.OpenAsync(chromium, service, "/ar");
        await later.SayAsync(receipt);
        (await later.AnswerTextAsync()).ShouldContain(reply);
        (await later.AnswerTextAsync()).ShouldContain(ChatWords.Of("ar", "state.in-progress"));
    }

    private async Task<string> FileAsync(ServiceProcess service, string language, string complaint)
    {
        await using var resident = await ResidentPage.OpenAsync(chromium, service, $"/{language}");
        return await ComplainAsync(resident, language, complaint);
    }

    // What the first sentence says is not asked again: only the contact is left, and the consent.
    private static async Task<string> ComplainAsync(ResidentPage resident, string language, string complaint)
    {
        await resident.SayAsync(complaint);
        (await resident.TextAsync()).ShouldContain(ChatWords.BeginningOf(language, "complaint.notice").Split('\n')[0]);
        await resident.TapAsync(ChatWords.Of(language, "complaint.contact.none"));
        (await resident.TextAsync()).ShouldContain(ChatWords.Of(language, "complaint.consent"));
        await resident.TapAsync(ChatWords.Of(language, "dialog.file"));
        await Expect(resident.Receipt).ToHaveTextAsync(new Regex(@"^\d{4} \d{4} \d{4} \d{4}$"));
        await Expect(resident.Receipt).ToHaveCSSAsync("direction", "ltr");
        return await resident.Receipt.InnerTextAsync();
    }
}
