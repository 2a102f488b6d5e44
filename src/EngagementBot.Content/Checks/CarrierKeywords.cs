using System.Text.RegularExpressions;
using EngagementBot.Content.Locales;

namespace EngagementBot.Content.Checks;

/// <summary>Words that a phone carrier takes for itself (47 CFR 64.1200, and the carriers' lists): a resident who is asked to text one
/// of them is cut off, so no text asks for one.</summary>
internal static partial class CarrierKeywords
{
    public static void Check(string file, IReadOnlyDictionary<string, Text> texts, Problems problems)
    {
        foreach (var (key, text) in texts)
        {
            foreach (var form in text.Forms)
            {
                if (Asked().Match(form.Source) is { Success: true } asked)
                    problems.Add(file, text.Line, $"\"{key}\" seems to ask for the word {asked.Value}, which a carrier takes for itself.", "Use a number or another word.");
            }
        }
    }

    [GeneratedRegex("""\b(STOP|STOPALL|UNSUBSCRIBE|CANCEL|END|QUIT|YES|START|UNSTOP|HELP|INFO)\b|["'“«](?i:stop|stopall|unsubscribe|cancel|end|quit|yes|start|unstop|help|info)["'”»]|^(?i:stop|stopall|unsubscribe|cancel|end|quit|yes|start|unstop|help|info)$""")]
    private static partial Regex Asked();
}
