using EngagementBot.Casework.Officers;
using EngagementBot.Casework.Receipts;
using EngagementBot.Content;
using EngagementBot.Conversations.Turns;
using EngagementBot.Storage;
using EngagementBot.Web.Settings;
using EngagementBot.Web.TextMessages;

namespace EngagementBot.Web.Hosting;

/// <summary>What happens before the first request, and what the terminal shows of it.</summary>
internal static class StartUp
{
    public static async Task PrepareAsync(WebApplication app)
    {
        var services = app.Services;
        // Content first: what is wrong in it is told before anything is touched.
        services.GetRequiredService<ContentLibrary>();
        await services.PrepareAsync();
        await services.GetRequiredService<ReceiptKey>().LoadAsync(
            services.GetRequiredService<ServiceKeys>(), services.GetRequiredService<IConfidentialText>(), CancellationToken.None);
        await services.GetRequiredService<PhoneKey>().LoadAsync(
            services.GetRequiredService<ServiceKeys>(), services.GetRequiredService<IConfidentialText>(), CancellationToken.None);
        services.GetRequiredService<TurnPipeline>();
    }

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException busy)
        {
            await Console.Error.WriteLineAsync($"The service cannot listen: {busy.Message} Another program may use the port; choose one with --urls http://127.0.0.1:PORT.");
            return ExitCodes.Failed;
        }
        await PrintAsync(app);
        // Reading and learning leave several times their result behind; nobody should pay for it from now on.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        await app.WaitForShutdownAsync();
        return ExitCodes.Done;
    }

    private static async Task PrintAsync(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<ServiceSettings>();
        var url = settings.PublicUrl ?? app.Urls.First().TrimEnd('/');
        Console.WriteLine($"EngagementBot of {settings.Agency.Name}{(settings.Agency.MadeUp ? " (made up, for trying out)" : "")}");
        Console.WriteLine($"  Chat page  {url}/");
        Console.WriteLine($"  Console    {url}/console");
        Console.WriteLine($"  Data       {app.Services.GetRequiredService<Database>().Where}");
        if (settings.TextAnalytics is { } azure)
            Console.WriteLine($"  Azure      {azure.Endpoint.Host}, {(azure.IsAskedAlways ? "asked first" : "asked where the local analysis is unsure")}");
        if (settings.Translation is { } translation)
            Console.WriteLine($"  Translator {translation.Endpoint.Host}");
        if (settings.TextMessages.IsTriedOut)
            Console.WriteLine($"  Phone      {Commands.CommandLine.Self} sms{(url == ServiceSettings.DefaultUrl ? "" : $" --url {app.Urls.First().TrimEnd('/')}")}");
        var officers = await app.Services.GetRequiredService<IOfficerStore>().ListAsync(CancellationToken.None);
        if (officers.Count == 0)
        {
            Console.WriteLine();
            Console.WriteLine("No officer can sign in yet. Make the first one, in another terminal and with the same settings:");
            Console.WriteLine($"  {Commands.CommandLine.Self} officer add \"First Last\" --role administrator");
        }
    }
}

internal static class ExitCodes
{
    public const int Done = 0;
    public const int Failed = 1;

    /// <summary>The content, the settings or the command are wrong.</summary>
    public const int WrongSettings = 2;
}
