using System.Text;
using System.Text.RegularExpressions;
using EngagementBot.TextAnalytics.Numbers;

namespace EngagementBot.TextAnalytics;

/// <summary>Covers numbers by which a person can be found, in digits of every script.</summary>
public static partial class PersonalNumbers
{
    private const string Covered = "•••••••••";

    // 3/4/87
    private const int FewestDigits = 4;

    public static MaskedText Mask(string text)
    {
        if (!text.AsSpan().ContainsAny('@', '＠') && text.Count(char.IsDigit) < FewestDigits)
            return new MaskedText(text, []);
        return Cover(text, Find(text).Select(f => (f.Kind, f.Start, f.End)));
    }

    /// <param name="numbers">In any order; they may overlap.</param>
    internal static MaskedText Cover(string text, IEnumerable<(string Kind, int Start, int End)> numbers)
    {
        var found = numbers.OrderBy(f => f.Start).ToList();
        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var number in found.Where(f => f.End > at))
        {
            // What begins inside the one before is covered with it.
            if (number.Start >= at)
                masked.Append(text, at, number.Start - at).Append(Covered);
            at = number.End;
        }
        return new MaskedText(masked.Append(text, at, text.Length - at).ToString(), [.. found.Select(f => f.Kind).Distinct()]);
    }

    private static List<PersonalNumber> Find(string text)
    {
        var found = Email().Matches(text).Select(m => new PersonalNumber("email", m.Index, m.Index + m.Length)).ToList();
        var groups = DigitGroup.All(text);
        groups.RemoveAll(g => found.Exists(f => f.Start <= g.Start && f.End >= g.End));
        FindBirthDates(groups, text, found);
        var surroundings = new Surroundings(text);
        foreach (var run in DigitGroup.Runs(text, groups))
            FindIn(run, surroundings, found);
        return found;
    }

    // What is a birth date is no other number, and is taken out of the groups.
    private static void FindBirthDates(List<DigitGroup> groups, string text, List<PersonalNumber> found)
    {
        for (var first = 0; first < groups.Count; first++)
        {
            if (WrittenDate.Read(text, groups, first) is not { } date || !NumberWords.Known.IsBirth(text, date.Start, date.End))
                continue;
            found.Add(new PersonalNumber(NumberWords.BirthDate, date.Start, date.End));
            groups.RemoveRange(first, date.LastGroup - first + 1);
            first--;
        }
    }

    // The longest window first, so that a receipt or a card is not taken for the phone number inside it.
    private static void FindIn(List<DigitGroup> run, Surroundings surroundings, List<PersonalNumber> found)
    {
        for (var first = 0; first < run.Count; first++)
        {
            for (var last = Math.Min(run.Count, first + WrittenNumber.MostGroups) - 1; last >= first; last--)
            {
                var number = new WrittenNumber(run.GetRange(first, last - first + 1), surroundings);
                if (number.Kind() is not { } kind)
                    continue;
                if (kind != WrittenNumber.Harmless)
                    found.Add(new PersonalNumber(kind, number.Start, number.End));
                first = last;
                break;
            }
        }
    }

    [GeneratedRegex(@"[\p{L}\p{N}._%+\-]+[@＠][\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)+", RegexOptions.NonBacktracking)]
    private static partial Regex Email();

    private readonly record struct PersonalNumber(string Kind, int Start, int End);
}
