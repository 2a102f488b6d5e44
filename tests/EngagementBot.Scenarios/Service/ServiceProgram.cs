using System.Diagnostics;
using System.Reflection;

namespace EngagementBot.Scenarios.Service;

/// <summary>The built program, run as a person would run it: <c>dotnet EngagementBot.Web.dll ...</c>.</summary>
internal static class ServiceProgram
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Where the program lies, with <c>locales</c> and <c>dialogs</c> beside it.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, typeof(ServiceProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ServiceFolder").Value!));

    /// <summary>The languages that have a folder.</summary>
    public static TheoryData<string> Languages => [.. Directory.GetDirectories(Path.Combine(Folder, "locales")).Select(d => Path.GetFileName(d)!).Order()];

    /// <summary>Runs a command, or a start that should be refused, to its end.</summary>
    public static async Task<CommandResult> RunAsync(
        IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings = null, string? standardInput = null)
    {
        using var process = Process.Start(StartInfo(arguments, settings))!;
        await process.StandardInput.WriteAsync(standardInput);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new TimeoutException($"{string.Join(' ', arguments)} has not ended after {Longest.TotalSeconds:0} s.\n{await output}\n{await error}");
        }
        return new CommandResult(process.ExitCode, await output, await error);
    }

    // What one service has learned from the content, the next one on other data need not learn again.
    public static readonly string Learned = Path.Combine(Path.GetTempPath(), "engagementbot-tests-learned");

    public static ProcessStartInfo StartInfo(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(Folder, "EngagementBot.Web.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        // What the tests' own machine sets is not the service's.
        foreach (var inherited in start.Environment.Keys.Where(k => k.Contains("__", StringComparison.Ordinal) || k is "ASPNETCORE_ENVIRONMENT" or "DOTNET_ENVIRONMENT" or "ASPNETCORE_URLS").ToList())
            start.Environment.Remove(inherited);
        start.Environment["TextAnalytics__CacheDirectory"] = Learned;
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
            start.Environment[key] = value;
        return start;
    }
}

internal sealed record CommandResult(int ExitCode, string Output, string Error);
