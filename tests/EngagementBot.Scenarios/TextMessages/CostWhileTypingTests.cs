using System.Text.RegularExpressions;
using EngagementBot.Scenarios.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EngagementBot.Scenarios.TextMessages;

public sealed partial class CostWhileTypingTests(LiaisonOffice office, Chromium chromium)
{
    [Fact]
    public async Task OfficerSeesWhileTypingWhatAReplyCosts()
    {
        const string number = "+15550166001";
        var filed = await PlayAsync(number, "I want to complain: a deputy was rude to my mother\nyesterday\nat the courthouse\nNo contact\n1\nstatus of my case\n");
        await using var officer = await office.ScreenAsync(chromium, LiaisonOffice.Ana);
        await officer.GoToCaseAsync(CaseNumber().Match(filed).Value);
        var (reply, cost) = (officer.Page.GetByLabel("Your reply"), officer.Page.Locator("[data-cost-of=reply]"));
        await Expect(cost).ToBeHiddenAsync();
        await reply.FillAsync("We have read it – it’s with us.");
        await Expect(cost).ToHaveTextAsync("As text message: 1 segment, GSM-7.");
        await reply.FillAsync("Gracias. ¿Qué más pasó?");
        // With the line that names the case before it.
        await Expect(cost).ToHaveTextAsync("As text message: 2 segments, Unicode because of “\u2068á\u2069”.");
        await reply.FillAsync(string.Concat(Enumerable.Repeat("Gracias. ¿Qué más pasó? ", 9)));
        await Expect(cost).ToHaveClassAsync("hint cost high");
        await Expect(cost).ToContainTextAsync("That is long for a phone");
        await reply.FillAsync(string.Concat(Enumerable.Repeat("Gracias. ¿Qué más pasó? ", 20)));
        await Expect(cost).ToContainTextAsync("It goes out as several texts.");
        // A draft that comes back after a reload is counted too.
        await officer.Page.ReloadAsync();
        await Expect(cost).ToContainTextAsync("It goes out as several texts.");
    }

    private async Task<string> PlayAsync(string number, string lines)
    {
        var service = await office.ServiceAsync();
        var played = await service.CommandAsync(["sms", "--url", service.Address.OriginalString, "--number", number], lines);
        played.ExitCode.ShouldBe(0, played.Error);
        return played.Output;
    }

    [GeneratedRegex(@"\b20\d\d-\d{6}\b")]
    private static partial Regex CaseNumber();
}
