using Dapper;
using Npgsql;

namespace EngagementBot.Scenarios.Durability;

/// <summary>An empty database of its own on the server that ENGAGEMENTBOT_TEST_POSTGRESQL names; its user must be allowed to make one.</summary>
internal sealed class PostgreSqlPlace : IAsyncDisposable
{
    private const string Variable = "ENGAGEMENTBOT_TEST_POSTGRESQL";

    private readonly string _server;
    private readonly string _name = $"engagementbot_test_{Guid.NewGuid():N}";

    private PostgreSqlPlace(string server) => _server = server;

    /// <summary>What puts a service on it.</summary>
    public Dictionary<string, string> Settings => new() { ["Storage__PostgreSql"] = Connection };

    private string Connection => new NpgsqlConnectionStringBuilder(_server) { Database = _name, MaxPoolSize = 20 }.ToString();

    /// <summary>Skips the test where there is no server.</summary>
    public static async Task<PostgreSqlPlace> MakeAsync()
    {
        var server = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(server), $"{Variable} names no server.");
        var place = new PostgreSqlPlace(server!);
        await ExecuteAsync(server!, $"CREATE DATABASE {place._name}");
        return place;
    }

    public Task ExecuteAsync(string sql) => ExecuteAsync(Connection, sql);

    public async ValueTask DisposeAsync() => await ExecuteAsync(_server, $"DROP DATABASE {_name} WITH (FORCE)");

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        await connection.ExecuteAsync(sql);
    }
}
