using System.Collections.Frozen;
using EngagementBot.Content.Agencies;
using EngagementBot.Content.Answers;
using EngagementBot.Content.Dialogs;
using EngagementBot.Content.Locales;
using EngagementBot.Content.Triage;

namespace EngagementBot.Content;

/// <summary>Reads all content, refuses what is broken, and keeps the files for the closer look of <c>check</c>.</summary>
internal sealed class ContentReader(string folder, Agency agency)
{
    public Problems Problems { get; } = new();

    /// <summary>By tag, then by topic: the answers as they stand in their files.</summary>
    public Dictionary<string, Dictionary<string, AnswerFile>> AnswerFiles { get; } = [];

    /// <summary>By tag: the texts as they stand in <c>strings.json</c>.</summary>
    public Dictionary<string, Dictionary<string, Text>> Texts { get; } = [];

    /// <summary>By tag, then by id: the ready replies as they stand in their files.</summary>
    public Dictionary<string, Dictionary<string, ReplyEntry>> Replies { get; } = [];

    public Dictionary<string, LanguageProfile> Profiles { get; } = [];

    public ContentLibrary Read()
    {
        var library = TryRead();
        return library is null || Problems.Any ? throw new ContentException(Problems.Found) : library;
    }

    /// <returns>Null where so much is missing that nothing can be rendered.</returns>
    public ContentLibrary? TryRead()
    {
        var localesFolder = Path.Combine(folder, "locales");
        if (!Directory.Exists(Path.Combine(localesFolder, ContentLibrary.ReferenceTag)))
        {
            Problems.Add(localesFolder, 0, "There is no folder \"en\" in it.", "Start the program with locales and dialogs beside it, or set Content:Directory.");
            return null;
        }
        foreach (var locale in Directory.GetDirectories(localesFolder).Order(StringComparer.Ordinal).AsParallel().AsOrdered().Select(LocaleFiles.Read).ToList())
            Keep(locale);
        var dialogs = Directory.GetFiles(Path.Combine(folder, "dialogs"), "*.yaml").Order(StringComparer.Ordinal)
            .Where(f => Path.GetFileName(f) != "triage.yaml")
            .Select(f => DialogReader.Read(f, Problems)).OfType<DialogScript>().ToDictionary(d => d.Id);
        var triage = TriageReader.Read(Path.Combine(folder, "dialogs", "triage.yaml"), Problems);
        new Completeness(folder, this, dialogs).Check();
        if (Problems.Any || triage is null)
            return null;
        var locales = Profiles.Values.AsParallel().AsOrdered().Select(Render).ToList().ToDictionary(l => l.Tag);
        return new ContentLibrary(agency, locales, Groups(), dialogs, triage);
    }

    private List<string> Groups() =>
    [
        .. Texts[ContentLibrary.ReferenceTag].Where(t => t.Key.StartsWith(Phrase.Group, StringComparison.Ordinal))
            .OrderBy(t => t.Value.Line).Select(t => t.Key[Phrase.Group.Length..]),
    ];

    private void Keep(LocaleFiles locale)
    {
        Problems.Add(locale.Problems);
        if (locale.Profile is { } profile)
            Profiles[locale.Tag] = profile;
        Texts[locale.Tag] = locale.Texts;
        AnswerFiles[locale.Tag] = locale.Answers;
        Replies[locale.Tag] = locale.Replies;
    }

    private Locale Render(LanguageProfile profile)
    {
        var source = Texts[profile.Tag];
        var facts = new AgencyPlaceholders(agency, profile, key => source[key].Other.Source);
        var texts = source.ToFrozenDictionary(t => t.Key, t => t.Value.With(template => new Template(Finish(facts.Fill(template)))));
        var renderer = new AnswerRenderer(agency, profile, facts, key => texts[key].Other.Source);
        // In the order of the English ones, so that an officer finds a reply at the same place in every language.
        var replies = Replies[ContentLibrary.ReferenceTag].Keys.Select(id => Render(id, Replies[profile.Tag][id])).ToList();
        return new Locale(profile, texts, AnswerFiles[profile.Tag].ToFrozenDictionary(a => a.Key, a => renderer.Render(a.Value)), replies);

        ReadyReply Render(string id, ReplyEntry reply) => new(id, reply.Title, Finish(facts.Fill(reply.Template)));

        string Finish(string text) => profile.IsRightToLeft ? Direction.IsolateNumbers(text) : text;
    }
}
