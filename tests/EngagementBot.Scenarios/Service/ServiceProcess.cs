using System.Collections.Concurrent;
using System.Diagnostics;

namespace EngagementBot.Scenarios.Service;

/// <summary>The real service in a process of its own, with a temporary data folder. It can be killed and started again on the same data and port.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);
    private static readonly ConcurrentDictionary<ServiceProcess, bool> Running = [];

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("engagementbot-");
    private readonly Dictionary<string, string> _settings;
    private readonly ConcurrentQueue<string> _output = [];
    private readonly int _port = LoopbackPort.Take();
    private volatile bool _isListening;
    private Process? _process;

    // A test run that is broken off leaves no service behind.
    static ServiceProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var service in Running.Keys)
            service.KillAtOnce();
    };

    private ServiceProcess(IReadOnlyDictionary<string, string>? settings)
    {
        _settings = new Dictionary<string, string> { ["Storage__DataDirectory"] = DataDirectory };
        foreach (var (key, value) in settings ?? _settings)
            _settings[key] = value;
    }

    public string DataDirectory => Path.Combine(_home.FullName, "data");

    /// <summary>Development, unless a test asks for another.</summary>
    private string Environment => _settings.GetValueOrDefault("DOTNET_ENVIRONMENT", "Development");

    public Uri Address => new($"http://127.0.0.1:{_port}");

    /// <summary>All that the service has printed since its first start, its log included.</summary>
    public string Output => string.Join('\n', _output);

    public static async Task<ServiceProcess> StartAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            var service = new ServiceProcess(settings);
            try
            {
                await service.StartAgainAsync();
                return service;
            }
            catch (InvalidOperationException)
            {
                await service.DisposeAsync();
                // Somebody may take the port between the look and the start.
                if (attempt == 3 || !service.Output.Contains("cannot listen", StringComparison.Ordinal))
                    throw;
            }
        }
    }

    /// <summary>Starts on the data and the port of before, and returns when the service is ready.</summary>
    public async Task StartAgainAsync()
    {
        var begun = Stopwatch.StartNew();
        Launch();
        using var http = new HttpClient { BaseAddress = Address, Timeout = LongestAnswer };
        while (!_isListening || !await IsReadyAsync(http))
        {
            if (_process!.HasExited)
                throw new InvalidOperationException($"The service ended with {_process.ExitCode}.\n{Output}");
            if (begun.Elapsed > LongestStart)
                throw new TimeoutException($"The service is not ready after {LongestStart.TotalSeconds:0} s.\n{Output}");
            await Task.Delay(20);
        }
    }

    /// <summary>SIGKILL: nothing is flushed, nobody is told.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process)
            return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        _process = null;
        Running.TryRemove(this, out _);
    }

    /// <summary>Another verb of the program, on the same data and settings.</summary>
    public Task<CommandResult> CommandAsync(IReadOnlyList<string> arguments, string? standardInput = null) =>
        ServiceProgram.RunAsync(arguments, _settings, standardInput);

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _home.Delete(recursive: true);
    }

    private void KillAtOnce()
    {
        try
        {
            _process?.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private void Launch()
    {
        _isListening = false;
        _process = new Process { StartInfo = ServiceProgram.StartInfo(["--environment", Environment, "--urls", Address.OriginalString], _settings) };
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.Start();
        Running[this] = true;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null)
            return;
        _output.Enqueue(line.Data);
        // Only this process prints this address: another one on the port would answer /health/ready as well.
        _isListening |= line.Data.Contains($"{_settings.GetValueOrDefault("PublicUrl", Address.OriginalString)}/console", StringComparison.Ordinal);
    }

    private static async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception away) when (away is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
