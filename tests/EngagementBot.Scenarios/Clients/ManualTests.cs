using System.Net;
using System.Net.WebSockets;
using EngagementBot.Scenarios.DirectLine;
using EngagementBot.Scenarios.Service;
using EngagementBot.Web.DirectLine;
using Microsoft.AspNetCore.DataProtection;

namespace EngagementBot.Scenarios.Clients;

/// <summary>What the manual of Direct Line 3.0 says, sentence by sentence.</summary>
public sealed class ManualTests(ManualTests.WithSecret fixture) : IClassFixture<ManualTests.WithSecret>
{
    private const string Secret = "a-secret-of-24-characters";

    private readonly DirectLineCaller _caller = fixture.Caller;

    [Fact]
    public async Task SecretIsExchangedForATokenWithoutStartingAnything()
    {
        var generated = await _caller.PostAsync("v3/directline/tokens/generate", Secret);
        generated.Status.ShouldBe(HttpStatusCode.OK);
        generated.Body.GetProperty("expires_in").GetInt32().ShouldBe(1800);
        generated.Body.TryGetProperty("streamUrl", out _).ShouldBeFalse();
        var (id, token) = (generated.Text("conversationId"), generated.Text("token"));
        (await _caller.GetAsync($"v3/directline/conversations/{id}/activities", token)).ShouldBeError(HttpStatusCode.NotFound, "BadArgument");
        (await _caller.PostAsync("v3/directline/conversations", token)).Status.ShouldBe(HttpStatusCode.Created);
        (await _caller.PostAsync("v3/directline/conversations", token)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task TokenSpeaksForItsUserWhateverTheActivitySays()
    {
        var generated = await _caller.PostAsync("v3/directline/tokens/generate", Secret, new { user = new { id = "dl_ana" } });
        var (id, token) = (generated.Text("conversationId"), generated.Text("token"));
        await _caller.PostAsync("v3/directline/conversations", token);
        await _caller.SayAsync(id, token, "what is 287g", from: "dl_somebody-else");
        (await UsersAsync(id, token)).ShouldBe(["dl_ana"]);
    }

    [Fact]
    public async Task SecretOpensAnyConversationForAnyUser()
    {
        var (id, token) = await _caller.StartAsync();
        (await _caller.SayAsync(id, Secret, "what is 287g", from: "a-service")).Status.ShouldBe(HttpStatusCode.OK);
        (await UsersAsync(id, token)).ShouldBe(["a-service"]);
    }

    [Fact]
    public async Task RefreshedTokenIsForTheSameConversationAndUser()
    {
        var (id, token) = await _caller.StartAsync();
        var refreshed = await _caller.PostAsync("v3/directline/tokens/refresh", token);
        refreshed.Text("conversationId").ShouldBe(id);
        refreshed.Text("token").ShouldNotBe(token);
        (await _caller.SayAsync(id, refreshed.Text("token"), "what is 287g")).Status.ShouldBe(HttpStatusCode.OK);
        (await _caller.SayAsync(id, token, "what is 287g")).Status.ShouldBe(HttpStatusCode.OK);
        (await UsersAsync(id, token)).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ExpiredTokenIsTold()
    {
        var (id, _) = await _caller.StartAsync();
        var expired = fixture.TokensOfThePast(TimeSpan.FromMinutes(31)).Issue(new DirectLineGrant(id, "dl_late"));
        (await _caller.SayAsync(id, expired, "hello")).ShouldBeError(HttpStatusCode.Forbidden, "TokenExpired");
        (await _caller.GetAsync($"v3/directline/conversations/{id}", expired)).ShouldBeError(HttpStatusCode.Forbidden, "TokenExpired");
        (await _caller.GetAsync($"v3/directline/conversations/{id}/activities", expired)).ShouldBeError(HttpStatusCode.Forbidden, "TokenExpired");
        (await _caller.PostAsync("v3/directline/tokens/refresh", expired)).ShouldBeError(HttpStatusCode.Forbidden, "TokenExpired");
    }

    [Fact]
    public async Task AddressOfAStreamIsTooOldAfterAMinute()
    {
        var (id, _) = await _caller.StartAsync();
        var old = fixture.TokensOfThePast(TimeSpan.FromSeconds(61)).IssueStream(new DirectLineGrant(id, "dl_late", 0, "once"));
        (await _caller.GetAsync($"v3/directline/conversations/{id}/stream?t={Uri.EscapeDataString(old)}", null)).ShouldBeError(HttpStatusCode.Forbidden, "TokenExpired");
    }

    [Fact]
    public async Task AddressOfAStreamOpensOneStream()
    {
        using var resident = await DirectLineClient.StartAsync(fixture.Service.Address);
        using var first = await resident.ListenAsync();
        using var second = new ClientWebSocket();
        await Should.ThrowAsync<WebSocketException>(() => second.ConnectAsync(new Uri(resident.StreamUrl!), CancellationToken.None));
        second.HttpStatusCode.ShouldNotBe(HttpStatusCode.SwitchingProtocols);
        first.State.ShouldBe(WebSocketState.Open);
    }

    [Fact]
    public async Task UnknownConversationIsNotFound()
    {
        (await _caller.GetAsync("v3/directline/conversations/unknown", Secret)).ShouldBeError(HttpStatusCode.NotFound, "BadArgument");
        (await _caller.GetAsync("v3/directline/conversations/unknown/activities", Secret)).ShouldBeError(HttpStatusCode.NotFound, "BadArgument");
        (await _caller.SayAsync("unknown", Secret, "hello")).ShouldBeError(HttpStatusCode.NotFound, "BadArgument");
    }

    [Fact]
    public async Task EndedConversationTakesNothingMoreAndCanBeRead()
    {
        var (id, token) = await _caller.StartAsync();
        var end = new { type = "endOfConversation", from = new { id = "somebody" } };
        (await _caller.PostAsync($"v3/directline/conversations/{id}/activities", token, end)).Status.ShouldBe(HttpStatusCode.OK);
        (await _caller.SayAsync(id, token, "hello")).Status.ShouldBe(HttpStatusCode.NotFound);
        var log = await _caller.GetAsync($"v3/directline/conversations/{id}/activities", token);
        log.Body.GetProperty("activities").EnumerateArray().Last().GetProperty("type").GetString().ShouldBe("endOfConversation");
    }

    [Fact]
    public async Task ChannelDataAndWhatTheServiceDoesNotKnowComeBackUnchanged()
    {
        var (id, token) = await _caller.StartAsync();
        var sent = new { type = "message", text = "what is 287g", from = new { id = "x" }, somethingNew = new { deep = new[] { 1, 2 } }, channelData = new { theme = "dark", n = 1.5 } };
        await _caller.PostAsync($"v3/directline/conversations/{id}/activities", token, sent);
        var log = await _caller.GetAsync($"v3/directline/conversations/{id}/activities", token);
        var echo = log.Body.GetProperty("activities").EnumerateArray().Single(a => a.TryGetProperty("somethingNew", out _));
        echo.GetProperty("somethingNew").GetRawText().ShouldBe("""{"deep":[1,2]}""");
        echo.GetProperty("channelData").GetRawText().ShouldBe("""{"theme":"dark","n":1.5}""");
    }

    [Fact]
    public async Task TooManyAreToldSoWithTheTimeToWait()
    {
        await using var service = await ServiceProcess.StartAsync();
        using var caller = new DirectLineCaller(service.Address);
        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => caller.PostAsync("api/directline/token", null)));
        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBeGreaterThanOrEqualTo(240);
        var refused = answers.First(a => a.Status != HttpStatusCode.OK);
        refused.ShouldBeError(HttpStatusCode.TooManyRequests, "TooManyRequests");
        refused.RetryAfter!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task SilentStreamGivesSignsOfLife()
    {
        using var resident = await DirectLineClient.StartAsync(fixture.Service.Address);
        await resident.ReconnectAsync(null);
        using var stream = await resident.ListenAsync();
        await stream.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, true, CancellationToken.None);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        var frame = await stream.ReceiveAsync(new byte[1024].AsMemory(), limit.Token);
        (frame.MessageType, frame.Count, frame.EndOfMessage).ShouldBe((WebSocketMessageType.Text, 0, true));
    }

    [Theory]
    [InlineData("api/directline/token", "POST", true)]
    [InlineData("v3/directline/conversations", "POST", true)]
    [InlineData("v3/directline/tokens/refresh", "POST", true)]
    [InlineData("v3/directline/conversations/x/activities", "POST", true)]
    [InlineData("v3/directline/conversations/x/activities", "GET", true)]
    [InlineData("api/messages", "POST", false)]
    [InlineData("console", "GET", false)]
    [InlineData("console/sign-in", "POST", false)]
    [InlineData("en", "GET", false)]
    public async Task OnlyDirectLineIsOpenToPagesOfOtherOrigins(string door, string method, bool isOpen)
    {
        using var http = new HttpClient { BaseAddress = fixture.Service.Address };
        using var asked = new HttpRequestMessage(HttpMethod.Options, door);
        asked.Headers.Add("Origin", "https://www.county.example");
        asked.Headers.Add("Access-Control-Request-Method", method);
        asked.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent");
        using var answer = await http.SendAsync(asked, TestContext.Current.CancellationToken);
        answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed).ShouldBe(isOpen);
        answer.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
        if (!isOpen)
            return;
        answer.IsSuccessStatusCode.ShouldBeTrue();
        allowed.ShouldBe(["*"]);
        string.Join(',', answer.Headers.GetValues("Access-Control-Allow-Headers")).ShouldContain("x-ms-bot-agent");
    }

    [Fact]
    public async Task RefusalCanBeReadByAPageOfAnotherOrigin()
    {
        using var http = new HttpClient { BaseAddress = fixture.Service.Address };
        using var asked = new HttpRequestMessage(HttpMethod.Get, "v3/directline/conversations/x");
        asked.Headers.Add("Origin", "https://www.county.example");
        using var answer = await http.SendAsync(asked, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
    }

    private async Task<List<string>> UsersAsync(string id, string token)
    {
        var log = await _caller.GetAsync($"v3/directline/conversations/{id}/activities", token);
        return [.. log.Body.GetProperty("activities").EnumerateArray().Select(a => a.GetProperty("from").GetProperty("id").GetString()!).Where(u => u != "bot")];
    }

    /// <summary>A service with a secret for clients of the agency's own.</summary>
    public sealed class WithSecret : IAsyncLifetime
    {
        internal ServiceProcess Service { get; private set; } = null!;

        internal DirectLineCaller Caller { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Service = await ServiceProcess.StartAsync(new Dictionary<string, string> { ["DirectLine__Secrets__0"] = Secret });
            Caller = new DirectLineCaller(Service.Address);
        }

        public async ValueTask DisposeAsync()
        {
            Caller.Dispose();
            await Service.DisposeAsync();
        }

        // With the service's own keys, on a clock that is behind.
        internal DirectLineTokens TokensOfThePast(TimeSpan ago) => new(
            DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(Service.DataDirectory, "keys")), keys => keys.SetApplicationName("EngagementBot")),
            new MovedClock(-ago));
    }
}
