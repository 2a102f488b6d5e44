using System.Text.RegularExpressions;
using EngagementBot.Scenarios.Browser;
using EngagementBot.Tests.TextAnalytics.Azure;

namespace EngagementBot.Scenarios.Translations;

/// <summary>What an officer sees of a case in a language that the officer does not read.</summary>
public sealed class TranslatedCaseTests(TranslatedOffice office) : IClassFixture<TranslatedOffice>
{
    [Fact]
    public async Task ResidentsWordsStandFirstAndTheMachinesBesideThemMarked()
    {
        using var complaint = await office.FileAsync();
        var page = (await office.Ana.OpenAsync(complaint.Number)).Page;
        Regex.IsMatch(page.Html, $"""<blockquote class="text" lang="vi" dir="ltr">{Regex.Escape(TranslatedOffice.Covered)}</blockquote>""").ShouldBeTrue(page.Html);
        page.Text.ShouldContain($"[vi > en] {TranslatedOffice.Covered}");
        page.Text.ShouldContain($"[vi > en] {TranslatedOffice.Place}");
        page.Html.IndexOf(TranslatedOffice.Covered, StringComparison.Ordinal).ShouldBeLessThan(page.Html.IndexOf("[vi &gt; en]", StringComparison.Ordinal));
        page.Count("Machine translation (can be wrong)").ShouldBe(page.Count("[vi > en]"));
        page.Text.ShouldContain("Interpreter needed: Vietnamese");
        office.Translator.Refused.ShouldBeEmpty();
    }

    [Fact]
    public async Task TextIsSentMaskedAndOnlyOnceAndOnlyWhenAnOfficerOpensTheCase()
    {
        var before = office.Translator.Received.Count;
        using var complaint = await office.FileAsync();
        office.Translator.Received.Count.ShouldBe(before);
        for (var look = 1; look <= 3; look++)
            await office.Ana.OpenAsync(complaint.Number);
        office.Translator.Received.Skip(before).ShouldHaveSingleItem().Texts.ShouldContain(TranslatedOffice.Covered);

        await TranslatedOffice.AddAsync(complaint, "Con trai tôi vẫn còn bị đau lưng rất nhiều");
        var page = (await office.Ana.OpenAsync(complaint.Number)).Page;
        page.Text.ShouldContain("[vi > en] Con trai tôi vẫn còn bị đau lưng rất nhiều");
        office.Translator.Received.Skip(before + 1).ShouldHaveSingleItem().Texts.ShouldBe(["Con trai tôi vẫn còn bị đau lưng rất nhiều"]);
        office.Translator.Received.SelectMany(r => r.Texts).ShouldAllBe(t => !t.Contains("123456789"));
        (await office.KeptAsync(complaint.Number)).ShouldContain("[vi > en] Con trai tôi vẫn còn bị đau lưng rất nhiều");
    }

    [Fact]
    public async Task EnglishCaseIsNotSent()
    {
        var before = office.Translator.Received.Count;
        using var complaint = await FiledComplaint.FileAsync(office.Service, "A deputy shouted at my aunt in the parking lot.");
        var page = (await office.Ana.OpenAsync(complaint.Number)).Page;
        page.Text.ShouldNotContain("Interpreter needed");
        page.Text.ShouldNotContain("Translate");
        office.Translator.Received.Count.ShouldBe(before);
    }

    [Fact]
    public async Task WordsInALanguageThatIsNotOfferedAreNamedAndTranslated_ThoughTheBotAnsweredInEnglish()
    {
        const string story = "গতকাল একজন পুলিশ অফিসার আমার ভাইকে মাটিতে ফেলে দিয়েছিল এবং গালি দিয়েছিল";
        using var complaint = await office.FileAsync("en", "Make a complaint", story, "Skip", "Skip", "No contact", "File it");
        var page = (await office.Ana.OpenAsync(complaint.Number)).Page;
        page.Text.ShouldContain("Bengali, answered in English");
        page.Text.ShouldContain("Interpreter needed: Bengali");
        page.Text.ShouldContain($"[bn > en] {story}");
        page.Html.ShouldContain($"""<blockquote class="text" lang="bn" dir="ltr">{story}</blockquote>""");
        page.Text.ShouldContain("The resident reads this, in English.");
        page.Text.ShouldNotContain("Translate into");
        (await office.Ana.GetAsync("/console")).Text.ShouldContain("Bengali, answered in English");
        office.Translator.Refused.ShouldBeEmpty();
    }

    [Fact]
    public async Task LanguageThatTheOfficeReadsNeedsNeitherMachineNorInterpreter()
    {
        var before = office.Translator.Received.Count;
        string[] keys = ["action.complaint", "dialog.skip", "dialog.skip", "complaint.contact.none", "dialog.file"];
        var says = keys.Select(k => ChatWords.Of("es", k)).ToList();
        using var complaint = await office.FileAsync("es", [says[0], "Un policía empujó a mi hermano y lo insultó en la calle", .. says.Skip(1)]);
        var page = (await office.Ana.OpenAsync(complaint.Number)).Page;
        page.Text.ShouldContain("The resident reads this, in Spanish.");
        page.Text.ShouldNotContain("Interpreter needed");
        page.Text.ShouldNotContain("Translate into");
        office.Translator.Received.Count.ShouldBe(before);
    }

    [Fact]
    public async Task TranslationThatComesTooLateForThePageStandsOnTheNextOne()
    {
        using var complaint = await office.FileAsync();
        var before = office.Translator.Received.Count;
        office.Translator.Behaviour = n => n == before + 1 ? Slow : LanguageFault.None;
        (await office.Ana.OpenAsync(complaint.Number)).Page.Text.ShouldContain("has not translated everything yet");
        for (var tries = 0; tries < 50 && (await office.KeptAsync(complaint.Number)).Count == 0; tries++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
        var page = (await office.Ana.OpenAsync(complaint.Number)).Page;
        page.Text.ShouldContain($"[vi > en] {TranslatedOffice.Covered}");
        page.Text.ShouldNotContain("has not translated everything yet");
        office.Translator.Received.Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task PartThatCannotBeTranslatedStandsAsWritten_AndTheOthersTranslated()
    {
        using var complaint = await office.FileAsync();
        var before = office.Translator.Received.Count;
        office.Translator.Refuses = t => t == TranslatedOffice.Place ? 400 : null;
        var page = (await office.Ana.OpenAsync(complaint.Number)).Page;
        office.Translator.Refuses = _ => null;
        page.Text.ShouldContain($"[vi > en] {TranslatedOffice.Covered}");
        page.Text.ShouldContain(TranslatedOffice.Place);
        page.Text.ShouldNotContain($"[vi > en] {TranslatedOffice.Place}");
        page.Count("Could not be translated by machine.").ShouldBe(1);
        page.Text.ShouldNotContain("has not translated everything yet");
        var asked = office.Translator.Received.Count;
        (await office.Ana.OpenAsync(complaint.Number)).Page.Count("Could not be translated by machine.").ShouldBe(1);
        office.Translator.Received.Count.ShouldBe(asked);
        asked.ShouldBeGreaterThan(before + 1);
    }

    [Fact]
    public async Task ReplyThatCannotBeTranslatedStaysInItsField_AndTheOfficerIsToldWhatHelps()
    {
        using var complaint = await office.FileAsync();
        office.Translator.Refuses = t => t == "^^^" ? 400 : null;
        var failed = await office.Ana.PressAsync(await office.Ana.OpenAsync(complaint.Number), "Translate", ("original", "^^^"));
        office.Translator.Refuses = _ => null;
        failed.Text.ShouldContain("cannot translate this text, and nothing was sent");
        ReplyForm.Field(failed, "original").ShouldBe("^^^");
    }

    [Fact]
    public async Task ResidentIsToldOfTheTranslatorBeforeTheComplaint()
    {
        const string named = "Azure AI Translator";
        using var resident = await DirectLine.DirectLineClient.StartAsync(office.Service.Address, "en");
        resident.Greeting[0].Text.ShouldContain(named);
        string.Join('\n', (await resident.SayAsync("Make a complaint")).Select(r => r.Text)).ShouldContain(named);
    }

    private static LanguageFault Slow => new("slow", async (context, body, stop) =>
    {
        await Task.Delay(2600, stop);
        await LanguageFault.None.Behave(context, body, stop);
    });
}
