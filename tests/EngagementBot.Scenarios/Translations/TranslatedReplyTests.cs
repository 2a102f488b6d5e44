using System.Net;
using EngagementBot.Scenarios.Browser;

namespace EngagementBot.Scenarios.Translations;

/// <summary>An officer answers in English, and the resident reads Vietnamese. Nothing goes out that the officer did not see.</summary>
public sealed class TranslatedReplyTests(TranslatedOffice office) : IClassFixture<TranslatedOffice>, IAsyncLifetime
{
    private const string English = "We are sorry.\nWe will look at the recording.";
    private const string Vietnamese = "[en > vi] We are sorry.\nWe will look at the recording.";

    private FiledComplaint _complaint = null!;

    public async ValueTask InitializeAsync() => _complaint = await office.FileAsync();

    public ValueTask DisposeAsync()
    {
        _complaint.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task ReplyIsSeenInBothLanguagesThenSentAndKeptInBoth()
    {
        var translated = await PressAsync("Translate", ("original", English));
        translated.Status.ShouldBe(HttpStatusCode.OK);
        translated.Text.ShouldContain("Translated, and not sent.");
        ReplyForm.Field(translated, "original").ShouldBe(English);
        ReplyForm.Field(translated, "reply").ShouldBe(Vietnamese);
        translated.Text.ShouldContain($"[vi > en] {Vietnamese}");
        translated.Text.ShouldNotContain("replied to the resident");
        (await _complaint.Resident.NewMessagesAsync()).ShouldBeEmpty();

        var sent = await PressAsync("Reply", [.. ReplyForm.Fields(translated), ("confirmed", "true")]);
        sent.Location.ShouldBe($"/console/cases/{_complaint.Number}");
        var heard = (await _complaint.Resident.NewMessagesAsync()).ShouldHaveSingleItem().Text;
        heard.ShouldEndWith($"{Vietnamese}\n\n{TranslatedOffice.Say("status.translated")}\n\n{English}");
        string.Join('\n', (await _complaint.Resident.SayAsync(_complaint.Receipt)).Select(r => r.Text)).ShouldContain($"{Vietnamese}\n\n{TranslatedOffice.Say("status.translated")}\n\n{English}");
        var history = WebUtility.HtmlDecode((await office.Ana.OpenAsync(_complaint.Number)).Page.Html).Split("id=\"history-heading\"")[1];
        history.ShouldContain(Vietnamese);
        history.ShouldContain($"""<blockquote class="text" lang="en" dir="ltr">{English}</blockquote>""");
    }

    [Fact]
    public async Task WhatTheOfficerChangesInTheTranslationIsWhatGoesOut()
    {
        var fields = ReplyForm.Fields(await PressAsync("Translate", ("original", English)));
        await PressAsync("Reply", [.. fields.Where(f => f.Name != "reply"), ("reply", "Chúng tôi rất tiếc."), ("confirmed", "true")]);
        (await _complaint.Resident.NewMessagesAsync()).ShouldHaveSingleItem().Text.ShouldContain($"Chúng tôi rất tiếc.\n\n{TranslatedOffice.Say("status.translated")}\n\n{English}");
    }

    [Fact]
    public async Task EnglishThatWasNotTranslatedOrWasChangedAfterwardsIsNotSent()
    {
        var never = await PressAsync("Reply", ("original", English), ("reply", "Xin chào."), ("confirmed", "true"));
        never.Text.ShouldContain("your English is not translated");
        ReplyForm.Field(never, "reply").ShouldBe("Xin chào.");
        var fields = ReplyForm.Fields(await PressAsync("Translate", ("original", English)));
        var changed = await PressAsync("Reply", [.. fields.Where(f => f.Name != "original"), ("original", "Something else."), ("confirmed", "true")]);
        changed.Text.ShouldContain("you changed the English after it was translated");
        (ReplyForm.Field(changed, "original"), ReplyForm.Field(changed, "reply")).ShouldBe(("Something else.", Vietnamese));
        (await _complaint.Resident.NewMessagesAsync()).ShouldBeEmpty();

        var again = await PressAsync("Translate", [.. ReplyForm.Fields(changed)]);
        ReplyForm.Field(again, "reply").ShouldBe("[en > vi] Something else.");
    }

    [Fact]
    public async Task MachinesWordsDoNotGoOutAsTheOfficersOwn()
    {
        var fields = ReplyForm.Fields(await PressAsync("Translate", ("original", English)));
        var refused = await PressAsync("Reply", [.. fields.Where(f => f.Name != "original"), ("original", ""), ("confirmed", "true")]);
        refused.Text.ShouldContain("the text is the machine's");
        ReplyForm.Field(refused, "reply").ShouldBe(Vietnamese);
        (await _complaint.Resident.NewMessagesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task WhatWasTypedIsNeverWrittenOver()
    {
        var before = office.Translator.Received.Count;
        var refused = await PressAsync("Translate", ("original", English), ("reply", "Xin chào, tôi đang viết."));
        refused.Text.ShouldContain("Nothing was translated");
        (ReplyForm.Field(refused, "original"), ReplyForm.Field(refused, "reply")).ShouldBe((English, "Xin chào, tôi đang viết."));
        office.Translator.Received.Skip(before).ShouldAllBe(r => r.To == "en");
    }

    [Fact]
    public async Task ReadyReplyGoesOutAsItIsWithoutAWordOfMachines()
    {
        await PressAsync("Reply", ("original", ""), ("reply", "Chúng tôi đã nhận được."), ("confirmed", "true"));
        (await _complaint.Resident.NewMessagesAsync()).ShouldHaveSingleItem().Text.ShouldEndWith("Chúng tôi đã nhận được.");
    }

    private async Task<ConsoleAnswer> PressAsync(string form, params (string Name, string Value)[] fields) =>
        await office.Ana.PressAsync(await office.Ana.OpenAsync(_complaint.Number), form, fields);
}
