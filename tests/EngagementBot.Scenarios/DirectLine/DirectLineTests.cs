using System.Net.WebSockets;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.DirectLine;

public sealed class DirectLineTests(RunningServices services)
{
    [Fact]
    public async Task ResidentIsGreetedOnceAlsoWhenTheConversationIsTakenUpAgain()
    {
        var service = await services.OfAsync();
        using var resident = await DirectLineClient.StartAsync(service.Address);
        resident.Greeting.Count.ShouldBe(1);
        await resident.ReconnectAsync(null);
        (await resident.NewMessagesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task SameMessageSentTwiceIsAnsweredOnce()
    {
        var service = await services.OfAsync();
        using var resident = await DirectLineClient.StartAsync(service.Address);
        var first = await resident.PostAsync("what is 287g", "same-message");
        var second = await resident.PostAsync("what is 287g", "same-message");
        second.ShouldBe(first);
        (await resident.NewMessagesAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task SameMessageSentTwiceAtTheSameMomentIsAnsweredOnce()
    {
        var service = await services.OfAsync();
        using var resident = await DirectLineClient.StartAsync(service.Address);
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => resident.PostAsync("what is 287g", "same-moment")));
        ids.Distinct().ShouldHaveSingleItem();
        (await resident.NewMessagesAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task ReplyComesThroughTheStream()
    {
        var service = await services.OfAsync();
        using var resident = await DirectLineClient.StartAsync(service.Address);
        using var stream = await resident.ListenAsync();
        var id = await resident.PostAsync("what is 287g", "through-the-stream");
        var heard = await DirectLineClient.HearAsync(stream, m => m.ReplyToId == id);
        heard.Text.ShouldContain("287(g)");
    }

    [Fact]
    public async Task WhatWasMissedComesAfterReconnectingWithTheWatermark()
    {
        var service = await services.OfAsync();
        using var resident = await DirectLineClient.StartAsync(service.Address);
        var id = await resident.PostAsync("what is 287g", "missed");
        await resident.ReconnectAsync("1");
        using var stream = await resident.ListenAsync();
        (await DirectLineClient.HearAsync(stream, m => m.ReplyToId == id)).Text.ShouldContain("287(g)");
    }

    [Fact]
    public async Task AddressOfAStreamWorksOnce()
    {
        var service = await services.OfAsync();
        using var resident = await DirectLineClient.StartAsync(service.Address);
        using var stream = await resident.ListenAsync();
        await Should.ThrowAsync<WebSocketException>(resident.ListenAsync);
    }

    [Fact]
    public async Task RepliesCarryTheirLanguageAndTheMessageThatTheyAnswer()
    {
        var service = await services.OfAsync();
        using var resident = await DirectLineClient.StartAsync(service.Address, "es");
        var replies = await resident.SayAsync("qué es el 287g");
        replies.ShouldNotBeEmpty();
        replies.ShouldAllBe(r => r.Locale == "es" && r.ReplyToId != null);
    }
}
