using System.Net;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.TextMessages;

/// <summary>The phone of the command <c>sms</c>, against a service with no setting at all.</summary>
public sealed class PlayedPhoneTests(RunningServices services)
{
    private static readonly Uri Door = new("/development/phone/newest", UriKind.Relative);

    [Fact]
    public async Task PhoneAsksChoosesByNumberAndStops()
    {
        var service = await services.OfAsync();
        var played = await PlayAsync(service, "+15550177001", "Is it safe to report a crime?\n2\nSTOP\nmenu\nSTART\n");
        played.ExitCode.ShouldBe(0, played.Error);
        played.Output.ShouldContain("phone company sees your number");
        played.Output.ShouldContain("segments, ");
        played.Output.ShouldContain(", GSM-7)");
        played.Output.ShouldContain($"{service.Address.OriginalString}/en/answers/crime.report\n1 ");
        played.Output.ShouldContain("/en/answers/stop.rights");
        played.Output.ShouldContain("> menu\n\n   (no text came)");
        played.Output.ShouldContain("Welcome back.");
    }

    [Fact]
    public async Task TextInVietnameseTellsWhatMakesItUnicode()
    {
        var played = await PlayAsync(await services.OfAsync(), "+15550177002", "Tôi có an toàn khi báo tội phạm không?\n");
        played.Output.ShouldContain("Unicode because of “");
    }

    [Fact]
    public async Task EachNumberIsAPhoneOfItsOwn()
    {
        var service = await services.OfAsync();
        await PlayAsync(service, "+15550177003", "STOP\n");
        (await PlayAsync(service, "+15550177004", "HELP\n")).Output.ShouldContain("This is the automatic service");
    }

    [Fact]
    public async Task WrongCallsSayWhatToDo()
    {
        var service = await services.OfAsync();
        var nobody = await service.CommandAsync(["sms", "--url", $"http://127.0.0.1:{LoopbackPort.Take()}"]);
        nobody.ExitCode.ShouldBe(1);
        nobody.Error.ShouldContain("No service answers");
        var number = await service.CommandAsync(["sms", "--number", "12"]);
        number.ExitCode.ShouldBe(2);
        number.Error.ShouldContain("no phone number");
    }

    [Fact]
    public async Task PhoneIsNotThereInProductionNorWithTwilio()
    {
        using var twilio = new FakeTwilio();
        var production = new Dictionary<string, string> { ["DOTNET_ENVIRONMENT"] = "Production", ["Agency__MadeUp"] = "false", ["Agency__Name"] = "Sheriff's Office of a Test" };
        foreach (var settings in new[] { production, twilio.Settings })
        {
            await using var service = await ServiceProcess.StartAsync(settings);
            using var http = new HttpClient { BaseAddress = service.Address };
            (await http.GetAsync(Door, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            var played = await PlayAsync(service, "+15550177005", "hello\n");
            played.ExitCode.ShouldBe(1);
            played.Error.ShouldContain("has no phone to try");
        }
    }

    private static Task<CommandResult> PlayAsync(ServiceProcess service, string number, string lines) =>
        service.CommandAsync(["sms", "--url", service.Address.OriginalString, "--number", number], lines);
}
