using EngagementBot.Casework.Translations;

namespace EngagementBot.Storage.Cases;

public sealed class TranslationStore(Database database) : ITranslationStore
{
    public async Task<IReadOnlyDictionary<string, string>> OfCaseAsync(long caseId, string language, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            sql => sql.ListAsync<TranslationRow>("SELECT part, text FROM case_translations WHERE case_id = @caseId AND language = @language", new { caseId, language }), cancellationToken);
        return rows.ToDictionary(r => r.Part, r => r.Text);
    }

    public Task KeepAsync(long caseId, string language, IReadOnlyDictionary<string, string> translations, CancellationToken cancellationToken) => database.WriteAsync(
        async sql =>
        {
            foreach (var (part, text) in translations)
            {
                await sql.ExecuteAsync(
                    """
                    INSERT INTO case_translations (case_id, part, language, text)
                    SELECT id, @part, @language, @text FROM cases WHERE id = @caseId
                    ON CONFLICT DO NOTHING
                    """,
                    new { caseId, part, language, text });
            }
            return 0L;
        },
        cancellationToken);

    private sealed class TranslationRow
    {
        public string Part { get; set; } = "";
        public string Text { get; set; } = "";
    }
}
