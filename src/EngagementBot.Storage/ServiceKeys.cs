namespace EngagementBot.Storage;

/// <summary>Small named values that every replica shares.</summary>
public sealed class ServiceKeys(Database database)
{
    /// <summary>The value of this name; the first to ask gives it.</summary>
    public Task<string> GetOrAddAsync(string name, string value, CancellationToken cancellationToken) => database.WriteAsync(
        async sql =>
        {
            await sql.ExecuteAsync("INSERT INTO service_keys (name, value) VALUES (@name, @value) ON CONFLICT DO NOTHING", new { name, value });
            return (await sql.ScalarAsync<string>("SELECT value FROM service_keys WHERE name = @name", new { name }))!;
        },
        cancellationToken);

    public Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellationToken) => database.ReadAsync(
        sql => sql.ListAsync<string>("SELECT value FROM service_keys WHERE name LIKE @like ORDER BY name", new { like = prefix + "%" }), cancellationToken);
}
