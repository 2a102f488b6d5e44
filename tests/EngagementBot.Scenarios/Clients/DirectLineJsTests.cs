using System.Text.Json;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.Clients;

/// <summary>Microsoft's <c>botframework-directlinejs</c>, unchanged, against the real service.</summary>
public sealed class DirectLineJsTests(RunningServices services)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("socket")]
    [InlineData("polling")]
    public async Task MicrosoftsClientTalks(string way)
    {
        var service = await services.OfAsync();
        var talk = await NodeScript.RunAsync(Longest, "talk.js", Of(service), way);

        talk.GetProperty("sockets").GetInt32().ShouldBe(way == "socket" ? 1 : 0);
        talk.GetProperty("socketsOpen").GetInt32().ShouldBe(way == "socket" ? 1 : 0);
        if (way == "socket")
            talk.GetProperty("socketAddress").GetString()!.ShouldStartWith($"ws://{service.Address.Authority}/v3/directline/conversations/");
        talk.GetProperty("greetings").GetInt32().ShouldBe(1);
        talk.GetProperty("greetingHasActions").GetBoolean().ShouldBeTrue();
        talk.GetProperty("answer").GetString()!.ShouldContain("287(g)");
        talk.GetProperty("answerCount").GetInt32().ShouldBe(1);
        talk.GetProperty("sameId").GetBoolean().ShouldBeTrue("the same clientActivityID is the same message");
        talk.GetProperty("users").EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBe(talk.GetProperty("tokenUser").GetString());
        Texts(talk, "ids").ShouldBe(Texts(talk, "logged"));
        Texts(talk, "ids")[^1].ShouldBe(talk.GetProperty("ended").GetString());
        talk.GetProperty("afterEnd").GetInt32().ShouldBe(404);
    }

    [Fact]
    public async Task MicrosoftsClientComesBackAndRefreshesItsToken()
    {
        var service = await services.OfAsync();
        var resumed = await NodeScript.RunAsync(Longest, "resume.js", Of(service));

        resumed.GetProperty("refreshed").GetBoolean().ShouldBeTrue();
        var (asked, next) = (resumed.GetProperty("asked").GetString()!, resumed.GetProperty("next").GetString()!);
        Texts(resumed, "heard")[1..][0].ShouldBe(asked);
        Texts(resumed, "withWatermark")[0].ShouldBe(asked);
        Texts(resumed, "withWatermark").Count.ShouldBe(4);
        Texts(resumed, "without")[0].ShouldBe(next);
        Texts(resumed, "without").Count.ShouldBe(2);
    }

    private static string Of(ServiceProcess service) => service.Address.OriginalString;

    private static List<string> Texts(JsonElement figures, string name) => [.. figures.GetProperty(name).EnumerateArray().Select(e => e.GetString()!)];
}
