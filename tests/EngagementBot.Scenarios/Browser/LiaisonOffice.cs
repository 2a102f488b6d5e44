using System.Collections.Concurrent;
using EngagementBot.Scenarios.Browser;
using EngagementBot.Scenarios.Service;

[assembly: AssemblyFixture(typeof(LiaisonOffice))]

namespace EngagementBot.Scenarios.Browser;

/// <summary>A service with officers, which the tests of the console share. Each officer signs in once; a client is a browser of its own.</summary>
public sealed class LiaisonOffice : IAsyncDisposable
{
    public const string Ana = "Ana Ruiz";
    public const string Ben = "Ben Colegrove";
    public const string Supervisor = "Sol Vanterpool";
    public const string Delegated = "Dora Delacroix";
    public const string Password = "seven quiet herons at dusk";

    private readonly Lazy<Task<ServiceProcess>> _service = new(OpenAsync);
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _signIns = [];

    internal Task<ServiceProcess> ServiceAsync() => _service.Value;

    internal async Task<OfficerClient> OfficerAsync(string name)
    {
        var client = new OfficerClient((await _service.Value).Address);
        client.Cookie = await CookieAsync(name);
        return client;
    }

    internal async Task<OfficerPage> ScreenAsync(Chromium chromium, string name) =>
        await OfficerPage.OpenAsync(chromium, await _service.Value, await CookieAsync(name));

    /// <summary>Adds an officer for a test that changes or locks the account.</summary>
    internal async Task<string> AddAsync(string name, params string[] options)
    {
        var added = await (await _service.Value).CommandAsync(["officer", "add", name, "--password-stdin", .. options], Password + "\n");
        added.ExitCode.ShouldBe(0, added.Error);
        return name;
    }

    public async ValueTask DisposeAsync()
    {
        if (_service.IsValueCreated && _service.Value.IsCompletedSuccessfully)
            await (await _service.Value).DisposeAsync();
    }

    private Task<string> CookieAsync(string name) => _signIns.GetOrAdd(name, n => new Lazy<Task<string>>(() => SignInAsync(n))).Value;

    private async Task<string> SignInAsync(string name)
    {
        using var client = new OfficerClient((await _service.Value).Address);
        (await client.SignInAsync(name, Password)).Location.ShouldBe("/console");
        return client.Cookie!;
    }

    private static async Task<ServiceProcess> OpenAsync()
    {
        var service = await ServiceProcess.StartAsync();
        string[][] officers = [[Ana], [Ben], [Supervisor, "--role", "supervisor"], [Delegated, "--delegated"]];
        var added = await Task.WhenAll(officers.Select(o => service.CommandAsync(["officer", "add", .. o, "--password-stdin"], Password + "\n")));
        added.ShouldAllBe(a => a.ExitCode == 0, string.Concat(added.Select(a => a.Error)));
        return service;
    }
}
