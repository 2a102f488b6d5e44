using System.Globalization;
using EngagementBot.Casework.Officers;

namespace EngagementBot.Casework.Cases;

/// <summary>Who may see a case.</summary>
/// <param name="delegatedOfficersMayOpen">True only where the agency has decided so: officers with delegated 287(g) authority may open cases.</param>
public sealed class CaseAccess(bool delegatedOfficersMayOpen)
{
    public bool MayOpenCases(Officer officer) => !officer.Disabled && (!officer.HasDelegatedAuthority || delegatedOfficersMayOpen);

    /// <summary>Not the officer whom the resident names, nor (by default) one with delegated immigration authority.</summary>
    public bool MayOpen(Officer officer, Case about) => MayRead(officer, [about.Text, .. about.Answers.Values]);

    /// <summary>What residents say, whether or not it belongs to a case: the same rule.</summary>
    public bool MayRead(Officer officer, params IEnumerable<string> told) => MayOpenCases(officer) && !IsNamed(officer, told);

    // A family name of three letters or fewer is too often a word of its own.
    private static bool IsNamed(Officer officer, IEnumerable<string> told)
    {
        var words = officer.Name.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && words[^1].Length > 3 && told.Any(t => Contains(t, words[^1]));
    }

    // Residents type Nunez for Núñez, and the other way round.
    private static bool Contains(string text, string name)
    {
        const CompareOptions asTyped = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
        var left = text.AsSpan();
        for (int at; (at = CultureInfo.InvariantCulture.CompareInfo.IndexOf(left, name, asTyped, out var length)) >= 0; left = left[(at + Math.Max(1, length))..])
        {
            var end = at + length;
            if ((at == 0 || !char.IsLetter(left[at - 1])) && (end == left.Length || !char.IsLetter(left[end])))
                return true;
        }
        return false;
    }
}
