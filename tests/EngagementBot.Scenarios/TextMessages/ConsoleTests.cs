using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using EngagementBot.Scenarios.Browser;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.TextMessages;

/// <summary>What officers see and do of text messages.</summary>
public sealed partial class ConsoleTests : IAsyncLifetime
{
    // Plain http, so that an officer without a browser keeps the sign-in.
    private const string PublicUrl = "http://chat.county.example";
    private const string Resident = "+15550188001";

    private readonly FakeTwilio _twilio = new();
    private ServiceProcess _service = null!;
    private OfficerClient _officer = null!;

    public async ValueTask InitializeAsync() => await StartAsync(localHour: 12);

    public async ValueTask DisposeAsync()
    {
        _officer.Dispose();
        await _service.DisposeAsync();
        _twilio.Dispose();
    }

    [Fact]
    public async Task ReplyIsFollowedToThePhoneAndAFailureRaisesTheAlarm()
    {
        var number = await FileAsync();
        var before = _twilio.To(Resident).Count;
        (await ReplyAsync(number, "We have read it. When was that?")).Location.ShouldBe($"/console/cases/{number}");
        await _twilio.UntilAsync(t => t.To(Resident).Count > before);
        _twilio.To(Resident)[^1].ShouldContain("We have read it. When was that?");
        var page = await UntilShownAsync(number, "Text message: queued at the text provider");
        page.ShouldContain("It goes out as a text message.");

        await FakeTwilio.ReportAsync(_service.Address, _twilio.Taken[^1], "sent");
        (await TextOfAsync(number)).ShouldContain("Text message: sent; the phone has not confirmed it yet");
        await FakeTwilio.ReportAsync(_service.Address, _twilio.Taken[^1], "delivered");
        (await TextOfAsync(number)).ShouldContain("Text message: delivered to the phone");
        (await _officer.GetAsync("/console")).Text.ShouldNotContain("not reached by text message");

        (await ReplyAsync(number, "Please call us.")).Location.ShouldNotBeNull();
        await _twilio.UntilAsync(t => t.To(Resident)[^1].Contains("Please call us.", StringComparison.Ordinal));
        await UntilShownAsync(number, "Text message: queued");
        await FakeTwilio.ReportAsync(_service.Address, _twilio.Taken[^1], "undelivered", "30003");
        page = await TextOfAsync(number);
        page.ShouldContain("The resident was not reached by text message: the phone is switched off or out of reach (code 30003)");
        page.ShouldContain("Text message: failed: the phone is switched off or out of reach (code 30003)");
        var queue = await _officer.GetAsync("/console");
        queue.Text.ShouldContain("1 resident was not reached by text message:");
        queue.Html.ShouldContain($"data-not-reached=\"{number}\"");
    }

    [Fact]
    public async Task ClosedPhoneIsExplainedAndAReplyIsRefusedUnlessItShallWaitForTheReceipt()
    {
        var number = await FileAsync();
        await SayAsync("stop messaging this phone for good ok");
        var page = await TextOfAsync(number);
        page.ShouldContain("Opted out since");
        page.ShouldContain("by a sentence of their own.");
        await SayAsync("START");
        (await TextOfAsync(number)).ShouldNotContain("Opted out since");
        await SayAsync("STOP");
        (await TextOfAsync(number)).ShouldContain("by the word “stop”.");
        var before = _twilio.To(Resident).Count;

        var refused = await ReplyAsync(number, "We have read it.");
        refused.Location.ShouldBeNull();
        refused.Text.ShouldContain("It is not sent: the resident wants no text messages any more.");
        refused.Text.ShouldContain("We have read it.");
        (await ReplyAsync(number, "We have read it.", ("withoutText", "true"))).Location.ShouldNotBeNull();
        (await UntilShownAsync(number, "Text message: not sent: the resident wants no texts")).ShouldContain("kept with the case, and not texted");
        _twilio.To(Resident).Count.ShouldBe(before);
    }

    [Fact]
    public async Task AtNightAReplyWaitsUntilEight()
    {
        await DisposeServiceAsync();
        await StartAsync(localHour: 23);
        var number = await FileAsync();
        var before = _twilio.To(Resident).Count;
        (await TextOfAsync(number)).ShouldContain("it goes out tomorrow 8:00 AM");
        (await ReplyAsync(number, "We have read it.")).Location.ShouldNotBeNull();
        (await UntilShownAsync(number, "Text message: goes out tomorrow 8:00 AM")).ShouldContain("The text message goes out tomorrow 8:00 AM");
        _twilio.To(Resident).Count.ShouldBe(before);
    }

    [Fact]
    public async Task ParkedTextsAreCountedShownAndDismissed()
    {
        await SayAsync("Your card 4111 1111 1111 1111 from the juniper bank", from: "72345");
        await SayAsync("Dear customer", from: "JuniperBank");
        (await _officer.GetAsync("/console")).Text.ShouldContain("Texts (2)");
        var list = await _officer.GetAsync("/console/texts");
        list.Text.ShouldContain("72345");
        list.Text.ShouldContain("JuniperBank");
        list.Text.ShouldContain("From a short code");
        list.Text.ShouldNotContain("4111");
        var id = ParkedId().Match(list.Html).Groups[1].Value;
        var token = FormToken().Match(list.Html).Groups[1].Value;
        var done = await _officer.PostAsync("/console/texts?handler=Dismiss", ("id", id), ("__RequestVerificationToken", token));
        done.Location.ShouldBe("/console/texts");
        var after = await _officer.GetAsync("/console/texts");
        after.Text.ShouldContain("Texts (1)");
        after.Html.ShouldNotContain(id);
    }

    [Fact]
    public async Task OfficerWritesFirstOnlyWithRecordedConsent()
    {
        const string stranger = "+15550188077";
        var number = await FileAsync();
        var refused = await WriteFirstAsync(number, stranger, how: "");
        refused.Location.ShouldBeNull();
        refused.Text.ShouldContain("Not sent: no consent is recorded for this phone.");
        _twilio.To(stranger).ShouldBeEmpty();
        (await WriteFirstAsync(number, "12", how: "at the counter")).Text.ShouldContain("This is no phone number.");

        (await WriteFirstAsync(number, "(555) 018-8077", how: "at the counter, on paper")).Location.ShouldBe($"/console/cases/{number}");
        await _twilio.UntilAsync(t => t.To(stranger).Count == 1);
        _twilio.To(stranger)[0].ShouldContain("The hearing is on Monday.");
        var page = await UntilShownAsync(number, "Text message: queued");
        page.ShouldContain($"recorded by {LiaisonOffice.Ana} on");
        page.ShouldContain("at the counter, on paper");

        await SayAsync("STOP", from: stranger);
        (await WriteFirstAsync(number, stranger, how: "on the phone")).Text.ShouldContain("the owner of this phone wants no text messages");
    }

    private async Task StartAsync(int localHour)
    {
        // The agency lies where it is that hour now.
        var offset = localHour - TimeProvider.System.GetUtcNow().Hour;
        offset += offset < -12 ? 24 : offset > 14 ? -24 : 0;
        var zone = offset == 0 ? "Etc/UTC" : string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{-offset:+0;-0}");
        _service = await ServiceProcess.StartAsync(new Dictionary<string, string>(_twilio.Settings) { ["PublicUrl"] = PublicUrl, ["Agency__TimeZone"] = zone });
        (await _service.CommandAsync(["officer", "add", LiaisonOffice.Ana, "--password-stdin"], LiaisonOffice.Password + "\n")).ExitCode.ShouldBe(0);
        _officer = new OfficerClient(_service.Address);
        (await _officer.SignInAsync(LiaisonOffice.Ana, LiaisonOffice.Password)).Location.ShouldBe("/console");
    }

    private async Task DisposeServiceAsync()
    {
        _officer.Dispose();
        await _service.DisposeAsync();
    }

    /// <returns>The case's number.</returns>
    private async Task<string> FileAsync()
    {
        foreach (var words in new[] { "I want to complain: a deputy was rude to my mother", "yesterday", "at the courthouse", "No contact", "1" })
            await SayAsync(words);
        var queue = await _officer.GetAsync("/console");
        var number = CaseNumber().Match(queue.Text);
        number.Success.ShouldBeTrue(string.Join("\n--\n", _twilio.To(Resident)));
        return number.Value;
    }

    // Until the answer is there and nothing more comes; a machine and a closed phone get none.
    private async Task SayAsync(string text, string from = Resident, params KeyValuePair<string, string>[] more)
    {
        var line = new PhoneLine(_service.Address, from);
        List<KeyValuePair<string, string>> form = [.. line.Form(text, PhoneLine.NewSid()), .. more];
        (await PhoneLine.PostAsync(_service.Address, new Uri($"{PublicUrl}/api/sms/twilio"), form, FakeTwilio.Token)).ShouldBe(HttpStatusCode.OK);
        var heard = _twilio.Taken.Count;
        for (var (quiet, waited) = (0, 0); quiet < 12 || (_twilio.Taken.Count == heard && from[0] == '+' && waited < 100); waited++)
        {
            var before = _twilio.Taken.Count;
            await Task.Delay(50, TestContext.Current.CancellationToken);
            quiet = _twilio.Taken.Count == before ? quiet + 1 : 0;
        }
    }

    private async Task<ConsoleAnswer> ReplyAsync(string number, string words, params (string Name, string Value)[] more) =>
        await _officer.PressAsync(await _officer.OpenAsync(number), "Reply", [("reply", words), ("confirmed", "true"), .. more]);

    private async Task<ConsoleAnswer> WriteFirstAsync(string number, string phone, string how)
    {
        var page = await _officer.GetAsync($"/console/cases/{number}/text");
        return await _officer.PostAsync(
            $"/console/cases/{number}/text", ("phone", phone), ("how", how), ("words", "The hearing is on Monday."), ("confirmed", "true"),
            ("seen", OpenCase.Read(number, page).Seen), ("__RequestVerificationToken", FormToken().Match(page.Html).Groups[1].Value));
    }

    private async Task<string> TextOfAsync(string number) => Spaces().Replace((await _officer.GetAsync($"/console/cases/{number}")).Text, " ");

    // The outbox works a moment later. What a form has just told is shown once, so that it is kept from the first look.
    private async Task<string> UntilShownAsync(string number, string words)
    {
        var shown = await TextOfAsync(number);
        for (var tries = 0; !shown.Contains(words, StringComparison.Ordinal); tries++)
        {
            tries.ShouldBeLessThan(100, shown);
            await Task.Delay(100, TestContext.Current.CancellationToken);
            shown += await TextOfAsync(number);
        }
        return shown;
    }

    [GeneratedRegex(@"\b20\d\d-\d{6}\b")]
    private static partial Regex CaseNumber();

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="([^"]+)""")]
    private static partial Regex FormToken();

    [GeneratedRegex("""name="id" value="([^"]+)""")]
    private static partial Regex ParkedId();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
