using System.Diagnostics;
using EngagementBot.Tests.TextAnalytics.Azure;

namespace EngagementBot.Scenarios.Translations;

/// <summary>A translator that fails costs an officer a moment and nothing else: no page, no word that was typed.</summary>
public sealed class FailingTranslatorTests : IAsyncLifetime
{
    private const string English = "We are sorry.";

    // The page waits for two seconds, a press of the button for six before it; the rest is room for a busy machine.
    private static readonly TimeSpan LongestPage = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan LongestPress = TimeSpan.FromSeconds(10);

    private static readonly LanguageFault[] AllFaults =
        [LanguageFault.Unauthorized, LanguageFault.TooMany(30), LanguageFault.Error, LanguageFault.Hangs, LanguageFault.HalfBody, LanguageFault.WrongJson, LanguageFault.Trickles];

    private readonly TranslatedOffice _office = new();

    public static TheoryData<int> Faults => [.. Enumerable.Range(0, AllFaults.Length)];

    public ValueTask InitializeAsync() => _office.InitializeAsync();

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task AfterOnePageHasWaitedInVainTheNextWaitsLess()
    {
        using var first = await _office.FileAsync();
        using var second = await _office.FileAsync();
        _office.Translator.Behaviour = _ => LanguageFault.Hangs;
        (await TimeAsync(first.Number)).ShouldBeGreaterThan(TimeSpan.FromSeconds(1.9));
        (await TimeAsync(second.Number)).ShouldBeLessThan(TimeSpan.FromSeconds(1.9));
    }

    [Fact]
    public async Task ServiceThatRefusesEverythingIsAskedAgainOnceItIsMended()
    {
        using var complaint = await _office.FileAsync();
        _office.Translator.Refuses = _ => 400;
        (await _office.Ana.OpenAsync(complaint.Number)).Page.Text.ShouldContain("has not translated everything yet");
        _office.Translator.Refuses = _ => null;
        // It is left alone for a while first.
        for (var tries = 0; !(await _office.Ana.OpenAsync(complaint.Number)).Page.Text.Contains($"[vi > en] {TranslatedOffice.Covered}", StringComparison.Ordinal); tries++)
        {
            tries.ShouldBeLessThan(90);
            await Task.Delay(1000, TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task PageOpensInTimeWithTheOriginalAndWhatWasTypedStays(int number)
    {
        var fault = AllFaults[number];
        using var complaint = await _office.FileAsync();
        _office.Translator.Behaviour = _ => fault;
        var begun = Stopwatch.StartNew();
        var opened = await _office.Ana.OpenAsync(complaint.Number);
        begun.Elapsed.ShouldBeLessThan(LongestPage, fault.Name);
        _office.Translator.Received.ShouldNotBeEmpty(fault.Name);
        opened.Page.Text.ShouldContain(TranslatedOffice.Covered, customMessage: fault.Name);
        opened.Page.Text.ShouldContain("has not translated everything yet", customMessage: fault.Name);
        opened.Page.Text.ShouldNotContain("Machine translation (", customMessage: fault.Name);

        begun.Restart();
        var failed = await _office.Ana.PressAsync(opened, "Translate", ("original", English));
        begun.Elapsed.ShouldBeLessThan(LongestPress, fault.Name);
        failed.Text.ShouldContain("gives no translation now, and nothing was sent", customMessage: fault.Name);
        (ReplyForm.Field(failed, "original"), ReplyForm.Field(failed, "reply")).ShouldBe((English, ""), fault.Name);
        (await complaint.Resident.NewMessagesAsync()).ShouldBeEmpty(fault.Name);
        _office.Service.Output.ShouldNotContain("cảnh sát");
    }

    private async Task<TimeSpan> TimeAsync(string number)
    {
        var begun = Stopwatch.StartNew();
        (await _office.Ana.OpenAsync(number)).Page.Text.ShouldContain(TranslatedOffice.Covered);
        return begun.Elapsed;
    }
}
