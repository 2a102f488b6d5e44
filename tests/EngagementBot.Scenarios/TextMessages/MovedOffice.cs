using EngagementBot.Casework.Receipts;
using EngagementBot.Channels.TextMessages;
using EngagementBot.Scenarios.Clients;
using EngagementBot.Scenarios.Durability;
using EngagementBot.Scenarios.Service;
using EngagementBot.Web.DirectLine;
using EngagementBot.Web.Hosting;
using EngagementBot.Web.Settings;
using EngagementBot.Web.TextMessages;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EngagementBot.Scenarios.TextMessages;

/// <summary>The service's text messages in this process, so that days pass when the test says so: both workers, a real database, and a provider
/// that does as it is told. It is noon at the office when it starts.</summary>
internal sealed class MovedOffice : IAsyncDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("engagementbot-");
    private readonly PostgreSqlPlace? _server;
    private WebApplication _app = null!;

    private MovedOffice(PostgreSqlPlace? server) => _server = server;

    public MovedClock Clock { get; } = new();

    public ToldProvider Provider { get; } = new();

    public LostKeys Keys { get; private set; } = null!;

    public static async Task<MovedOffice> OpenAsync(bool onPostgreSql)
    {
        var office = new MovedOffice(onPostgreSql ? await PostgreSqlPlace.MakeAsync() : null);
        await office.StartAsync();
        return office;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Task ReceiveAsync(string text, string from = "+15550100001") => Get<TextReceiver>().ReceiveAsync(new ReceivedText($"SM{Guid.NewGuid():N}", from, text, []));

    public static async Task UntilAsync(Func<Task<bool>> isSo, string what)
    {
        for (var waited = 0; !await isSo(); waited += 25)
        {
            waited.ShouldBeLessThan(15_000, what);
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
    }

    public static Task UntilAsync(Func<bool> isSo, string what) => UntilAsync(() => Task.FromResult(isSo()), what);

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _app.Services.GetServices<IHostedService>().Where(w => w is TextWorker or TextSender))
            await worker.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
        _home.Delete(recursive: true);
    }

    private async Task StartAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = ServiceProgram.Folder, EnvironmentName = "Development" });
        var settings = new Dictionary<string, string?>
        {
            ["Content:Directory"] = ServiceProgram.Folder, ["Storage:DataDirectory"] = _home.FullName, ["PublicUrl"] = FakeTwilio.PublicUrl, ["TextAnalytics:CacheDirectory"] = ServiceProgram.Learned,
        };
        foreach (var (key, value) in _server?.Settings ?? [])
            settings[key.Replace("__", ":", StringComparison.Ordinal)] = value;
        builder.Configuration.AddInMemoryCollection(settings);
        var read = ServiceSettings.Read(builder.Configuration, isProduction: false, isDevelopment: true);
        builder.Services.AddStorage(read).AddBot(read).AddTextMessages(read).AddSingleton<TurnFailures>();
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton<ITextProvider>(Provider);
        builder.Services.AddSingleton<ConfidentialText>().AddSingleton<LostKeys>().AddSingleton<IConfidentialText>(p => p.GetRequiredService<LostKeys>());
        _app = builder.Build();
        Keys = Get<LostKeys>();
        Clock.Move(NoonAfter(TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), read.Office.Zone)));
        await StartUp.PrepareAsync(_app);
        foreach (var worker in _app.Services.GetServices<IHostedService>().Where(w => w is TextWorker or TextSender))
            await worker.StartAsync(CancellationToken.None);
    }

    private static TimeSpan NoonAfter(DateTimeOffset local) => TimeSpan.FromHours(36) - local.TimeOfDay;
}

/// <summary>Encrypts as the service does; the keys for reading can be lost and found again.</summary>
internal sealed class LostKeys(ConfidentialText real) : IConfidentialText
{
    private int _tries;

    public bool AreLost { get; set; }

    /// <summary>How often something was to be read without them.</summary>
    public int Tries => Volatile.Read(ref _tries);

    public string Protect(string text) => real.Protect(text);

    public string? Unprotect(string text)
    {
        if (!AreLost)
            return real.Unprotect(text);
        Interlocked.Increment(ref _tries);
        return null;
    }

    public byte[] Protect(byte[] content) => real.Protect(content);

    public byte[]? Unprotect(byte[] content) => AreLost ? null : real.Unprotect(content);
}

/// <summary>A provider of text messages that is away, or takes all.</summary>
internal sealed class ToldProvider : ITextProvider
{
    private int _tries;

    public bool IsAway { get; set; }

    public int Tries => Volatile.Read(ref _tries);

    public System.Collections.Concurrent.ConcurrentQueue<string> Taken { get; } = [];

    public Task<SendOutcome> SendAsync(TextToSend text, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _tries);
        if (IsAway)
            return Task.FromResult<SendOutcome>(new SendOutcome.TryLater(null));
        Taken.Enqueue(text.Text);
        return Task.FromResult<SendOutcome>(new SendOutcome.Accepted($"OUT{Guid.NewGuid():N}"));
    }

    public Task<IReadOnlyList<string>?> FindAsync(TextToSend text, DateTimeOffset since, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>?>([]);

    public Task<bool> EraseAsync(string providerId, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<PictureOutcome> FetchPictureAsync(string address, CancellationToken cancellationToken) => Task.FromResult<PictureOutcome>(new PictureOutcome.TryLater());

    public Task<bool> ErasePictureAsync(string address, CancellationToken cancellationToken) => Task.FromResult(true);
}
