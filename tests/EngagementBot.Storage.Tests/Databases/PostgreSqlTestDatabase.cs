using System.Collections.Concurrent;
using Dapper;
using EngagementBot.Storage;
using Npgsql;

namespace EngagementBot.Storage.Tests.Databases;

/// <summary>Databases of their own on the server that <see cref="Variable"/> names; its user must be allowed to make them.</summary>
public sealed class PostgreSqlTestDatabase : TestDatabase
{
    private const string Variable = "ENGAGEMENTBOT_TEST_POSTGRESQL";

    private readonly string? _server = Environment.GetEnvironmentVariable(Variable);
    private readonly ConcurrentBag<string> _made = [];

    public override string? WhyNot => string.IsNullOrEmpty(_server) ? $"{Variable} names no server." : null;

    public override async Task<string> NewPlaceAsync()
    {
        var name = $"engagementbot_test_{Guid.NewGuid():N}";
        await OnServerAsync($"CREATE DATABASE {name}");
        _made.Add(name);
        return new NpgsqlConnectionStringBuilder(_server) { Database = name, MaxPoolSize = 20 }.ToString();
    }

    public override Database Open(string place) => new PostgreSqlDatabase(place);

    protected override async Task RemoveAsync()
    {
        foreach (var name in _made)
            await OnServerAsync($"DROP DATABASE {name} WITH (FORCE)");
    }

    private async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server) { Pooling = false }.ToString());
        await connection.ExecuteAsync(sql);
    }
}
