using EngagementBot.Casework.Cases;
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

    public Task KeepAsync(CaseFile of, string language, IReadOnlyDictionary<string, string> translations, CancellationToken cancellationToken) => database.WriteAsync(
        async sql =>
        {
            var (caseId, leftOut) = (of.Case.Id, (long)of.Events.Count(e => e.Type == CaseEventType.WordsLeftOut));
            // Nobody leaves words out meanwhile.
            await sql.ExecuteAsync("UPDATE cases SET version = version WHERE id = @caseId", new { caseId });
            foreach (var (part, text) in translations)
            {
                await sql.ExecuteAsync(
                    """
                    INSERT INTO case_translations (case_id, part, language, text)
                    SELECT id, @part, @language, @text FROM cases
                    WHERE id = @caseId AND (SELECT COUNT(*) FROM case_events WHERE case_id = @caseId AND type = 'WordsLeftOut') = @leftOut
                    ON CONFLICT DO NOTHING
                    """,
                    new { caseId, part, language, text, leftOut });
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
