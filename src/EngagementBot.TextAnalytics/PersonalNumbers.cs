using System.Text;
using System.Text.RegularExpressions;
using EngagementBot.TextAnalytics.Numbers;

namespace EngagementBot.TextAnalytics;

/// <summary>Covers numbers by which a person can be found, in digits of every script.</summary>
public static partial class PersonalNumbers
{
    private const string Cover = "•••••••••";
    private const int ShortestNumber = 6;

    public static MaskedText Mask(string text)
    {
        if (!text.Contains('@', StringComparison.Ordinal) && text.Count(char.IsDigit) < ShortestNumber)
            return new MaskedText(text, []);
        var found = Find(text).OrderBy(f => f.Start).ToList();
        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var number in found.Where(f => f.Start >= at || f.End > at))
        {
            masked.Append(text, at, Math.Max(0, number.Start - at)).Append(Cover);
            at = number.End;
        }
        return new MaskedText(masked.Append(text, at, text.Length - at).ToString(), [.. found.Select(f => f.Kind).Distinct()]);
    }

    private static List<PersonalNumber> Find(string text)
    {
        var found = Email().Matches(text).Select(m => new PersonalNumber("email", m.Index, m.Index + m.Length)).ToList();
        foreach (var run in DigitGroup.Runs(text))
            FindIn(run, text, found);
        return found;
    }

    // The longest window first, so that a receipt or a card is not taken for the phone number inside it.
    private static void FindIn(List<DigitGroup> run, string text, List<PersonalNumber> found)
    {
        for (var first = 0; first < run.Count; first++)
        {
            for (var last = run.Count - 1; last >= first; last--)
            {
                var number = new WrittenNumber(run[first..(last + 1)], text);
                if (number.Kind() is not { } kind)
                    continue;
                if (kind != WrittenNumber.Harmless && !found.Exists(f => f.Start <= number.Start && f.End >= number.End))
                    found.Add(new PersonalNumber(kind, number.Start, number.End));
                first = last;
                break;
            }
        }
    }

    [GeneratedRegex(@"[\p{L}\p{N}._%+\-]+@[\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)+", RegexOptions.NonBacktracking)]
    private static partial Regex Email();

    private readonly record struct PersonalNumber(string Kind, int Start, int End);
}
