using System.Globalization;
using System.Reflection;

namespace EngagementBot.Storage;

/// <summary>Brings the tables to the version that this program knows: numbered SQL, under a lock, in one transaction.</summary>
public sealed class Migrator(Database database)
{
    private static readonly IReadOnlyList<(long Version, string Resource)> Known =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
            .Select(n => (Version(n), n))
            .OrderBy(n => n.Item1),
    ];

    /// <exception cref="NewerSchemaException">A newer program has already changed the tables.</exception>
    public Task MigrateAsync(CancellationToken cancellationToken) => database.MigrateUnderLockAsync(ApplyAsync, cancellationToken);

    private static async Task ApplyAsync(Sql sql)
    {
        await sql.ExecuteAsync("CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL PRIMARY KEY)");
        var current = await sql.ScalarAsync<long?>("SELECT MAX(version) FROM schema_version") ?? 0;
        if (current > Known[^1].Version)
            throw new NewerSchemaException(current, Known[^1].Version);
        foreach (var (version, resource) in Known.Where(k => k.Version > current))
        {
            await sql.ExecuteAsync(await ReadAsync(resource));
            await sql.ExecuteAsync("INSERT INTO schema_version (version) VALUES (@version)", new { version });
        }
    }

    private static async Task<string> ReadAsync(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return await reader.ReadToEndAsync();
    }

    // EngagementBot.Storage.Migrations.0001_name.sql
    private static long Version(string resource) =>
        long.Parse(resource.Split('.')[^2].Split('_')[0].TrimStart('_'), CultureInfo.InvariantCulture);
}

/// <summary>The database was changed by a newer version of the program; this one must not write to it.</summary>
public sealed class NewerSchemaException(long found, long known) : Exception(
    $"The database has schema version {found}, but this program knows only {known}. Run the newer program, or restore a backup made before it.");
