using EngagementBot.Scenarios.Browser;
using EngagementBot.Scenarios.DirectLine;

namespace EngagementBot.Scenarios.Translations;

/// <summary>Where no translator is configured, an officer is told whom to call, and has ready replies in both languages.</summary>
public sealed class WithoutTranslatorTests(LiaisonOffice office)
{
    [Fact]
    public async Task OfficerSeesTheOriginalTheInterpreterNeededAndReadyRepliesInBothLanguages()
    {
        var service = await office.ServiceAsync();
        using var resident = await DirectLineClient.StartAsync(service.Address, "ht");
        string[] messages =
        [
            ChatWords.Of("ht", "action.complaint"), "Yon polisye pouse frè m atè epi li joure l", ChatWords.Of("ht", "dialog.skip"), ChatWords.Of("ht", "dialog.skip"),
            ChatWords.Of("ht", "complaint.contact.none"), ChatWords.Of("ht", "dialog.file"),
        ];
        var said = "";
        foreach (var message in messages)
            said += string.Join('\n', (await resident.SayAsync(message)).Select(r => r.Text));
        var receipt = System.Text.RegularExpressions.Regex.Match(said, @"\d{4} \d{4} \d{4} \d{4}").Value;
        var number = System.Text.RegularExpressions.Regex.Match((await resident.SayAsync(receipt))[0].Text, @"20\d\d-\d{6}").Value;

        using var ana = await office.OfficerAsync(LiaisonOffice.Ana);
        var page = (await ana.OpenAsync(number)).Page;
        page.Text.ShouldContain("Interpreter needed: Haitian Creole");
        page.Text.ShouldContain("Yon polisye pouse frè m atè epi li joure l");
        page.Text.ShouldContain("Ready replies in Haitian Creole");
        page.Html.ShouldContain("""lang="ht" dir="ltr">""");
        page.Text.ShouldNotContain("Machine translation");
        page.Text.ShouldNotContain("Translate into");
        (await ana.PressAsync(await ana.OpenAsync(number), "Translate", ("original", "Hello."))).Text.ShouldContain("gives no translation now");
    }
}
