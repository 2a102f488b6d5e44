using System.Diagnostics;

namespace EngagementBot.Benchmarks;

/// <summary>The service as an agency runs it: the Release build, published.</summary>
internal static class PublishedService
{
    public const string Program = "EngagementBot.Web.dll";

    public static string Repository { get; } = FindRepository(AppContext.BaseDirectory);

    /// <returns>Its folder.</returns>
    public static async Task<string> MakeAsync(CancellationToken cancellationToken)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "service");
        using var publish = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "publish", Path.Combine(Repository, "src", "EngagementBot.Web"), "-c", "Release", "-o", folder, "-v", "quiet", "--nologo" },
        })!;
        await publish.WaitForExitAsync(cancellationToken);
        return publish.ExitCode == 0 ? folder : throw new BenchmarkException("The service could not be published.");
    }

    private static string FindRepository(string folder) =>
        File.Exists(Path.Combine(folder, "EngagementBot.sln")) ? folder
        : Directory.GetParent(folder) is { } parent ? FindRepository(parent.FullName)
        : throw new BenchmarkException("The benchmark must be built inside the repository.");
}
