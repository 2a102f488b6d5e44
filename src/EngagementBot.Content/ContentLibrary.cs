using EngagementBot.Content.Agencies;
using EngagementBot.Content.Dialogs;
using EngagementBot.Content.Locales;
using EngagementBot.Content.Triage;

namespace EngagementBot.Content;

/// <summary>All that the bot says, asks and understands, for one agency. Immutable once read.</summary>
public sealed class ContentLibrary
{
    /// <summary>The language that every other one follows.</summary>
    public const string ReferenceTag = "en";

    internal ContentLibrary(
        Agency agency, IReadOnlyDictionary<string, Locale> locales, IReadOnlyList<string> groups, IReadOnlyDictionary<string, DialogScript> dialogs, TriageRules triage)
    {
        Groups = groups;
        Agency = agency;
        Locales = locales;
        Dialogs = dialogs;
        Triage = triage;
    }

    public Agency Agency { get; }

    /// <summary>By tag, in the order of the tags.</summary>
    public IReadOnlyDictionary<string, Locale> Locales { get; }

    /// <summary>The groups of topics in the order in which they are listed, which is that of their names in the English texts.</summary>
    public IReadOnlyList<string> Groups { get; }

    public IReadOnlyDictionary<string, DialogScript> Dialogs { get; }

    public TriageRules Triage { get; }

    public Locale Reference => Locales[ReferenceTag];

    /// <summary>The locale of this tag, else one of the same primary language, else null: es-MX finds es, zh-TW finds zh-Hans.</summary>
    public Locale? Find(string? tag)
    {
        if (string.IsNullOrEmpty(tag))
            return null;
        foreach (var locale in Locales.Values)
        {
            if (locale.Tag.Equals(tag, StringComparison.OrdinalIgnoreCase))
                return locale;
        }
        var primary = Primary(tag);
        return Locales.Values.FirstOrDefault(l => Primary(l.Tag).Equals(primary, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The group of a topic: stop.traffic belongs to stop.</summary>
    public static string GroupOf(string topic) => topic.Split('.')[0];

    /// <summary>Reads <c>locales/</c> and <c>dialogs/</c> under <paramref name="folder"/>.</summary>
    /// <exception cref="ContentException">Something in it is wrong; the exception names all of it.</exception>
    public static ContentLibrary Load(string folder, Agency agency) => new ContentReader(folder, agency).Read();

    private static string Primary(string tag) => tag.Split('-', '_')[0];
}
