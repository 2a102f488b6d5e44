using EngagementBot.Web.Hosting;
using EngagementBot.Web.Settings;

namespace EngagementBot.Web.Commands;

/// <summary>The same settings and the same store as the service, without a web server.</summary>
internal static class CommandHost
{
    public static ServiceSettings Settings()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = EnvironmentName });
        // A command does not serve residents, so that the made-up agency is no reason to refuse it.
        return ServiceSettings.Read(builder.Configuration, isProduction: false);
    }

    /// <summary>Says what is wrong with the call.</summary>
    /// <returns>The exit code for it.</returns>
    public static int Refuse(string what)
    {
        Console.Error.WriteLine(what);
        return ExitCodes.WrongSettings;
    }

    /// <summary>The store and the bot, as the service has them.</summary>
    public static Task<int> WithBotAsync(Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellationToken) =>
        WithAsync((services, settings) => services.AddBot(settings), work, cancellationToken);

    /// <summary>Opens the store, brought up to date, and runs the work with it.</summary>
    public static Task<int> WithStorageAsync(Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellationToken) =>
        WithAsync((_, _) => { }, work, cancellationToken);

    private static async Task<int> WithAsync(
        Action<IServiceCollection, ServiceSettings> add, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        var settings = Settings();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddStorage(settings);
        add(services, settings);
        await using var provider = services.BuildServiceProvider();
        await provider.PrepareAsync(cancellationToken);
        return await work(provider, cancellationToken);
    }

    private static string EnvironmentName =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environments.Production;
}
