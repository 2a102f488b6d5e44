using System.Text.Json;
using EngagementBot.Casework.Cases;
using EngagementBot.Conversations.Store;

namespace EngagementBot.Storage.Cases;

/// <summary>Takes words of a resident back out of a case, inside the caller's transaction: no place keeps them as they were.</summary>
internal static class LeavingOut
{
    public static async Task RunAsync(Sql sql, LeftOut leaves, DateTimeOffset at)
    {
        // Whoever keeps a translation of the words as they were is done before, or sees the event.
        await sql.ExecuteAsync("UPDATE cases SET version = version WHERE id = @CaseId", new { leaves.CaseId });
        if (await sql.FirstAsync<TellingRow>("SELECT text, answers, reasons, opinions FROM cases WHERE id = @CaseId", new { leaves.CaseId }) is not { } told)
            return;
        var changed = await CoverCaseAsync(sql, leaves, told) + await CoverAdditionsAsync(sql, leaves);
        await CoverConversationsAsync(sql, leaves);
        sql.HasErased = true;
        if (changed == 0)
            return;
        await sql.ExecuteAsync("DELETE FROM case_translations WHERE case_id = @CaseId", new { leaves.CaseId });
        await CaseSql.ResidentDidAsync(sql, leaves.CaseId!.Value, CaseEventType.WordsLeftOut, null, at);
    }

    // An officer reads the words that made a case pressing beside it.
    private static Task<int> CoverCaseAsync(Sql sql, LeftOut leaves, TellingRow told)
    {
        var answers = JsonSerializer.Deserialize(told.Answers, RowJson.Default.IReadOnlyDictionaryStringString)!;
        var reasons = JsonSerializer.Deserialize(told.Reasons, RowJson.Default.IReadOnlyListReason)!;
        var opinions = JsonSerializer.Deserialize(told.Opinions, RowJson.Default.IReadOnlyListOpinion)!;
        var text = leaves.Without(told.Text);
        var covered = new TellingRow
        {
            Text = text,
            Answers = JsonSerializer.Serialize(answers.ToDictionary(a => a.Key, a => leaves.Without(a.Value)), RowJson.Default.IReadOnlyDictionaryStringString),
            Reasons = JsonSerializer.Serialize([.. reasons.Select(r => r with { Text = leaves.Without(r.Text) })], RowJson.Default.IReadOnlyListReason),
            Opinions = text == told.Text ? told.Opinions : JsonSerializer.Serialize([.. opinions.Where(o => o.StandsIn(text))], RowJson.Default.IReadOnlyListOpinion),
        };
        return (covered.Text, covered.Answers, covered.Reasons) == (told.Text, told.Answers, told.Reasons)
            ? Task.FromResult(0)
            : sql.ExecuteAsync(
                "UPDATE cases SET text = @Text, answers = @Answers, reasons = @Reasons, opinions = @Opinions WHERE id = @CaseId",
                new { leaves.CaseId, covered.Text, covered.Answers, covered.Reasons, covered.Opinions });
    }

    private static async Task<int> CoverAdditionsAsync(Sql sql, LeftOut leaves)
    {
        var changed = 0;
        var rows = await sql.ListAsync<WordsRow>(
            "SELECT sequence, text FROM case_events WHERE case_id = @CaseId AND type = 'ResidentWrote' AND text IS NOT NULL", new { leaves.CaseId });
        foreach (var (row, text) in rows.Select(r => (r, leaves.Without(r.Text))).Where(r => r.Item2 != r.r.Text))
        {
            changed += await sql.ExecuteAsync(
                "UPDATE case_events SET text = @text WHERE case_id = @CaseId AND sequence = @Sequence", new { leaves.CaseId, row.Sequence, text });
        }
        return changed;
    }

    // An officer's reply answers no message of the log; it stays.
    private static async Task CoverConversationsAsync(Sql sql, LeftOut leaves)
    {
        var rows = await sql.ListAsync<WordsRow>(
            """
            SELECT conversation_id AS Conversation, sequence, from_resident AS FromResident, text FROM messages
            WHERE (from_resident = 1 OR reply_to IS NOT NULL) AND conversation_id IN (SELECT conversation_id FROM case_conversations WHERE case_id = @CaseId)
            """,
            new { leaves.CaseId });
        foreach (var (row, text) in rows.Select(r => (r, r.FromResident != 0 ? leaves.Without(r.Text) : leaves.WithoutReadBack(r.Text))).Where(r => r.Item2 != r.r.Text))
        {
            await sql.ExecuteAsync(
                "UPDATE messages SET text = @text WHERE conversation_id = @Conversation AND sequence = @Sequence", new { row.Conversation, row.Sequence, text });
        }
    }

    private sealed class TellingRow
    {
        public string Text { get; set; } = "";
        public string Answers { get; set; } = "";
        public string Reasons { get; set; } = "";
        public string Opinions { get; set; } = "";
    }

    private sealed class WordsRow
    {
        public string? Conversation { get; set; }
        public long Sequence { get; set; }
        public long FromResident { get; set; }
        public string Text { get; set; } = "";
    }
}
