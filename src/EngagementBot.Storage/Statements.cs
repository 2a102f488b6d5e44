using System.Data;
using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;

namespace EngagementBot.Storage;

/// <summary>The statements of one connection, each made once: a SQLite command keeps what was compiled for it, and compiling takes
/// longer than running.</summary>
internal sealed class Statements(DbConnection connection) : IAsyncDisposable
{
    private readonly Dictionary<(string Sql, Type? Values), Statement> _made = [];

    public DbConnection Connection => connection;

    public Statement Of(string sql, object? values, DbTransaction? transaction)
    {
        var key = (sql, values?.GetType());
        if (!_made.TryGetValue(key, out var statement))
            _made.Add(key, statement = new Statement(connection, sql, key.Item2));
        return statement.With(values, transaction);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in _made.Values)
            await statement.DisposeAsync();
        await connection.DisposeAsync();
    }
}

/// <summary>One statement, and where its values come from.</summary>
internal sealed partial class Statement : IAsyncDisposable
{
    // In seconds. A turn fails rather than keep a resident waiting for a database that is away.
    private const int Timeout = 5;

    private readonly DbCommand _command;
    private readonly List<(DbParameter Parameter, Func<object, object?> Value)> _values = [];
    private Func<DbDataReader, object>? _row;

    public Statement(DbConnection connection, string sql, Type? values)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        _command.CommandTimeout = Timeout;
        var named = Names().Matches(sql).Select(m => m.Value[1..]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var property in values is null ? [] : Properties.Of(values).Where(p => named.Contains(p.Name)))
            _values.Add((Add(property), property.Value));
    }

    public Statement With(object? values, DbTransaction? transaction)
    {
        _command.Transaction = transaction;
        foreach (var (parameter, value) in _values)
            parameter.Value = value(values!) ?? DBNull.Value;
        return this;
    }

    public Task<int> ExecuteAsync(CancellationToken cancellationToken) => _command.ExecuteNonQueryAsync(cancellationToken);

    public async Task<T?> ScalarAsync<T>(CancellationToken cancellationToken) => await _command.ExecuteScalarAsync(cancellationToken) switch
    {
        null or DBNull => default,
        T value => value,
        var value => (T)Convert.ChangeType(value, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>The rows, at most so many.</summary>
    public async Task<List<T>> ListAsync<T>(int most, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await using var reader = await _command.ExecuteReaderAsync(cancellationToken);
        while (rows.Count < most && await reader.ReadAsync(cancellationToken))
            rows.Add((T)(_row ??= reader.GetRowParser(typeof(T)))(reader));
        return rows;
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();

    private DbParameter Add(Property property)
    {
        var parameter = _command.CreateParameter();
        parameter.ParameterName = property.Name;
        if (property.Type is { } type)
            parameter.DbType = type;
        _command.Parameters.Add(parameter);
        return parameter;
    }

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Names();
}
