using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace EngagementBot.Scenarios.Browser.Officers;

public sealed class WelcomeTests(LiaisonOffice office, Chromium chromium)
{
    [Fact]
    public async Task LinkOfANewOfficerLeavesItsSecretNowhereAndWorksOnce()
    {
        var service = await office.ServiceAsync();
        var link = Regex.Match((await service.CommandAsync(["officer", "add", "Nia Newbrook"])).Output, "/console/welcome#\\w+").Value;
        var secret = link.Split('#')[1];

        await using (var officer = await OfficerPage.OpenAsync(chromium, service, path: link))
        {
            await Expect(officer.Page).ToHaveURLAsync(new Uri(service.Address, "/console/welcome").AbsoluteUri);
            await ChooseAsync(officer);
            await Expect(officer.Page).ToHaveURLAsync(new Uri(service.Address, "/console").AbsoluteUri);
            await officer.Page.GoBackAsync();
            officer.Page.Url.ShouldNotContain(secret);
        }
        service.Output.ShouldNotContain(secret);

        await using var second = await OfficerPage.OpenAsync(chromium, service, path: link);
        await ChooseAsync(second);
        await Expect(second.Page.GetByText("This code is unknown, used or older than 24 hours.")).ToBeVisibleAsync();
    }

    private static async Task ChooseAsync(OfficerPage officer)
    {
        await officer.Page.GetByLabel("New password").FillAsync(LiaisonOffice.Password);
        await officer.Page.GetByLabel("The same password again").FillAsync(LiaisonOffice.Password);
        await officer.PressAsync("Save the password and sign in");
    }
}
