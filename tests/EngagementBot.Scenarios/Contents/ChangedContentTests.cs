using System.Diagnostics;
using EngagementBot.Scenarios.BadInput;
using EngagementBot.Scenarios.DirectLine;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.Contents;

/// <summary>Content is changed, and languages are added, without a programmer.</summary>
public sealed class ChangedContentTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task ALanguageIsAddedByAddingAFolder()
    {
        using var content = new ContentCopy();
        content.CopyFolder("locales/es", "locales/gn");
        content.Change("locales/gn/language.yaml", "name: Español", "name: Avañe'ẽ");
        content.Change("locales/gn/language.yaml", "englishName: Spanish", "englishName: Guarani");
        content.Change("locales/gn/strings.json", "\"action.complaint\": \"", "\"action.complaint\": \"(gn) ");
        content.Change("locales/gn/answers/program.what.md", "\n---\n", "\n---\nMba'éichapa.\n\n");
        await using var service = await ServiceProcess.StartAsync(content.Settings);

        using var resident = await DirectLineClient.StartAsync(service.Address, "gn");
        var said = await resident.SayAsync("¿Qué es el programa 287(g)?");
        said[0].Text.ShouldContain("Mba'éichapa.");
        var complaint = content.TextOf("locales/gn/strings.json", "action.complaint");
        complaint.ShouldStartWith("(gn) ");
        (await resident.SayAsync(complaint)).Select(m => m.Text).ShouldContain(t => t.Contains(content.TextOf("locales/gn/strings.json", "complaint.what"), StringComparison.Ordinal));
        using var http = new HttpClient { BaseAddress = service.Address };
        (await http.GetStringAsync(new Uri("/gn", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldContain("lang=\"gn\"");
        (await http.GetStringAsync(new Uri("/gn/answers/program.what", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldContain("Mba'éichapa.");
    }

    [Fact]
    public async Task AChangedAnswerIsInUseWithoutARestartAndABrokenOneIsNot()
    {
        using var content = new ContentCopy();
        await using var service = await ServiceProcess.StartAsync(content.Settings);
        using var resident = await DirectLineClient.StartAsync(service.Address, "es");

        content.Change("locales/es/answers/bot.about.md", "\n---\n", "\n---\nPrimera palabra nueva.\n\n");
        await UntilAsync(async () => (await AskAsync(resident)).Contains("Primera palabra nueva.", StringComparison.Ordinal));

        content.Change("locales/es/answers/bot.about.md", "Primera palabra nueva.", "Segunda {agency.nombre}.");
        await UntilAsync(() => Task.FromResult(service.Output.Contains("the old one stays in use", StringComparison.Ordinal)));
        service.Output.ShouldContain("agency.nombre");
        (await AskAsync(resident)).ShouldContain("Primera palabra nueva.");

        content.Change("locales/es/answers/bot.about.md", "Segunda {agency.nombre}.", "Tercera palabra.");
        await UntilAsync(async () => (await AskAsync(resident)).Contains("Tercera palabra.", StringComparison.Ordinal));
    }

    private static async Task<string> AskAsync(DirectLineClient resident) =>
        string.Join('\n', (await resident.SayAsync("¿Con quién estoy hablando? ¿Esto es ICE o es una persona?")).Select(m => m.Text));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var waited = Stopwatch.StartNew();
        while (!await holds())
        {
            waited.Elapsed.ShouldBeLessThan(Longest);
            await Task.Delay(500);
        }
    }
}
