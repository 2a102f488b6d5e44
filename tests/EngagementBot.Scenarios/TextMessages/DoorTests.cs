using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EngagementBot.Channels.Twilio;
using EngagementBot.Scenarios.Privacy;
using EngagementBot.Scenarios.Service;
using EngagementBot.Web.TextMessages;

namespace EngagementBot.Scenarios.TextMessages;

/// <summary>Settings, tokens, bodies and what is left behind.</summary>
public sealed class DoorTests
{
    private const string Second = "the token that comes after this one";

    [Fact]
    public async Task WithoutAnAccountTheDoorsAreNotThere()
    {
        await using var service = await ServiceProcess.StartAsync();
        using var http = new HttpClient { BaseAddress = service.Address };
        foreach (var door in new[] { "api/sms/twilio", "api/sms/twilio/status" })
        {
            using var form = new FormUrlEncodedContent([new("MessageSid", "SM1")]);
            using var answer = await http.PostAsync(new Uri(door, UriKind.Relative), form, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        }
    }

    [Theory]
    [InlineData("Sms__Twilio__AccountSid", "SM123", "Sms:Twilio:AccountSid")]
    [InlineData("Sms__Twilio__AuthToken", "", "Sms:Twilio:AuthToken")]
    [InlineData("Sms__Twilio__From", "Marlow", "Sms:Twilio:From")]
    [InlineData("Sms__Twilio__ApiBaseUrl", "http://twilio.example", "Sms:Twilio:ApiBaseUrl")]
    [InlineData("Sms__Twilio__DeleteBodies", "maybe", "Sms:Twilio:DeleteBodies")]
    [InlineData("PublicUrl", "", "PublicUrl")]
    public async Task ImpossibleSettingsAreRefusedAtStart(string setting, string value, string named)
    {
        using var twilio = new FakeTwilio();
        var settings = new Dictionary<string, string>(twilio.Settings) { [setting] = value, ["DOTNET_ENVIRONMENT"] = "Development" };
        var refused = await ServiceProgram.RunAsync(["--urls", "http://127.0.0.1:0"], settings);
        refused.ExitCode.ShouldBe(2, refused.Output + refused.Error);
        refused.Error.ShouldContain(named);
    }

    [Fact]
    public async Task EitherOfTwoTokensAndAJsonBodyAreTaken()
    {
        using var twilio = new FakeTwilio();
        await using var service = await ServiceProcess.StartAsync(new Dictionary<string, string>(twilio.Settings) { ["Sms__Twilio__SecondaryAuthToken"] = Second });
        (await new PhoneLine(service.Address, "+15550400001").SayAsync("menu")).ShouldBe(HttpStatusCode.OK);
        (await new PhoneLine(service.Address, "+15550400002", Second).SayAsync("menu")).ShouldBe(HttpStatusCode.OK);
        (await new PhoneLine(service.Address, "+15550400003", "a third one").SayAsync("menu")).ShouldBe(HttpStatusCode.Forbidden);
        (await PostJsonAsync(service, "+15550400004", tampered: false)).ShouldBe(HttpStatusCode.OK);
        (await PostJsonAsync(service, "+15550400005", tampered: true)).ShouldBe(HttpStatusCode.Forbidden);
        await twilio.UntilAsync(t => new[] { 1, 2, 4 }.All(n => t.To($"+1555040000{n}").Count == 2));
        twilio.Taken.Count.ShouldBe(6);
    }

    [Fact]
    public async Task NumberAndWordsAreInNoLogAndTheNumberLiesNowherePlainly()
    {
        using var twilio = new FakeTwilio();
        var settings = new Dictionary<string, string>(twilio.Settings)
        {
            ["Logging__LogLevel__Default"] = "Trace", ["Logging__LogLevel__Microsoft"] = "Trace", ["Logging__LogLevel__System.Net.Http"] = "Trace",
        };
        await using var service = await ServiceProcess.StartAsync(settings);
        var phone = new PhoneLine(service.Address, "+13125550187");
        twilio.Behaviour = (call, _) => call == 1 ? Answer.TakeAndBreak : Answer.Take;
        await phone.SayAsync("is Quintanillabrook allowed to ask for my papers?", null, ("MediaUrl0", "https://api.twilio.com/media/Quintanillabrook"));
        await new PhoneLine(service.Address, "72345").SayAsync("Quintanillabrook");
        await twilio.UntilAsync(t => t.To(phone.Number).Count >= 2);
        await FakeTwilio.ReportAsync(service.Address, twilio.Taken[0], "undelivered", "30003");
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        service.Output.Length.ShouldBeGreaterThan(5000);
        foreach (var trace in new[] { "3125550187", "Quintanillabrook", FakeTwilio.Token, "phone company sees" })
            service.Output.ShouldNotContain(trace);
        Traces.In(service.DataDirectory, "3125550187").ShouldBeEmpty();
    }

    [Fact]
    public async Task WhatIsNotSignedIsRefusedBeforeItsBodyIsRead()
    {
        using var twilio = new FakeTwilio();
        await using var service = await ServiceProcess.StartAsync(twilio.Settings);
        using var http = new HttpClient();
        foreach (var door in new[] { "/api/sms/twilio", "/api/sms/twilio/status" })
        {
            (await PostLargeAsync(http, new Uri(service.Address, door), null)).ShouldBe(HttpStatusCode.Forbidden);
            (await PostLargeAsync(http, new Uri(service.Address, door), "c2lnbmVk")).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        }
    }

    [Theory]
    [InlineData("2026-11-22T21:00", "2026-11-23T08:00")]
    [InlineData("2026-11-22T20:59", null)]
    [InlineData("2026-11-23T07:59", "2026-11-23T08:00")]
    [InlineData("2026-11-23T08:00", null)]
    [InlineData("2026-03-07T23:30", "2026-03-08T08:00")]
    [InlineData("2026-11-01T00:30", "2026-11-01T08:00")]
    public void NightEndsAtEightInTheAgencysTimeAlsoWhenTheClocksChange(string now, string? end)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");
        QuietHours.EndAfter(Local(now), zone).ShouldBe(end is null ? null : Local(end));

        DateTimeOffset Local(string text)
        {
            var local = DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
            return new DateTimeOffset(local, zone.GetUtcOffset(local));
        }
    }

    private static async Task<HttpStatusCode> PostLargeAsync(HttpClient http, Uri door, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, door) { Content = new ByteArrayContent(new byte[65 * 1024]) };
        if (signature is not null)
            request.Headers.Add("X-Twilio-Signature", signature);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> PostJsonAsync(ServiceProcess service, string from, bool tampered)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { MessageSid = PhoneLine.NewSid(), From = from, To = FakeTwilio.From, Body = "menu" });
        var target = $"/api/sms/twilio?bodySHA256={Convert.ToHexStringLower(SHA256.HashData(body))}";
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(service.Address, target));
        request.Content = new StringContent(Encoding.UTF8.GetString(body) + (tampered ? " " : ""), Encoding.UTF8, "application/json");
        request.Headers.Add("X-Twilio-Signature", TwilioSignature.Of(FakeTwilio.Token, FakeTwilio.PublicUrl + target, []));
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
