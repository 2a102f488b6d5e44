using System.Net;
using System.Text.Json.Nodes;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.BotFramework;

/// <summary><c>POST /api/messages</c> in Development, without credentials.</summary>
public sealed class MessagesTests(RunningServices services) : IAsyncLifetime
{
    private readonly FakeConnector _connector = new();
    private readonly string _conversation = Channel.NewConversation();
    private ServiceProcess _service = null!;
    private Channel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await services.OfAsync();
        _channel = new Channel(_service.Address, _connector.ServiceUrl);
    }

    public ValueTask DisposeAsync()
    {
        _channel.Dispose();
        _connector.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task MessageIsAnsweredThroughTheConnector()
    {
        var asked = _channel.Activity(_conversation, "message", "what is 287g");
        (await _channel.PostAsync(asked)).Status.ShouldBe(HttpStatusCode.Accepted);
        await _connector.UntilAsync(c => c.Received.Count > 0);
        var (path, reply) = _connector.Received[0];
        path.ShouldBe($"/v3/conversations/{_conversation}/activities/{asked["id"]}");
        reply.GetProperty("text").GetString()!.ShouldContain("287(g)");
        reply.GetProperty("replyToId").GetString().ShouldBe(asked["id"]!.GetValue<string>());
        reply.GetProperty("from").GetProperty("id").GetString().ShouldBe("bot-1");
        reply.GetProperty("recipient").GetProperty("id").GetString().ShouldBe("resident-1");
        reply.GetProperty("channelId").GetString().ShouldBe("test");
        reply.GetProperty("suggestedActions").GetProperty("actions").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task PersonWhoIsAddedIsGreetedOnceAndTheBotItselfNever()
    {
        (await _channel.PostAsync(Added("bot-1"))).Status.ShouldBe(HttpStatusCode.Accepted);
        (await StoredLog.TypesAsync(_service, _conversation)).ShouldBeEmpty();
        var arrival = Added("bot-1", "resident-1");
        (await _channel.PostAsync(arrival.DeepClone())).Status.ShouldBe(HttpStatusCode.Accepted);
        (await _channel.PostAsync(arrival)).Status.ShouldBe(HttpStatusCode.Accepted);
        (await _channel.PostAsync(Added("resident-1"))).Status.ShouldBe(HttpStatusCode.Accepted);
        await _channel.SayAsync(_conversation, "what is 287g");
        await _connector.UntilAsync(c => c.Received.Any(r => r.Activity.GetProperty("text").GetString()!.Contains("www.ice.gov", StringComparison.Ordinal)));
        _connector.Received.Count(r => r.Activity.GetProperty("text").GetString()!.Contains("automatic service", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("somethingNew")]
    [InlineData("invoke")]
    public async Task WhatNeedsNoAnswerIsTakenAndNotStored(string type)
    {
        var (status, _) = await _channel.PostAsync(_channel.Activity(_conversation, type, "words"));
        ((int)status).ShouldBeInRange(200, 299);
        (await StoredLog.TypesAsync(_service, _conversation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task EndedConversationTakesNothingMore()
    {
        await _channel.SayAsync(_conversation, "what is 287g");
        (await _channel.PostAsync(_channel.Activity(_conversation, "endOfConversation"))).Status.ShouldBe(HttpStatusCode.Accepted);
        await _connector.UntilAsync(c => c.Received.Count > 0);
        var before = await StoredLog.TypesAsync(_service, _conversation);
        before[^1].ShouldBe("endOfConversation");
        ((int)await _channel.SayAsync(_conversation, "is anybody there")).ShouldBeInRange(200, 299);
        (await StoredLog.TypesAsync(_service, _conversation)).ShouldBe(before);
    }

    [Fact]
    public async Task ExpectedRepliesComeInTheResponseAndNowhereElse()
    {
        var asked = _channel.Activity(_conversation, "message", "what is 287g");
        asked["deliveryMode"] = "expectReplies";
        asked["channelData"] = new JsonObject { ["tenant"] = "t" };
        asked["somethingNew"] = 1;
        asked["conversation"]!["conversationType"] = "personal";
        asked["from"]!["aadObjectId"] = "0000";
        var (status, body) = await _channel.PostAsync(asked.DeepClone());
        status.ShouldBe(HttpStatusCode.OK);
        var reply = body.GetProperty("activities").EnumerateArray().ShouldHaveSingleItem();
        reply.GetProperty("replyToId").GetString().ShouldBe(asked["id"]!.GetValue<string>());
        reply.GetProperty("conversation").GetProperty("conversationType").GetString().ShouldBe("personal");
        reply.GetProperty("recipient").GetProperty("aadObjectId").GetString().ShouldBe("0000");
        reply.TryGetProperty("somethingNew", out _).ShouldBeFalse();
        reply.TryGetProperty("channelData", out _).ShouldBeFalse();

        // The same again has the same answer.
        var (_, again) = await _channel.PostAsync(asked);
        again.GetProperty("activities")[0].GetProperty("id").GetString().ShouldBe(reply.GetProperty("id").GetString());
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        _connector.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task SameActivityIsAnsweredOnce()
    {
        var asked = _channel.Activity(_conversation, "message", "what is 287g");
        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _channel.PostAsync(asked.DeepClone()))))
            answer.Status.ShouldBe(HttpStatusCode.Accepted);
        await _connector.UntilAsync(c => c.Received.Count > 0);
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        _connector.Received.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("no address")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData(null)]
    public async Task ActivityThatCannotBeAnsweredIsRefused(string? serviceUrl)
    {
        var asked = _channel.Activity(_conversation, "message", "what is 287g");
        asked["serviceUrl"] = serviceUrl;
        (await _channel.PostAsync(asked)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private JsonObject Added(params string[] members)
    {
        var update = _channel.Activity(_conversation, "conversationUpdate");
        update["membersAdded"] = new JsonArray([.. members.Select(m => new JsonObject { ["id"] = m })]);
        return update;
    }
}
