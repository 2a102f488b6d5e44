using EngagementBot.Casework.Cases;

namespace EngagementBot.Storage.Cases;

public sealed class PictureStore(Database database) : IPictureStore
{
    private const string ThisOne = "case_id = @CaseId AND number = @Number";

    public async Task<IReadOnlyList<CasePicture>> OfCaseAsync(long caseId, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            sql => sql.ListAsync<PictureRow>(
                """
                SELECT p.number, p.state, p.secret, p.reason, f.type
                FROM case_pictures p LEFT JOIN case_picture_files f ON f.case_id = p.case_id AND f.number = p.number
                WHERE p.case_id = @caseId ORDER BY p.number
                """,
                new { caseId }),
            cancellationToken);
        return [.. rows.Select(r => new CasePicture(r.Number, Enum.Parse<PictureState>(r.State, ignoreCase: true), r.Secret, r.Type, r.Reason))];
    }

    public async Task<KeptPicture?> FindAsync(long caseId, long number, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            sql => sql.FirstAsync<FileRow>("SELECT type, content FROM case_picture_files WHERE case_id = @caseId AND number = @number", new { caseId, number }), cancellationToken);
        return row is null ? null : new KeptPicture(row.Type, row.Content);
    }

    public async Task<IReadOnlyList<DuePicture>> TakeAsync(int most, DateTimeOffset now, DateTimeOffset leased, CancellationToken cancellationToken)
    {
        var at = UnixTime.Of(now);
        // Most looks find nothing, and looking needs no lock.
        if (await database.ReadAsync(sql => sql.FirstAsync<long>("SELECT case_id FROM case_pictures WHERE due_at <= @at LIMIT 1", new { at }), cancellationToken) == 0)
            return [];
        var rows = await database.WriteAsync(sql => TakeAsync(sql, most, at, UnixTime.Of(leased)), cancellationToken);
        return [.. rows.Select(r => new DuePicture(r.CaseId, r.Number, r.Secret, r.State == "kept", r.Attempts))];
    }

    public Task KeepAsync(DuePicture picture, KeptPicture kept, DateTimeOffset? erase, CancellationToken cancellationToken) => database.WriteAsync(
        async sql =>
        {
            var due = erase is { } at ? UnixTime.Of(at) : (long?)null;
            var changed = await sql.ExecuteAsync(
                $"UPDATE case_pictures SET state = 'kept', attempts = 0, due_at = @due WHERE {ThisOne} AND state = 'waiting'", new { picture.CaseId, picture.Number, due });
            return changed == 0 ? 0 : await sql.ExecuteAsync(
                "INSERT INTO case_picture_files (case_id, number, type, content) VALUES (@CaseId, @Number, @Type, @Content)",
                new { picture.CaseId, picture.Number, kept.Type, kept.Content });
        },
        cancellationToken);

    public Task LoseAsync(DuePicture picture, string reason, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        async sql =>
        {
            if (await sql.ExecuteAsync(
                $"UPDATE case_pictures SET state = 'lost', reason = @reason, due_at = NULL WHERE {ThisOne} AND state = 'waiting'", new { picture.CaseId, picture.Number, reason }) > 0)
                await CaseSql.TextDidAsync(sql, picture.CaseId, CaseEventType.PictureLost, reason, now);
            return 0;
        },
        cancellationToken);

    public Task PostponeAsync(DuePicture picture, DateTimeOffset? next, CancellationToken cancellationToken) => database.WriteAsync(
        sql => sql.ExecuteAsync(
            $"UPDATE case_pictures SET due_at = @due WHERE {ThisOne}", new { picture.CaseId, picture.Number, due = next is { } at ? UnixTime.Of(at) : (long?)null }),
        cancellationToken);

    public Task ErasedAsync(DuePicture picture, CancellationToken cancellationToken) => database.WriteAsync(
        sql => sql.ExecuteAsync($"UPDATE case_pictures SET secret = '', due_at = NULL WHERE {ThisOne} AND state = 'kept'", new { picture.CaseId, picture.Number }), cancellationToken);

    private static async Task<IReadOnlyList<PictureRow>> TakeAsync(Sql sql, int most, long at, long leased)
    {
        var rows = await sql.ListAsync<PictureRow>(
            "SELECT case_id AS CaseId, number FROM case_pictures WHERE due_at <= @at ORDER BY due_at, case_id, number LIMIT @most", new { at, most = (long)most });
        var taken = new List<PictureRow>();
        foreach (var row in rows)
        {
            // Another process may have been faster.
            taken.AddRange(await sql.ListAsync<PictureRow>(
                $"""
                UPDATE case_pictures SET due_at = @leased, attempts = attempts + 1 WHERE {ThisOne} AND due_at <= @at
                RETURNING case_id AS CaseId, number, state, secret, attempts
                """,
                new { row.CaseId, row.Number, at, leased }));
        }
        return taken;
    }

    private sealed class PictureRow
    {
        public long CaseId { get; set; }
        public long Number { get; set; }
        public string State { get; set; } = "";
        public string Secret { get; set; } = "";
        public string? Reason { get; set; }
        public string? Type { get; set; }
        public long Attempts { get; set; }
    }

    private sealed class FileRow
    {
        public string Type { get; set; } = "";
        public byte[] Content { get; set; } = [];
    }
}
