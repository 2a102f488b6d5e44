using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.Clients;

[Collection(nameof(Alone))]
public sealed class DropTests(ITestOutputHelper output)
{
    private const int Conversations = 10;
    private const int MessagesOfEach = 150;
    private const int DropsOfEach = 10;

    [Fact]
    public async Task NothingIsMissingTwiceOrOutOfOrderWhereConnectionsDrop()
    {
        // Of its own: so many messages are near the limit for one address.
        await using var service = await ServiceProcess.StartAsync();
        var figures = await NodeScript.RunAsync(
            TimeSpan.FromMinutes(4), "drops.js", service.Address.OriginalString, Conversations, MessagesOfEach, DropsOfEach);
        output.WriteLine($"Figures: drops of the connection, Microsoft's client: {figures.GetRawText().Replace("\"", "", StringComparison.Ordinal)}");

        figures.GetProperty("sent").GetInt32().ShouldBe(Conversations * MessagesOfEach);
        figures.GetProperty("drops").GetInt32().ShouldBe(Conversations * DropsOfEach);
        figures.GetProperty("sockets").GetInt32().ShouldBeGreaterThanOrEqualTo(Conversations * (DropsOfEach + 1));
        figures.GetProperty("dropsInAPost").GetInt32().ShouldBeGreaterThan(0);
        foreach (var fault in new[] { "missing", "twice", "outOfOrder", "unanswered", "answeredTwice", "unknown" })
            figures.GetProperty(fault).GetInt32().ShouldBe(0, fault);
    }
}
