using EngagementBot.Content;
using EngagementBot.Content.Locales;

namespace EngagementBot.Casework.Cases;

/// <summary>What an officer sends to the resident.</summary>
/// <param name="Text">In the resident's language, as the resident reads it.</param>
/// <param name="Original">The officer's own words, where <paramref name="Text"/> is a machine translation of them; else null.</param>
public sealed record OfficerReply(string Text, string? Original = null)
{
    public static OfficerReply Of(CaseEvent replied) => new(replied.Text ?? "", replied.Original);

    /// <summary>As the resident reads it: a machine's words say so, and have the officer's own below them.</summary>
    public string ForResident(Locale locale) =>
        Original is null ? Text.Trim() : $"{Text.Trim()}\n\n{locale.Say(Phrase.StatusTranslated)}\n\n{locale.Quote(Original.Trim())}";
}
