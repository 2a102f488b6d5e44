using System.Collections.Concurrent;
using System.Text.Json;
using EngagementBot.Scenarios.Service;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EngagementBot.Scenarios.Browser.Residents;

/// <summary>For a cheap phone on a slow network.</summary>
public sealed class WeightTests(RunningServices services, Chromium chromium, ITestOutputHelper output)
{
    // Of the two kilobytes the smaller one.
    private const double MostBytes = 40_000;

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    [InlineData("ar")]
    public async Task PageWeighsAtMost40KilobytesAndLoadsNothingFromElsewhere(string language)
    {
        var service = await services.OfAsync();
        await using var context = await chromium.NewContextAsync();
        var page = await context.NewPageAsync();
        var network = await context.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        var (addresses, weights, complaints) = (new ConcurrentQueue<string>(), new ConcurrentQueue<double>(), new ConcurrentQueue<string>());
        network.Event("Network.requestWillBeSent").OnEvent += (_, e) => addresses.Enqueue(Of(e).GetProperty("request").GetProperty("url").GetString()!);
        network.Event("Network.webSocketCreated").OnEvent += (_, e) => addresses.Enqueue(Of(e).GetProperty("url").GetString()!);
        network.Event("Network.loadingFinished").OnEvent += (_, e) => weights.Enqueue(Of(e).GetProperty("encodedDataLength").GetDouble());
        page.Console += (_, line) => complaints.Enqueue(line.Text);

        await page.GotoAsync(new Uri(service.Address, language).AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Expect(page.Locator("#transcript > li.bot")).ToBeVisibleAsync();

        output.WriteLine($"/{language}: {weights.Sum():N0} bytes on the wire in {weights.Count} answers, headers and the start of the conversation included");
        weights.Count.ShouldBeGreaterThan(15);
        weights.Sum().ShouldBeLessThanOrEqualTo(MostBytes);
        addresses.Where(a => new Uri(a) is { Scheme: not "data" } to && to.Authority != service.Address.Authority).ShouldBeEmpty();
        complaints.ShouldBeEmpty();
    }

    private static JsonElement Of(JsonElement? happened) => happened!.Value;
}
