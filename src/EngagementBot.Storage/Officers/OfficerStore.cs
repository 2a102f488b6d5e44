using EngagementBot.Casework.Officers;

namespace EngagementBot.Storage.Officers;

public sealed class OfficerStore(Database database) : IOfficerStore
{
    private const string Columns =
        """
        id, name, role, delegated, disabled, password_hash AS PasswordHash, security_stamp AS SecurityStamp,
        failed_sign_ins AS FailedSignIns, locked_until AS LockedUntil
        """;

    public async Task<IReadOnlyList<Officer>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(sql => sql.ListAsync<OfficerRow>($"SELECT {Columns} FROM officers ORDER BY name_key"), cancellationToken);
        return [.. rows.Select(r => r.ToOfficer())];
    }

    public Task<Officer?> FindAsync(string name, CancellationToken cancellationToken) => FindByAsync("name_key = @value", Key(name), cancellationToken);

    public Task<Officer?> FindAsync(long id, CancellationToken cancellationToken) => FindByAsync("id = @value", id, cancellationToken);

    public Task<Officer?> AddAsync(Officer officer, CancellationToken cancellationToken) => database.WriteAsync(
        async sql =>
        {
            var added = officer with { Id = await sql.NextAsync("officer") };
            var rows = await sql.ExecuteAsync(
                """
                INSERT INTO officers (id, name, name_key, role, delegated, disabled, password_hash, security_stamp, failed_sign_ins, locked_until)
                VALUES (@Id, @Name, @NameKey, @Role, @Delegated, @Disabled, @PasswordHash, @SecurityStamp, @FailedSignIns, @LockedUntil)
                ON CONFLICT DO NOTHING
                """,
                OfficerRow.Of(added));
            return rows == 0 ? null : added;
        },
        cancellationToken);

    public Task UpdateAsync(Officer officer, CancellationToken cancellationToken) => database.WriteAsync(
        sql => sql.ExecuteAsync(
            """
            UPDATE officers SET name = @Name, name_key = @NameKey, role = @Role, delegated = @Delegated, disabled = @Disabled,
                   password_hash = @PasswordHash, security_stamp = @SecurityStamp, failed_sign_ins = @FailedSignIns, locked_until = @LockedUntil
            WHERE id = @Id
            """,
            OfficerRow.Of(officer)),
        cancellationToken);

    public Task CountFailureAsync(long id, int lockAt, DateTimeOffset lockedUntil, CancellationToken cancellationToken) => database.WriteAsync(
        sql => sql.ExecuteAsync(
            """
            UPDATE officers SET failed_sign_ins = failed_sign_ins + 1,
                   locked_until = CASE WHEN (failed_sign_ins + 1) % @lockAt = 0 THEN @until ELSE locked_until END
            WHERE id = @id
            """,
            new { id, lockAt = (long)lockAt, until = UnixTime.Of(lockedUntil) }),
        cancellationToken);

    public Task ForgetFailuresAsync(long id, CancellationToken cancellationToken) => database.WriteAsync(
        sql => sql.ExecuteAsync("UPDATE officers SET failed_sign_ins = 0, locked_until = NULL WHERE id = @id", new { id }), cancellationToken);

    public Task AddLinkAsync(long officerId, string secretHash, DateTimeOffset expires, CancellationToken cancellationToken) => database.WriteAsync(
        sql => sql.ExecuteAsync(
            """
            INSERT INTO officer_links (officer_id, secret_hash, expires_at) VALUES (@officerId, @secretHash, @expires)
            ON CONFLICT (officer_id) DO UPDATE SET secret_hash = excluded.secret_hash, expires_at = excluded.expires_at
            """,
            new { officerId, secretHash, expires = UnixTime.Of(expires) }),
        cancellationToken);

    public async Task<Officer?> TakeLinkAsync(string secretHash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var officerId = await database.WriteAsync(
            sql => sql.ScalarAsync<long?>(
                "DELETE FROM officer_links WHERE secret_hash = @secretHash AND expires_at > @now RETURNING officer_id", new { secretHash, now = UnixTime.Of(now) }),
            cancellationToken);
        return officerId is { } id ? await FindAsync(id, cancellationToken) : null;
    }

    private async Task<Officer?> FindByAsync(string condition, object value, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            sql => sql.FirstAsync<OfficerRow>($"SELECT {Columns} FROM officers WHERE {condition}", new { value }), cancellationToken);
        return row?.ToOfficer();
    }

    private static string Key(string name) => name.Trim().ToLowerInvariant();

    private sealed class OfficerRow
    {
        public long Id { get; set; }
        public string Name { get; set; } = "";
        public string NameKey => Key(Name);
        public string Role { get; set; } = "";
        public long Delegated { get; set; }
        public long Disabled { get; set; }
        public string? PasswordHash { get; set; }
        public string SecurityStamp { get; set; } = "";
        public long FailedSignIns { get; set; }
        public long? LockedUntil { get; set; }

        public Officer ToOfficer() => new(
            Id, Name, Enum.Parse<OfficerRole>(Role), Delegated != 0, Disabled != 0, PasswordHash, SecurityStamp, FailedSignIns, UnixTime.From(LockedUntil));

        public static OfficerRow Of(Officer officer) => new()
        {
            Id = officer.Id,
            Name = officer.Name,
            Role = officer.Role.ToString(),
            Delegated = officer.HasDelegatedAuthority ? 1 : 0,
            Disabled = officer.Disabled ? 1 : 0,
            PasswordHash = officer.PasswordHash,
            SecurityStamp = officer.SecurityStamp,
            FailedSignIns = officer.FailedSignIns,
            LockedUntil = officer.LockedUntil is { } until ? UnixTime.Of(until) : null,
        };
    }
}
