using System.Globalization;
using System.Net;
using System.Text.Json;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.BotFramework;

/// <summary>Replies reach a channel that fails: all of them, in order, and once as far as the channel's own answer arrives.</summary>
public sealed class OutboxTests(ITestOutputHelper output)
{
    [Fact]
    public async Task RepliesArriveInOrderAndOnceAtAChannelThatFailsThreeTimes()
    {
        await using var service = await ServiceProcess.StartAsync();
        using var connector = new FakeConnector { Behaviour = (call, _) => call <= 3 ? HttpStatusCode.InternalServerError : HttpStatusCode.Created };
        using var channel = new Channel(service.Address, connector.ServiceUrl);
        var conversation = Channel.NewConversation();
        for (var i = 0; i < 10; i++)
            (await channel.SayAsync(conversation, "what is 287g")).ShouldBe(HttpStatusCode.Accepted);
        await connector.UntilAsync(c => c.Of(conversation).Count == 13);
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        // Four times the first, of which the channel took the last one.
        var ids = Ids(connector, conversation);
        ids.Take(4).Distinct().ShouldHaveSingleItem();
        ids[3..].ShouldBeUnique();
        ids[3..].ShouldBeInOrder();
        ids.Count.ShouldBe(13);
    }

    [Fact]
    public async Task ChannelThatHangsHoldsUpNobodyElseAndGetsItsRepliesLater()
    {
        await using var service = await ServiceProcess.StartAsync();
        var (hanging, other) = (Channel.NewConversation(), Channel.NewConversation());
        using var connector = new FakeConnector { Behaviour = (call, conversation) => conversation == hanging && call == 1 ? null : HttpStatusCode.Created };
        using var channel = new Channel(service.Address, connector.ServiceUrl);
        await channel.SayAsync(hanging, "what is 287g");
        await connector.UntilAsync(c => c.Of(hanging).Count == 1);
        await channel.SayAsync(hanging, "what is 287g");
        await channel.SayAsync(other, "what is 287g");
        await connector.UntilAsync(c => c.Of(other).Count == 1, seconds: 5);
        await connector.UntilAsync(c => c.Of(hanging).Count == 3);
        var ids = Ids(connector, hanging);
        ids[1].ShouldBe(ids[0]);
        ids[2].ShouldNotBe(ids[0]);
    }

    [Fact]
    public async Task KillLosesNoReplyAndRepeatsOnlyTheOneUnderWay()
    {
        const int Kills = 3;
        await using var service = await ServiceProcess.StartAsync();
        var conversations = Enumerable.Range(0, Kills).Select(_ => Channel.NewConversation()).ToList();
        using var connector = new FakeConnector();
        using var channel = new Channel(service.Address, connector.ServiceUrl);
        // At each kill one reply has reached the channel, whose answer the service never sees; others wait behind it.
        foreach (var conversation in conversations)
        {
            connector.Behaviour = (_, _) => null;
            for (var i = 0; i < 4; i++)
                (await channel.SayAsync(conversation, "what is 287g")).ShouldBe(HttpStatusCode.Accepted);
            await connector.UntilAsync(c => c.Of(conversation).Count == 1);
            await service.KillAsync();
            connector.Behaviour = (_, _) => HttpStatusCode.Created;
            await service.StartAgainAsync();
        }
        await connector.UntilAsync(c => conversations.All(i => Ids(c, i).Distinct().Count() == 4), seconds: 120);
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        foreach (var conversation in conversations)
            Ids(connector, conversation).Distinct().ShouldBeInOrder();
        var (sent, twice) = (4 * Kills, connector.Received.Count - (4 * Kills));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Figures: replies through the connector, {Kills} kills: {sent} owed, 0 lost, {twice} came twice (with the same id)"));
        twice.ShouldBeLessThanOrEqualTo(Kills);
    }

    [Fact]
    public async Task ReplyThatTheChannelRefusesDoesNotStopThoseAfterIt()
    {
        await using var service = await ServiceProcess.StartAsync();
        using var connector = new FakeConnector { Behaviour = (call, _) => call == 1 ? HttpStatusCode.BadRequest : HttpStatusCode.Created };
        using var channel = new Channel(service.Address, connector.ServiceUrl);
        var conversation = Channel.NewConversation();
        await channel.SayAsync(conversation, "what is 287g");
        await channel.SayAsync(conversation, "what is 287g");
        await connector.UntilAsync(c => c.Of(conversation).Count == 2);
        Ids(connector, conversation).ShouldBeUnique();
    }

    private static List<string> Ids(FakeConnector connector, string conversation) =>
        [.. connector.Of(conversation).Select((JsonElement a) => a.GetProperty("id").GetString()!)];
}
