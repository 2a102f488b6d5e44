using Dapper;
using EngagementBot.Scenarios.Service;
using Microsoft.Data.Sqlite;

namespace EngagementBot.Scenarios.BotFramework;

/// <summary>What the service has stored, read from its own file.</summary>
internal static class StoredLog
{
    public static async Task<IReadOnlyList<string>> TypesAsync(ServiceProcess service, string conversationId)
    {
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(service.DataDirectory, "engagementbot.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        await using var connection = new SqliteConnection(file.ToString());
        return [.. await connection.QueryAsync<string>("SELECT type FROM messages WHERE conversation_id = @id ORDER BY sequence", new { id = $"test|{conversationId}" })];
    }
}
