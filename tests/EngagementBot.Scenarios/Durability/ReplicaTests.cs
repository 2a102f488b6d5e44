using System.Net.WebSockets;
using EngagementBot.Scenarios.Clients;
using EngagementBot.Scenarios.DirectLine;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.Durability;

/// <summary>Several services on one PostgreSQL.</summary>
public sealed class ReplicaTests
{
    [Fact]
    public async Task TwoThatStartAtOnceOnAnEmptyDatabaseBothComeUpAndShareEverything()
    {
        await using var place = await PostgreSqlPlace.MakeAsync();
        var replicas = await Task.WhenAll(ServiceProcess.StartAsync(place.Settings), ServiceProcess.StartAsync(place.Settings));
        await using var one = replicas[0];
        await using var other = replicas[1];
        using var resident = await DirectLineClient.StartAsync(one.Address);
        using var caller = new DirectLineCaller(other.Address);

        // The token of the one opens the conversation at the other, and what is said here is heard there.
        var there = await caller.GetAsync($"v3/directline/conversations/{resident.ConversationId}", resident.Token);
        using var stream = new ClientWebSocket();
        await stream.ConnectAsync(new Uri(there.Text("streamUrl")), TestContext.Current.CancellationToken);
        var id = await resident.PostAsync("what is 287g", "said-at-the-one");
        (await DirectLineClient.HearAsync(stream, m => m.ReplyToId == id)).Text.ShouldContain("287(g)");

        // The same message again at the other is the same message.
        var again = await caller.PostAsync(
            $"v3/directline/conversations/{resident.ConversationId}/activities", resident.Token,
            new { type = "message", text = "what is 287g", from = new { id = "x" }, channelData = new { clientActivityID = "said-at-the-one" } });
        again.Text("id").ShouldBe(id);
    }

    [Fact]
    public async Task NewerSchemaIsRefusedInClearWords()
    {
        await using var place = await PostgreSqlPlace.MakeAsync();
        await (await ServiceProcess.StartAsync(place.Settings)).DisposeAsync();
        await place.ExecuteAsync("INSERT INTO schema_version (version) VALUES (9999)");
        var refused = await ServiceProgram.RunAsync(["--environment", "Development", "--urls", "http://127.0.0.1:0"], place.Settings);
        refused.ExitCode.ShouldBe(1, refused.Error);
        refused.Error.ShouldContain("schema version 9999");
        refused.Error.ShouldContain("newer program");
        refused.Error.ShouldNotContain("   at ");
    }
}
