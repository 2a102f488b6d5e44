using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using EngagementBot.Scenarios.Browser;
using EngagementBot.Scenarios.Privacy;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.TextMessages;

/// <summary>Pictures from the phone to the officer: fetched from Twilio, kept encrypted, opened as a file, and deleted at Twilio.</summary>
public sealed partial class PictureTests : IAsyncLifetime
{
    private const string Named = "Ben Colegrove";

    // Plain http, so that an officer without a browser keeps the sign-in.
    private const string PublicUrl = "http://chat.county.example";

    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. "the hawthorn picture"u8, .. RandomNumberGenerator.GetBytes(200_000)];

    private readonly FakeTwilio _twilio = new();
    private readonly List<OfficerClient> _officers = [];
    private ServiceProcess _service = null!;

    public async ValueTask InitializeAsync() =>
        _service = await ServiceProcess.StartAsync(new Dictionary<string, string>(_twilio.Settings) { ["PublicUrl"] = PublicUrl });

    public async ValueTask DisposeAsync()
    {
        _officers.ForEach(o => o.Dispose());
        await _service.DisposeAsync();
        _twilio.Dispose();
    }

    [Fact]
    public async Task AnOfficerOpensWhatTheResidentSentAndTwilioHasItNoMore()
    {
        var officer = await OfficerAsync(LiaisonOffice.Ana);
        await SendAsync(_twilio.AddPicture(new FakePicture(Jpeg)));
        var (number, page) = await UntilShownAsync(officer, "Picture 1 (JPEG)");
        page.Text.ShouldContain("The resident sent 1 picture.");
        using var file = await officer.DownloadAsync($"/console/cases/{number}/pictures/1");
        (await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).SequenceEqual(Jpeg).ShouldBeTrue();
        file.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileName).ShouldBe(("attachment", $"{number}-1.jpg"));
        file.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        file.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; sandbox"]);
        file.Headers.CacheControl!.NoStore.ShouldBeTrue();
        using var again = await officer.DownloadAsync($"/console/cases/{number}/pictures/1");
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        Regex.Count(await TextAsync(officer, number), $"{LiaisonOffice.Ana} opened a picture").ShouldBe(1);
        await _twilio.UntilAsync(t => t.Pictures.Count == 0);
        _twilio.Wrong.ShouldBeEmpty();
        Traces.In(_service.DataDirectory, "hawthorn").ShouldBeEmpty();
        _service.Output.ShouldNotContain("/Media/");
    }

    [Fact]
    public async Task NobodyElseOpensIt()
    {
        var (officer, named) = (await OfficerAsync(LiaisonOffice.Ana), await OfficerAsync(Named));
        await SendAsync(_twilio.AddPicture(new FakePicture(Jpeg)));
        var (number, _) = await UntilShownAsync(officer, "Picture 1 (JPEG)");
        var path = $"/console/cases/{number}/pictures/1";
        (await named.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetAsync($"/console/cases/{number}/pictures/2")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var nobody = new OfficerClient(_service.Address);
        (await nobody.GetAsync(path)).Location.ShouldNotBeNull().ShouldContain("/console/sign-in");
        (await TextAsync(officer, number)).ShouldNotContain("opened a picture");
    }

    [Fact]
    public async Task WhatIsNoPictureOrTooLargeOrElsewhereIsNotKeptAndTheCaseSaysSo()
    {
        var officer = await OfficerAsync(LiaisonOffice.Ana);
        await SendAsync(
            _twilio.AddPicture(new FakePicture([.. "<html><script>alert(1)</script>"u8])), _twilio.AddPicture(new FakePicture([.. Jpeg, .. new byte[5 * 1024 * 1024]])),
            "https://files.elsewhere.example/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1", $"{_twilio.Address}/2010-04-01/Accounts/AC1/Messages/MM1.json",
            _twilio.AddPicture(new FakePicture(Jpeg, leadsTo: "http://files.elsewhere.example/hawthorn")));
        var (_, page) = await UntilShownAsync(officer, "Picture 5 could not be fetched");
        page.Text.ShouldContain("Picture 1 could not be fetched: it is no picture and no PDF file.");
        page.Text.ShouldContain("Picture 2 could not be fetched: it is larger than 5 MB.");
        page.Text.ShouldContain("Picture 3 could not be fetched: its address is not the text provider's.");
        page.Text.ShouldContain("Picture 4 could not be fetched: its address is not the text provider's.");
        page.Text.ShouldContain("Picture 5 could not be fetched: the text provider leads to an address that is not safe.");
        page.Count("could not fetch a picture").ShouldBe(5);
        // What we do not have is not deleted there.
        _twilio.Pictures.Count.ShouldBe(3);
        _twilio.Wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task ATwilioThatIsAwayIsAskedAgainAlsoAfterTheServiceWasKilled()
    {
        var officer = await OfficerAsync(LiaisonOffice.Ana);
        var picture = new FakePicture(Jpeg, failures: 5);
        await SendAsync(_twilio.AddPicture(picture));
        await UntilShownAsync(officer, "Picture 1 is being fetched from the text provider.");
        // The three attempts of one call; what a crash breaks off waits three minutes.
        await _twilio.UntilAsync(_ => picture.Asked >= 3);
        await Task.Delay(500, TestContext.Current.CancellationToken);
        await _service.KillAsync();
        await _service.StartAgainAsync();
        await UntilShownAsync(officer, "Picture 1 (JPEG)");
        await _twilio.UntilAsync(t => t.Pictures.Count == 0);
    }

    private async Task<OfficerClient> OfficerAsync(string name)
    {
        (await _service.CommandAsync(["officer", "add", name, "--password-stdin"], LiaisonOffice.Password + "\n")).ExitCode.ShouldBe(0);
        var officer = new OfficerClient(_service.Address);
        (await officer.SignInAsync(name, LiaisonOffice.Password)).Location.ShouldBe("/console");
        _officers.Add(officer);
        return officer;
    }

    // Somebody in danger: one text files.
    private async Task SendAsync(params string[] pictures)
    {
        var line = new PhoneLine(_service.Address, "+15550177001");
        var form = line.Form($"deputy {Named} is beating my brother right now, help", PhoneLine.NewSid(), [("NumMedia", $"{pictures.Length}"), .. pictures.Select((p, i) => ($"MediaUrl{i}", p))]);
        (await PhoneLine.PostAsync(_service.Address, new Uri($"{PublicUrl}/api/sms/twilio"), form, FakeTwilio.Token)).ShouldBe(HttpStatusCode.OK);
        await _twilio.UntilAsync(t => t.To(line.Number).Any(b => ReceiptDigits().IsMatch(b)));
    }

    private static async Task<(string Number, ConsoleAnswer Page)> UntilShownAsync(OfficerClient officer, string words)
    {
        var number = CaseNumber().Match((await officer.GetAsync("/console")).Text).Value;
        for (var tries = 0; ; tries++)
        {
            var page = await officer.GetAsync($"/console/cases/{number}");
            if (page.Text.Contains(words, StringComparison.Ordinal))
                return (number, page);
            tries.ShouldBeLessThan(300, page.Text);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<string> TextAsync(OfficerClient officer, string number) => Spaces().Replace((await officer.GetAsync($"/console/cases/{number}")).Text, " ");

    [GeneratedRegex(@"\b20\d\d-\d{6}\b")]
    private static partial Regex CaseNumber();

    [GeneratedRegex(@"\d{4} \d{4} \d{4} \d{4}")]
    private static partial Regex ReceiptDigits();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
