using EngagementBot.Scenarios.Service;
using static Microsoft.Playwright.Assertions;

namespace EngagementBot.Scenarios.Browser.Residents;

public sealed class ConnectionTests(Chromium chromium)
{
    [Fact]
    public async Task MessageTypedWhileTheServiceIsAwayIsSentOnce()
    {
        await using var service = await ServiceProcess.StartAsync();
        await using var resident = await ResidentPage.OpenAsync(chromium, service);
        await service.KillAsync();
        await resident.TypeAsync("what is 287(g)?");
        await Expect(resident.Page.Locator("#connection")).ToHaveTextAsync(ChatWords.Of("en", "page.offline"));
        await Expect(resident.Own).ToContainTextAsync(ChatWords.Of("en", "page.not-sent"));

        await service.StartAgainAsync();
        await Expect(resident.Answer).ToContainTextAsync(ChatWords.Of("en", "answer.sources"));
        await Expect(resident.Messages).ToHaveCountAsync(3);

        // The service's own record, not only what the page shows.
        await resident.Page.ReloadAsync();
        await Expect(resident.Messages).ToHaveCountAsync(3);
        await Expect(resident.Own).ToHaveCountAsync(1);
    }
}
