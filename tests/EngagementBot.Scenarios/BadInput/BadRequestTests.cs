using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EngagementBot.Scenarios.DirectLine;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.BadInput;

/// <summary>What is broken gets a 4xx with ProblemDetails and Direct Line's error code, and leaves no trace.</summary>
public sealed class BadRequestTests(RunningServices services)
{
    private const string Hello = """{ "type": "message", "text": "hello", "from": { "id": "dl_1" } }""";

    public static TheoryData<string, HttpStatusCode> BrokenBodies => new()
    {
        { "", HttpStatusCode.BadRequest },
        { "null", HttpStatusCode.BadRequest },
        { "hello", HttpStatusCode.BadRequest },
        { """{ "type": "message", "text": """, HttpStatusCode.BadRequest },
        { """[ { "type": "message" } ]""", HttpStatusCode.BadRequest },
        { """{ "type": 7, "text": "hello" }""", HttpStatusCode.BadRequest },
        { """{ "type": "message", "text": { "a": 1 } }""", HttpStatusCode.BadRequest },
        { """{ "text": "an activity without a type" }""", HttpStatusCode.BadRequest },
        { """{ "type": "", "text": "an activity with an empty type" }""", HttpStatusCode.BadRequest },
        { new string('[', 5000), HttpStatusCode.BadRequest },
        { $$"""{ "type": "message", "text": "{{new string('x', 256 * 1024)}}" }""", HttpStatusCode.RequestEntityTooLarge },
    };

    [Theory]
    [MemberData(nameof(BrokenBodies), DisableDiscoveryEnumeration = true)]
    public async Task BrokenActivityIsRefusedAndNothingIsStored(string body, HttpStatusCode expected)
    {
        using var caller = await Caller.ArriveAsync(await services.OfAsync());
        var before = (await caller.Resident.LogAsync()).Count;
        await caller.ShouldBeRefusedAsync(HttpMethod.Post, caller.Activities, caller.Token, expected, body);
        (await caller.Resident.LogAsync()).Count.ShouldBe(before);
    }

    [Fact]
    public async Task BodyThatDoesNotSayItsLengthIsMeasuredAllTheSame()
    {
        using var caller = await Caller.ArriveAsync(await services.OfAsync());
        var body = new StreamContent(new NotSeekable(Encoding.UTF8.GetBytes(Hello.PadRight(300 * 1024))));
        await caller.ShouldBeRefusedAsync(HttpMethod.Post, caller.Activities, caller.Token, HttpStatusCode.RequestEntityTooLarge, body);
    }

    [Fact]
    public async Task CallerWithoutATokenIsRefused()
    {
        using var caller = await Caller.ArriveAsync(await services.OfAsync());
        await caller.ShouldBeRefusedAsync(HttpMethod.Post, caller.Activities, null, HttpStatusCode.Unauthorized, Hello);
        await caller.ShouldBeRefusedAsync(HttpMethod.Get, caller.Activities, null, HttpStatusCode.Unauthorized);
        await caller.ShouldBeRefusedAsync(HttpMethod.Post, "v3/directline/conversations", null, HttpStatusCode.Unauthorized);
        await caller.ShouldBeRefusedAsync(HttpMethod.Post, "v3/directline/tokens/generate", null, HttpStatusCode.Unauthorized);
        await caller.ShouldBeRefusedAsync(HttpMethod.Get, $"v3/directline/conversations/{caller.Resident.ConversationId}/stream", null, HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjF9.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task TokenThatIsNotOursIsRefused(string token)
    {
        using var caller = await Caller.ArriveAsync(await services.OfAsync());
        await caller.ShouldBeRefusedAsync(HttpMethod.Post, caller.Activities, token, HttpStatusCode.Forbidden, Hello);
        await caller.ShouldBeRefusedAsync(HttpMethod.Get, caller.Activities, token, HttpStatusCode.Forbidden);
        await caller.ShouldBeRefusedAsync(HttpMethod.Post, "v3/directline/tokens/refresh", token, HttpStatusCode.Forbidden);
        await caller.ShouldBeRefusedAsync(HttpMethod.Post, "v3/directline/tokens/generate", token, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task TokenOfAnotherConversationOpensNothing()
    {
        var service = await services.OfAsync();
        using var caller = await Caller.ArriveAsync(service);
        using var other = await DirectLineClient.StartAsync(service.Address);
        var before = (await other.LogAsync()).Count;
        var address = $"v3/directline/conversations/{other.ConversationId}";
        await caller.ShouldBeRefusedAsync(HttpMethod.Get, address, caller.Token, HttpStatusCode.Forbidden);
        await caller.ShouldBeRefusedAsync(HttpMethod.Get, $"{address}/activities", caller.Token, HttpStatusCode.Forbidden);
        await caller.ShouldBeRefusedAsync(HttpMethod.Post, $"{address}/activities", caller.Token, HttpStatusCode.Forbidden, Hello);
        (await other.LogAsync()).Count.ShouldBe(before);
    }

    [Fact]
    public async Task ConversationThatWasNeverStartedIsNotFound()
    {
        var service = await services.OfAsync();
        using var caller = await Caller.ArriveAsync(service);
        var (id, token) = await Caller.TokenAsync(service);
        await caller.ShouldBeRefusedAsync(HttpMethod.Post, $"v3/directline/conversations/{id}/activities", token, HttpStatusCode.NotFound, Hello);
        await caller.ShouldBeRefusedAsync(HttpMethod.Get, $"v3/directline/conversations/{id}/activities", token, HttpStatusCode.NotFound);
        await caller.ShouldBeRefusedAsync(HttpMethod.Get, $"v3/directline/conversations/{id}", token, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    public async Task WatermarkThatIsNotOursIsRefused(string watermark)
    {
        using var caller = await Caller.ArriveAsync(await services.OfAsync());
        await caller.ShouldBeRefusedAsync(HttpMethod.Get, $"{caller.Activities}?watermark={watermark}", caller.Token, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task ActivityOfAnUnknownTypeIsTakenAndNotAnswered()
    {
        using var caller = await Caller.ArriveAsync(await services.OfAsync());
        using var answer = await caller.SendAsync(HttpMethod.Post, caller.Activities, caller.Token, new StringContent("""{ "type": "somethingNew", "from": { "id": "dl_1" } }"""));
        answer.IsSuccessStatusCode.ShouldBeTrue();
        (await caller.Resident.NewMessagesAsync()).ShouldBeEmpty();
    }

    // A body of which nobody knows the length beforehand.
    private sealed class NotSeekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    private sealed class Caller(HttpClient http, DirectLineClient resident, string token) : IDisposable
    {
        public DirectLineClient Resident => resident;

        public string Token => token;

        public string Activities => $"v3/directline/conversations/{resident.ConversationId}/activities";

        public static async Task<Caller> ArriveAsync(ServiceProcess service)
        {
            var resident = await DirectLineClient.StartAsync(service.Address);
            return new Caller(new HttpClient { BaseAddress = service.Address }, resident, resident.Token);
        }

        public static async Task<(string ConversationId, string Token)> TokenAsync(ServiceProcess service)
        {
            using var http = new HttpClient { BaseAddress = service.Address };
            using var answer = await http.PostAsync(new Uri("api/directline/token", UriKind.Relative), null);
            using var token = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            return (token.RootElement.GetProperty("conversationId").GetString()!, token.RootElement.GetProperty("token").GetString()!);
        }

        public Task ShouldBeRefusedAsync(HttpMethod method, string address, string? token, HttpStatusCode expected, string body) =>
            ShouldBeRefusedAsync(method, address, token, expected, new StringContent(body, Encoding.UTF8, "application/json"));

        public async Task ShouldBeRefusedAsync(HttpMethod method, string address, string? token, HttpStatusCode expected, HttpContent? body = null)
        {
            using var answer = await SendAsync(method, address, token, body);
            answer.StatusCode.ShouldBe(expected);
            answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
            using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            problem.RootElement.GetProperty("error").GetProperty("code").GetString().ShouldNotBeNullOrEmpty();
            problem.RootElement.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        }

        public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? token, HttpContent? body)
        {
            using var request = new HttpRequestMessage(method, address) { Content = body };
            if (token is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return await http.SendAsync(request);
        }

        public void Dispose()
        {
            http.Dispose();
            resident.Dispose();
        }
    }
}
