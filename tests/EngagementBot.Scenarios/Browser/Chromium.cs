using EngagementBot.Scenarios.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace EngagementBot.Scenarios.Browser;

/// <summary>The system's own Chromium, started once; each test works in a context of its own. Where there is none, the test is skipped.</summary>
public sealed class Chromium : IAsyncDisposable
{
    // A phone of the cheap kind.
    public const int PhoneWidth = 390;
    public const int PhoneHeight = 844;

    private const float LongestWait = 30_000;

    private static readonly string Program = Environment.GetEnvironmentVariable("ENGAGEMENTBOT_TEST_CHROMIUM") is { Length: > 0 } given ? given : "/usr/bin/chromium";

    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> _started = new(StartAsync);

    internal async Task<IBrowserContext> NewContextAsync(string locale = "en-US", int width = PhoneWidth, int height = PhoneHeight)
    {
        Assert.SkipUnless(File.Exists(Program), $"There is no Chromium at {Program}. Set ENGAGEMENTBOT_TEST_CHROMIUM.");
        var (_, browser) = await _started.Value;
        return await browser.NewContextAsync(new() { Locale = locale, ViewportSize = new() { Width = width, Height = height } });
    }

    public async ValueTask DisposeAsync()
    {
        if (!_started.IsValueCreated || !_started.Value.IsCompletedSuccessfully)
            return;
        var (driver, browser) = await _started.Value;
        await browser.DisposeAsync();
        driver.Dispose();
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout(LongestWait);
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        }));
    }
}
