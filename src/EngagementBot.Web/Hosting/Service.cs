using System.Security.Cryptography;
using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Officers;
using EngagementBot.Casework.Receipts;
using EngagementBot.Casework.Translations;
using EngagementBot.Casework.Triage;
using EngagementBot.Content;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.TextMessages.Store;
using EngagementBot.Conversations.Turns;
using EngagementBot.Conversations.Understanding;
using EngagementBot.Storage;
using EngagementBot.Storage.Cases;
using EngagementBot.Storage.Conversations;
using EngagementBot.Storage.Officers;
using EngagementBot.Storage.TextMessages;
using EngagementBot.TextAnalytics;
using EngagementBot.Web.DirectLine;
using EngagementBot.Web.Officers;
using EngagementBot.Web.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace EngagementBot.Web.Hosting;

/// <summary>What the service is made of, for the web and for the commands alike.</summary>
internal static class Service
{
    public static IServiceCollection AddStorage(this IServiceCollection services, ServiceSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Database>(settings.PostgreSql is { } connection ? new PostgreSqlDatabase(connection) : new SqliteDatabase(settings.SqliteFile));
        services.AddSingleton<Migrator>();
        services.AddSingleton<ServiceKeys>();
        services.AddSingleton<ConversationBell>();
        services.AddSingleton<IConversationBell>(p => p.GetRequiredService<ConversationBell>());
        services.AddSingleton<ICaseStore, CaseStore>();
        services.AddSingleton<ITranslationStore, TranslationStore>();
        services.AddSingleton<IPictureStore, PictureStore>();
        services.AddSingleton<IConversationStore, ConversationStore>();
        services.AddSingleton<IDeliveryStore, DeliveryStore>();
        services.AddSingleton<ITextInbox, TextInbox>();
        services.AddSingleton<ITextOutbox, TextOutbox>();
        services.AddSingleton<IPhoneBook, PhoneBook>();
        services.AddSingleton<IOfficerStore, OfficerStore>();
        services.AddSingleton<IPasswords, Passwords>();
        services.AddSingleton<OfficerRegister>();
        services.AddSingleton<IConfidentialText, ConfidentialText>();
        AddKeys(services, settings);
        return services;
    }

    public static IServiceCollection AddBot(this IServiceCollection services, ServiceSettings settings)
    {
        services.AddEditions();
        services.AddTextAnalytics(settings.TextAnalytics);
        services.AddTranslation(settings);
        services.AddSingleton(settings.Office);
        services.AddSingleton(p => new ReceiptHash(p.GetRequiredService<ReceiptKey>().Value));
        services.AddSingleton<ReceiptKey>();
        services.AddSingleton<CaseStatus>();
        services.AddSingleton<ResidentDesk>();
        services.AddSingleton(new CaseAccess(settings.DelegatedOfficersMayOpenCases));
        return services;
    }

    /// <summary>Makes the data folder, brings the tables up to date and loads the service's own key.</summary>
    public static async Task PrepareAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        var settings = services.GetRequiredService<ServiceSettings>();
        if (settings.PostgreSql is null)
            Directory.CreateDirectory(settings.DataDirectory);
        await services.GetRequiredService<Migrator>().MigrateAsync(cancellationToken);
    }

    // On a server the replicas share the keys through the database; with SQLite they are files that only the owner can read.
    private static void AddKeys(IServiceCollection services, ServiceSettings settings)
    {
        var protection = services.AddDataProtection().SetApplicationName("EngagementBot");
        if (settings.PostgreSql is null)
            protection.PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.DataDirectory, "keys")));
        else
            services.AddOptions<KeyManagementOptions>().Configure<ServiceKeys>((options, keys) => options.XmlRepository = new KeyRepository(keys));
    }
}

/// <summary>What is encrypted in the database cannot be read any more.</summary>
internal sealed class LostKeysException() : Exception(
    "The keys that encrypt it are missing. Restore the folder keys beside the database (or the rows of service_keys) from the backup.");

/// <summary>The key of the receipts' hash.</summary>
internal sealed class ReceiptKey() : StoredKey("receipt-hash");

/// <summary>A key of a hash: made once, kept in the database, encrypted.</summary>
internal abstract class StoredKey(string name)
{
    public byte[] Value { get; private set; } = [];

    public async Task LoadAsync(ServiceKeys keys, IConfidentialText confidential, CancellationToken cancellationToken)
    {
        var fresh = confidential.Protect(Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
        var stored = await keys.GetOrAddAsync(name, fresh, cancellationToken);
        Value = Convert.FromHexString(confidential.Unprotect(stored) ?? throw new LostKeysException());
    }
}
