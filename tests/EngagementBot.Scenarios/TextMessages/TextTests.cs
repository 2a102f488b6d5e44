using System.Net;
using EngagementBot.Scenarios.Privacy;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.TextMessages;

/// <summary>Texts in and out of the whole service, with Twilio's API on loopback.</summary>
public sealed class TextTests : IAsyncLifetime
{
    private readonly FakeTwilio _twilio = new();
    private ServiceProcess _service = null!;

    public async ValueTask InitializeAsync() => _service = await ServiceProcess.StartAsync(_twilio.Settings);

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _twilio.Dispose();
    }

    [Fact]
    public async Task TheSameTextAHundredTimesAtOnceIsOne()
    {
        var phone = Phone(1);
        var sid = PhoneLine.NewSid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => phone.SayAsync("menu", sid)));
        answers.ShouldAllBe(a => a == HttpStatusCode.OK);
        await _twilio.UntilAsync(t => t.To(phone.Number).Count == 2);
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        _twilio.To(phone.Number).Count.ShouldBe(2);
        _twilio.Wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task TextWithoutTwiliosSignatureIsRefusedAndNotStored()
    {
        (await new PhoneLine(_service.Address, "+15550100002", "another token of thirty-two chars").SayAsync("The hawthorn text")).ShouldBe(HttpStatusCode.Forbidden);
        using var http = new HttpClient { BaseAddress = _service.Address };
        using var bare = new FormUrlEncodedContent([new("MessageSid", "SM1"), new("From", "+15550100002"), new("Body", "The hawthorn text")]);
        using var refused = await http.PostAsync(new Uri("api/sms/twilio", UriKind.Relative), bare, TestContext.Current.CancellationToken);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        _twilio.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task AnswerComesWithItsPageAndANumberChoosesTheNextQuestionAlsoAfterARestart()
    {
        var phone = Phone(3);
        await AskAsync(phone, "is it safe to report a crime", texts: 3);
        _twilio.To(phone.Number)[0].ShouldContain("phone company sees your number");
        _twilio.To(phone.Number)[1].ShouldStartWith("In danger, call 911.");
        var menu = _twilio.To(phone.Number)[2];
        menu.ShouldContain($"{FakeTwilio.PublicUrl}/en/answers/crime.report\n1 ");
        await _service.KillAsync();
        await _service.StartAgainAsync();
        await AskAsync(phone, "٣", texts: 5);
        _twilio.To(phone.Number)[4].ShouldContain("/en/answers/complaint.how");
    }

    [Fact]
    public async Task StopIsConfirmedOnceAndThenNothingIsSentUntilStart()
    {
        var phone = Phone(4);
        await AskAsync(phone, "menu", texts: 2);
        await AskAsync(phone, "ALTO", texts: 3);
        _twilio.To(phone.Number)[2].ShouldStartWith("All right. This is the last text");
        await phone.SayAsync("what is 287g");
        await phone.SayAsync("stop");
        await Task.Delay(2000, TestContext.Current.CancellationToken);
        _twilio.To(phone.Number).Count.ShouldBe(3);
        await AskAsync(phone, "start", texts: 4, atLeast: true);
        _twilio.To(phone.Number)[3].ShouldStartWith("Welcome back.");
    }

    [Fact]
    public async Task ASentenceStopsTooAndSoDoesTwiliosOwnBlock()
    {
        var phone = Phone(5);
        await AskAsync(phone, "menu", texts: 2);
        await AskAsync(phone, "please stop texting me", texts: 3);
        _twilio.To(phone.Number)[2].ShouldStartWith("All right. This is the last text");
        var blocked = Phone(6);
        _twilio.Behaviour = (_, to) => to == blocked.Number ? Answer.OptedOut : Answer.Take;
        await blocked.SayAsync("menu");
        await _twilio.UntilAsync(t => t.Calls >= 4);
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        _twilio.Behaviour = (_, _) => Answer.Take;
        var calls = _twilio.Calls;
        await blocked.SayAsync("menu");
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        _twilio.Calls.ShouldBe(calls);
    }

    [Fact]
    public async Task WordThatTwilioHasAnsweredIsNotAnsweredAgain()
    {
        var phone = Phone(7);
        await AskAsync(phone, "menu", texts: 2);
        await phone.SayAsync("ARRET TOTAL", null, ("OptOutType", "STOP"));
        await phone.SayAsync("menu");
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        _twilio.To(phone.Number).Count.ShouldBe(2);
    }

    [Fact]
    public async Task BusyBrokenOrSilentTwilioGetsEachTextOnceAndInOrder()
    {
        var (busy, broken, taken, hanging) = (Phone(10), Phone(11), Phone(12), Phone(13));
        _twilio.Behaviour = (call, to) => call > 1 ? Answer.Take : to == busy.Number ? Answer.Busy : to == broken.Number ? Answer.Broken : to == taken.Number ? Answer.TakeAndBreak : Answer.TakeAndHang;
        foreach (var phone in new[] { busy, broken, taken, hanging })
            (await phone.SayAsync("menu")).ShouldBe(HttpStatusCode.OK);
        await _twilio.UntilAsync(t => new[] { busy, broken, taken, hanging }.All(p => t.To(p.Number).Count == 2), seconds: 60);
        await Task.Delay(2000, TestContext.Current.CancellationToken);
        foreach (var phone in new[] { busy, broken, taken, hanging })
        {
            var texts = _twilio.To(phone.Number);
            texts.Count.ShouldBe(2, phone.Number);
            texts[0].ShouldStartWith("Automatic service");
            texts[1].ShouldStartWith("Hello.");
        }
    }

    [Fact]
    public async Task ReportsOfDeliveryStandOnTheCaseAndAFailureRaisesTheAlarm()
    {
        var phone = Phone(20);
        var receipt = await FileAsync(phone);
        var filed = _twilio.Taken.Last(t => t.To == phone.Number && t.Body.Contains(receipt, StringComparison.Ordinal));
        (await FakeTwilio.ReportAsync(_service.Address, filed, "sent")).ShouldBe(HttpStatusCode.NoContent);
        (await FakeTwilio.ReportAsync(_service.Address, filed, "queued")).ShouldBe(HttpStatusCode.NoContent);
        (await ExportAsync()).ShouldContain("\"state\":\"new\"");
        (await FakeTwilio.ReportAsync(_service.Address, filed, "undelivered", "30003")).ShouldBe(HttpStatusCode.NoContent);
        (await ExportAsync()).ShouldContain("\"state\":\"not-reached\"");
        Traces.In(_service.DataDirectory, "the phone is switched off or out of reach (code 30003)").ShouldNotBeEmpty();
        await AskAsync(phone, receipt, texts: _twilio.To(phone.Number).Count + 1);
        (await ExportAsync()).ShouldContain("\"state\":\"in-progress\"");
    }

    [Fact]
    public async Task WordsAreDeletedAtTwilioOnceTheyAreWorkedOnOrDelivered()
    {
        var phone = Phone(21);
        var sid = PhoneLine.NewSid();
        await phone.SayAsync("menu", sid);
        await _twilio.UntilAsync(t => t.To(phone.Number).Count == 2);
        await _twilio.UntilAsync(t => t.Erased.Contains(sid));
        var text = _twilio.Taken[0];
        _twilio.Erased.ShouldNotContain(text.Sid);
        await FakeTwilio.ReportAsync(_service.Address, text, "delivered");
        await _twilio.UntilAsync(t => t.Erased.Contains(text.Sid));
    }

    [Fact]
    public async Task PicturesGoWithTheCase()
    {
        var phone = Phone(22);
        await phone.SayAsync("", null, ("NumMedia", "1"), ("MediaUrl0", _twilio.AddPicture(new FakePicture([0xFF, 0xD8, 0xFF, .. "hawthorn"u8]))));
        await _twilio.UntilAsync(t => t.To(phone.Number).Count >= 2);
        _twilio.To(phone.Number).ShouldContain(t => t.StartsWith("I have your picture", StringComparison.Ordinal));
        await FileAsync(phone);
        _twilio.To(phone.Number).ShouldContain(t => t.Contains("Your picture is now with your case", StringComparison.Ordinal));
        await _twilio.UntilAsync(t => t.Pictures.Count == 0);
        Traces.In(_service.DataDirectory, "hawthorn").ShouldBeEmpty();
    }

    [Fact]
    public async Task MachinesAreNeverAnsweredButNotLostEither()
    {
        (await new PhoneLine(_service.Address, "72345").SayAsync("Your code is 1234 from the juniper bank")).ShouldBe(HttpStatusCode.OK);
        (await new PhoneLine(_service.Address, "JuniperBank").SayAsync("Dear customer of the juniper bank")).ShouldBe(HttpStatusCode.OK);
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        _twilio.Calls.ShouldBe(0);
        Traces.In(_service.DataDirectory, "juniper bank").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task SeveralOpenCasesOnOnePhoneAreANumberedList()
    {
        var phone = Phone(23);
        var first = await FileAsync(phone);
        await AskAsync(phone, "status of my case", _twilio.To(phone.Number).Count + 1);
        _twilio.To(phone.Number)[^1].ShouldStartWith("Your case ");
        await FileAsync(phone);
        await AskAsync(phone, "Look up my case", _twilio.To(phone.Number).Count + 1);
        var list = _twilio.To(phone.Number)[^1];
        list.ShouldStartWith("You have more than one open case.");
        list.ShouldContain("\n3 Use a receipt");
        await AskAsync(phone, "2", _twilio.To(phone.Number).Count + 1);
        _twilio.To(phone.Number)[^1].ShouldContain("-000002");
        await AskAsync(phone, first, _twilio.To(phone.Number).Count + 1);
        _twilio.To(phone.Number)[^1].ShouldContain("-000001");
    }

    private PhoneLine Phone(int number) => new(_service.Address, $"+1555010{number:D4}");

    private async Task AskAsync(PhoneLine phone, string text, int texts, bool atLeast = false)
    {
        (await phone.SayAsync(text)).ShouldBe(HttpStatusCode.OK);
        await _twilio.UntilAsync(t => t.To(phone.Number).Count >= texts);
        if (!atLeast)
            _twilio.To(phone.Number).Count.ShouldBe(texts, string.Join("\n--\n", _twilio.To(phone.Number)));
    }

    /// <returns>The receipt, as it was texted.</returns>
    private async Task<string> FileAsync(PhoneLine phone)
    {
        var before = _twilio.To(phone.Number).Count;
        foreach (var words in new[] { "I want to complain: a deputy was rude to my mother", "yesterday", "at the courthouse", "No contact", "1" })
        {
            var heard = _twilio.To(phone.Number).Count;
            await phone.SayAsync(words);
            await _twilio.UntilAsync(t => t.To(phone.Number).Count > heard);
            await QuietAsync(phone);
        }
        var receipt = _twilio.To(phone.Number).Skip(before).Select(t => System.Text.RegularExpressions.Regex.Match(t, @"\d{4} \d{4} \d{4} \d{4}")).LastOrDefault(m => m.Success);
        receipt.ShouldNotBeNull(string.Join("\n--\n", _twilio.To(phone.Number)));
        return receipt.Value;
    }

    // A reply may be several texts.
    private async Task QuietAsync(PhoneLine phone)
    {
        for (var (quiet, heard) = (0, _twilio.To(phone.Number).Count); quiet < 6; quiet++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            if (_twilio.To(phone.Number).Count != heard)
                (quiet, heard) = (0, _twilio.To(phone.Number).Count);
        }
    }

    private async Task<string> ExportAsync()
    {
        var export = await _service.CommandAsync(["cases", "export", "--format", "json"]);
        export.ExitCode.ShouldBe(0, export.Error);
        return export.Output;
    }
}
