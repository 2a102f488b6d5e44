using System.Net;
using EngagementBot.Scenarios.Service;
using EngagementBot.Web.BotFramework;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;

namespace EngagementBot.Scenarios.BotFramework;

public sealed class ProductionTests
{
    private static readonly Dictionary<string, string> RealAgency = new()
    {
        ["DOTNET_ENVIRONMENT"] = "Production",
        ["Agency__MadeUp"] = "false",
        ["Agency__Name"] = "Sheriff's Office of a Test",
    };

    [Fact]
    public async Task WithoutCredentialsTheDoorIsShutInProduction()
    {
        await using var service = await ServiceProcess.StartAsync(RealAgency);
        using var connector = new FakeConnector();
        using var channel = new Channel(service.Address, connector.ServiceUrl);
        var conversation = Channel.NewConversation();
        (await channel.SayAsync(conversation, "what is 287g")).ShouldBe(HttpStatusCode.Unauthorized);
        var inline = channel.Activity(conversation, "message", "what is 287g");
        inline["deliveryMode"] = "expectReplies";
        (await channel.PostAsync(inline)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await StoredLog.TypesAsync(service, conversation)).ShouldBeEmpty();
        connector.Received.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://127.0.0.1")]
    [InlineData("https://localhost")]
    [InlineData("https://2130706433")]
    [InlineData("https://0x7f.1")]
    [InlineData("https://0.0.0.0")]
    [InlineData("https://10.1.2.3")]
    [InlineData("https://172.16.0.1")]
    [InlineData("https://192.168.1.1")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://100.64.0.1")]
    [InlineData("https://[::1]")]
    [InlineData("https://[::]")]
    [InlineData("https://[::ffff:127.0.0.1]")]
    [InlineData("https://[::127.0.0.1]")]
    [InlineData("https://[64:ff9b::7f00:1]")]
    [InlineData("https://[2002:7f00:1::]")]
    [InlineData("https://[fe80::1]")]
    [InlineData("https://[fd00::1]")]
    [InlineData("https://somewhere.invalid")]
    [InlineData("http://8.8.8.8")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    [InlineData(null)]
    public async Task ServiceUrlInsideOurOwnNetworkIsRefusedInProduction(string? serviceUrl) =>
        (await new ServiceUrls(new Production()).IsAllowedAsync(serviceUrl)).ShouldBeFalse();

    [Theory]
    [InlineData("https://8.8.8.8/channel/")]
    [InlineData("https://[2606:4700::1111]")]
    public async Task PublicServiceUrlIsAllowed(string serviceUrl) =>
        (await new ServiceUrls(new Production()).IsAllowedAsync(serviceUrl)).ShouldBeTrue();

    // Its name may have led elsewhere when it was looked at.
    [Fact]
    public async Task ConnectionIntoOurOwnNetworkIsRefusedInProduction()
    {
        using var connector = new FakeConnector();
        using var handler = new SocketsHttpHandler { ConnectCallback = new ServiceUrls(new Production()).ConnectAsync };
        using var http = new HttpClient(handler);
        await Should.ThrowAsync<HttpRequestException>(() => http.GetAsync(new Uri(connector.ServiceUrl), TestContext.Current.CancellationToken));
    }

    private sealed class Production : IWebHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Production";
        public string ApplicationName { get; set; } = "";
        public string WebRootPath { get; set; } = "";
        public string ContentRootPath { get; set; } = "";
        public IFileProvider WebRootFileProvider { get; set; } = new NullFileProvider();
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
