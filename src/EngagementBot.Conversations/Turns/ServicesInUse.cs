using EngagementBot.Content;
using EngagementBot.Content.Locales;

namespace EngagementBot.Conversations.Turns;

/// <summary>Services of Microsoft that get residents' words, by name: a resident is told before a complaint, and at the first notice.</summary>
public sealed record ServicesInUse(IReadOnlyList<string> Names)
{
    public static ServicesInUse None { get; } = new([]);

    /// <returns>Null where nothing leaves the house.</returns>
    internal string? Notice(Locale locale) =>
        Names.Count == 0 ? null : locale.Say(Phrase.ServiceNotice, ("services", string.Join($" {locale.Say(Phrase.ListAnd)} ", Names)));
}
