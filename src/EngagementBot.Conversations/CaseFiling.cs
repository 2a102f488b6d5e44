using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Receipts;
using EngagementBot.Casework.Triage;
using EngagementBot.Conversations.Turns;

namespace EngagementBot.Conversations;

/// <summary>Makes a case of what a resident said: judged, and with a receipt. It is filed when the turn is stored.</summary>
public sealed class CaseFiling(TriageOfficer triage, ReceiptHash receipts, IConfidentialText confidential)
{
    internal IConfidentialText Confidential => confidential;

    /// <returns>The receipt, for the reply.</returns>
    internal string File(Exchange exchange, Statement statement)
    {
        var receipt = Receipt.Draw();
        exchange.Files = new NewCase
        {
            Kind = statement.Evidence.Kind,
            Language = exchange.Locale.Tag,
            WordsLanguage = Another(statement.Findings.Language, exchange.Locale.Tag),
            Channel = exchange.Turn.Channel,
            Text = statement.Text,
            Answers = statement.Answers,
            Contacts = statement.Contacts,
            Sentiment = statement.Evidence.Sentiment,
            Judgement = triage.Judge(statement.Evidence, exchange.At),
            FiledAt = exchange.At,
            ReceiptHash = receipts.Of(receipt),
            ConversationId = exchange.Turn.ConversationId,
            Disagreements = statement.Findings.Disagreements,
            // Words that were left out of the text are left out here too.
            Opinions = [.. statement.Findings.Opinions.Where(o => o.StandsIn(statement.Text))],
            Pictures = exchange.State.Pictures ?? [],
        };
        exchange.State = exchange.State with { Pictures = null };
        return receipt;
    }

    // Between variants of one language nobody needs an interpreter.
    private static string? Another(string? words, string replies) => words is null || words.Split('-')[0] == replies.Split('-')[0] ? null : words;
}

/// <summary>What a resident said, complete.</summary>
/// <param name="Contacts">Encrypted, by kind.</param>
internal sealed record Statement(
    string Text, IReadOnlyDictionary<string, string> Answers, IReadOnlyDictionary<string, string> Contacts, Evidence Evidence, Findings Findings);

/// <summary>What the analysis made of it.</summary>
/// <param name="Language">Of the resident's words, where it is certain; null else.</param>
internal sealed record Findings(string? Language, IReadOnlyList<Disagreement> Disagreements, IReadOnlyList<Opinion> Opinions);
