using System.Diagnostics;
using System.Text;

namespace EngagementBot.Benchmarks;

/// <summary>A program under load, in a process of its own.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(30) };

    private readonly Process _process;

    private Server(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>From the start of the process to its first answer to a message.</summary>
    public TimeSpan FirstAnswer { get; private set; }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>In bytes.</summary>
    public long ResidentMemory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts <c>dotnet PROGRAM ARGUMENTS</c> and returns once a message was answered.</summary>
    public static async Task<Server> StartAsync(string program, IEnumerable<string> arguments, int port, CancellationToken cancellationToken)
    {
        var address = new Uri($"http://127.0.0.1:{port}/api/messages");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { program }.Concat(arguments).Concat(["--urls", $"http://127.0.0.1:{port}", "--environment", "Development"]))
            start.ArgumentList.Add(argument);
        var clock = Stopwatch.StartNew();
        var server = new Server(Process.Start(start)!, address);
        server.ForgetOutput();
        while (!await server.IsAnsweringAsync(cancellationToken))
            await Task.Delay(10, cancellationToken);
        server.FirstAnswer = clock.Elapsed;
        return server;
    }

    /// <returns>The answer; null if there was none.</returns>
    public async Task<string?> AskAsync(string language, string text, CancellationToken cancellationToken)
    {
        var json = $$"""
            {"type":"message","id":"{{Guid.NewGuid()}}","channelId":"emulator","serviceUrl":"http://127.0.0.1:9/","from":{"id":"resident"},"recipient":{"id":"bot"},
             "conversation":{"id":"{{Guid.NewGuid()}}"},"locale":"{{language}}","text":{{System.Text.Json.JsonSerializer.Serialize(text)}},"deliveryMode":"expectReplies"}
            """;
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(Address, body, cancellationToken);
        return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync(cancellationToken) : null;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<bool> IsAnsweringAsync(CancellationToken cancellationToken)
    {
        if (_process.HasExited)
            throw new BenchmarkException($"{_process.StartInfo.ArgumentList[0]} ended with {_process.ExitCode}; is the port free?");
        try
        {
            return await AskAsync("en", "what is 287(g)?", cancellationToken) is not null;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // A full pipe would stop the program.
    private void ForgetOutput()
    {
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }
}
