using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using EngagementBot.Scenarios.BotFramework;
using EngagementBot.Scenarios.Browser;
using EngagementBot.Scenarios.Service;
using EngagementBot.Tests.TextAnalytics.Azure;
using Microsoft.Data.Sqlite;

namespace EngagementBot.Scenarios.AzureLanguage;

/// <summary>The real service with Azure AI Language on loopback in front of its own analysis.</summary>
internal sealed class FrontedService : IAsyncDisposable
{
    private readonly Channel _channel;
    private bool _hasOfficer;

    private FrontedService(LanguageServer azure, ServiceProcess service) => (Azure, Service, _channel) = (azure, service, new Channel(service.Address, null));

    public LanguageServer Azure { get; }

    public ServiceProcess Service { get; }

    public static async Task<FrontedService> StartAsync(string? mode = null)
    {
        var azure = await LanguageServer.StartAsync();
        var settings = new Dictionary<string, string> { ["TextAnalytics__Endpoint"] = azure.Endpoint.OriginalString, ["TextAnalytics__Key"] = LanguageServer.Key };
        if (mode is not null)
            settings["TextAnalytics__Mode"] = mode;
        return new FrontedService(azure, await ServiceProcess.StartAsync(settings));
    }

    /// <summary>Says something and hears the answer in the response.</summary>
    public async Task<Heard> SayAsync(string conversation, string text)
    {
        var activity = _channel.Activity(conversation, "message", text);
        activity["deliveryMode"] = "expectReplies";
        var begun = Stopwatch.GetTimestamp();
        var (status, body) = await _channel.PostAsync(activity);
        var took = Stopwatch.GetElapsedTime(begun);
        status.ShouldBe(HttpStatusCode.OK, body.ToString());
        return new Heard(string.Join('\n', body.GetProperty("activities").EnumerateArray().Select(a => a.TryGetProperty("text", out var t) ? t.GetString() : "")), took);
    }

    /// <summary>A new conversation whose resident has been greeted, and told of the service: only from then on it gets words.</summary>
    public async Task<string> GreetedAsync()
    {
        var conversation = Channel.NewConversation();
        var activity = _channel.Activity(conversation, "conversationUpdate");
        activity["deliveryMode"] = "expectReplies";
        activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "resident-1" });
        (await _channel.PostAsync(activity)).Status.ShouldBe(HttpStatusCode.OK);
        return conversation;
    }

    /// <summary>Says one after the other in a conversation of its own that has been greeted.</summary>
    /// <returns>What was heard last.</returns>
    public async Task<string> TalkAsync(params string[] texts)
    {
        var (conversation, heard) = (await GreetedAsync(), "");
        foreach (var text in texts)
            heard = (await SayAsync(conversation, text)).Text;
        return heard;
    }

    /// <summary>Signed in; made at the first call.</summary>
    public async Task<OfficerClient> OfficerAsync()
    {
        if (!_hasOfficer)
            (await Service.CommandAsync(["officer", "add", LiaisonOffice.Ana, "--password-stdin"], LiaisonOffice.Password + "\n")).ExitCode.ShouldBe(0);
        _hasOfficer = true;
        var officer = new OfficerClient(Service.Address);
        (await officer.SignInAsync(LiaisonOffice.Ana, LiaisonOffice.Password)).Location.ShouldBe("/console");
        return officer;
    }

    public Task<IReadOnlyList<StoredCase>> CasesAsync() => QueryAsync<StoredCase>("SELECT number, text, kind, sentiment, priority, disagreements FROM cases ORDER BY id");

    public Task<IReadOnlyList<string>> WordsAsync() => QueryAsync<string>("SELECT text FROM messages WHERE from_resident = 1");

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await Service.DisposeAsync();
        await Azure.DisposeAsync();
    }

    private async Task<IReadOnlyList<T>> QueryAsync<T>(string sql)
    {
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(Service.DataDirectory, "engagementbot.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        await using var connection = new SqliteConnection(file.ToString());
        return [.. await connection.QueryAsync<T>(sql)];
    }
}

internal sealed record Heard(string Text, TimeSpan Took)
{
    public bool AsksAzure { get; init; } = true;
}

internal sealed record StoredCase(string Number, string Text, string Kind, string Sentiment, long Priority, string Disagreements);
