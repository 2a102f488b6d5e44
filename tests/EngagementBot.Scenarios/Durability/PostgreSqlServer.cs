using System.Diagnostics;
using System.Globalization;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.Durability;

/// <summary>A PostgreSQL of its own in a temporary folder, to be stopped and frozen.</summary>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    private readonly string _programs;
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("engagementbot-postgresql-");
    private readonly int _port = LoopbackPort.Take();

    private PostgreSqlServer(string programs) => _programs = programs;

    public Dictionary<string, string> Settings => new()
    {
        ["Storage__PostgreSql"] = string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Database=postgres;Username=tests;Maximum Pool Size=40"),
    };

    private string Data => Path.Combine(_home.FullName, "data");

    /// <summary>Skips the test where PostgreSQL is not installed.</summary>
    public static async Task<PostgreSqlServer> StartAsync()
    {
        var programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Max(StringComparer.Ordinal)
            : null;
        Assert.SkipWhen(programs is null, "PostgreSQL is not installed.");
        var server = new PostgreSqlServer(programs!);
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", ["postgres:", server._home.FullName], "/");
        await server.AsItsUserAsync("initdb", "-D", server.Data, "-U", "tests", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        await server.StartAgainAsync();
        return server;
    }

    public Task StartAgainAsync() => AsItsUserAsync(
        "pg_ctl", "-D", Data, "-l", Path.Combine(_home.FullName, "log"), "-w", "start", "-o",
        string.Create(CultureInfo.InvariantCulture, $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"));

    /// <summary>At once, as in a crash: what it was doing breaks off, and it says so to nobody.</summary>
    public Task StopAsync() => AsItsUserAsync("pg_ctl", "-D", Data, "-m", "immediate", "stop");

    /// <summary>Takes connections and statements, and answers nothing.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    public Task ThawAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        await SignalAsync("CONT");
        await StopAsync();
        _home.Delete(recursive: true);
    }

    private async Task SignalAsync(string signal)
    {
        var first = (await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0];
        var children = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(p => p!.All(char.IsAsciiDigit) && ParentOf(p!) == first).ToList();
        await RunAsync("/bin/kill", [$"-{signal}", first], "/");
        // One of them may have ended meanwhile.
        foreach (var child in children)
            await RunAsync("/bin/kill", [$"-{signal}", child!], "/", mayFail: true);
    }

    private static string? ParentOf(string process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ')[1];
        }
        catch (IOException)
        {
            return null;
        }
    }

    // PostgreSQL refuses to run as root.
    private Task AsItsUserAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs, program);
        return Environment.IsPrivilegedProcess
            ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments], _home.FullName)
            : RunAsync(path, arguments, _home.FullName);
    }

    private static async Task RunAsync(string program, IEnumerable<string> arguments, string folder, bool mayFail = false)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (!mayFail)
            process.ExitCode.ShouldBe(0, $"{program}: {await error}");
    }
}
