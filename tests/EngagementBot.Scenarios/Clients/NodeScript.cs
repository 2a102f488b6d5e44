using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace EngagementBot.Scenarios.Clients;

/// <summary>A script of <c>tests/clients</c>, which holds Microsoft's clients as npm has them.</summary>
internal static class NodeScript
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, typeof(NodeScript).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ClientsFolder").Value!));

    /// <summary>Where the packages lie; skips the test where nobody has installed them.</summary>
    public static string Packages()
    {
        var packages = Path.Combine(Folder, "node_modules");
        Assert.SkipUnless(Directory.Exists(packages), "The clients are not installed: npm ci --ignore-scripts in tests/clients.");
        return packages;
    }

    /// <returns>The figures on its last line.</returns>
    public static async Task<JsonElement> RunAsync(TimeSpan longest, string script, params object[] arguments)
    {
        Packages();
        using var process = Start(script, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(longest);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new TimeoutException($"{script} has not ended after {longest.TotalSeconds:0} s.\n{await output}\n{await error}");
        }
        process.ExitCode.ShouldBe(0, await error);
        return JsonElement.Parse((await output).Trim().Split('\n')[^1]);
    }

    private static Process Start(string script, IEnumerable<object> arguments)
    {
        var start = new ProcessStartInfo("node") { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(script);
        foreach (var argument in arguments)
            start.ArgumentList.Add(Convert.ToString(argument, CultureInfo.InvariantCulture)!);
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("node is not installed.");
            throw;
        }
    }
}
