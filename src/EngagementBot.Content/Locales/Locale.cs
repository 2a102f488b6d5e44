using System.Collections.Frozen;
using System.Globalization;
using EngagementBot.Content.Answers;

namespace EngagementBot.Content.Locales;

/// <summary>All that the bot says and understands in one language.</summary>
public sealed class Locale
{
    internal Locale(LanguageProfile profile, FrozenDictionary<string, Text> texts, FrozenDictionary<string, Answer> answers, IReadOnlyList<ReadyReply> replies)
    {
        Replies = replies;
        Profile = profile;
        _texts = texts;
        Answers = answers;
    }

    private readonly FrozenDictionary<string, Text> _texts;

    /// <summary>The name of the folder, a BCP 47 tag such as <c>es</c> or <c>zh-Hans</c>.</summary>
    public string Tag => Profile.Tag;

    public bool IsRightToLeft => Profile.IsRightToLeft;

    public LanguageProfile Profile { get; }

    /// <summary>By topic id, such as <c>stop.traffic</c>.</summary>
    public IReadOnlyDictionary<string, Answer> Answers { get; }

    /// <summary>Ready replies for officers, in the same order in every language.</summary>
    public IReadOnlyList<ReadyReply> Replies { get; }

    /// <summary>A text of <c>strings.json</c>, with the agency's facts put in.</summary>
    /// <exception cref="KeyNotFoundException">The key is in no locale; reading the content rules this out for keys of <see cref="Phrase"/>.</exception>
    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values) => Fill(_texts[key].Other, values);

    /// <summary>The plural form that fits <paramref name="count"/>, with <c>{count}</c> put in.</summary>
    public string SayCount(string key, long count)
    {
        var form = _texts[key].Form(PluralRules.Category(Tag, count));
        return Fill(form, [("count", count.ToString(CultureInfo.InvariantCulture))]);
    }

    /// <summary>Words in another language among those of this one: in right-to-left text each line is set apart.</summary>
    public string Quote(string text) => IsRightToLeft ? string.Join('\n', text.Split('\n').Select(Direction.Isolate)) : text;

    /// <summary>True if some locale text has this key.</summary>
    public bool Has(string key) => _texts.ContainsKey(key);

    /// <summary>A day as people of this language write it: 22 November 2026, 22 de noviembre de 2026.</summary>
    public string Day(DateOnly day) => Profile.Day(day);

    internal IEnumerable<KeyValuePair<string, Text>> Texts => _texts;

    /// <summary>All texts whose key begins with <paramref name="prefix"/>, for the chat page.</summary>
    public IEnumerable<(string Key, string Text)> SayAll(string prefix) =>
        _texts.Where(t => t.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(t => (t.Key, t.Value.Other.Source));

    private string Fill(Template template, ReadOnlySpan<(string Name, string Value)> values)
    {
        if (values.IsEmpty)
            return template.Source;
        var given = new Dictionary<string, string>(values.Length);
        foreach (var (name, value) in values)
            given[name] = IsRightToLeft ? Direction.Isolate(value) : value;
        return template.Render(given.GetValueOrDefault);
    }
}

/// <summary>One text with its plural forms; <see cref="Other"/> alone where no number stands.</summary>
internal sealed class Text(Template other, IReadOnlyDictionary<string, Template>? forms, int line)
{
    public Template Other { get; } = other;

    public int Line { get; } = line;

    public IEnumerable<Template> Forms => forms is null ? [Other] : forms.Values;

    public Template Form(string category) => forms is not null && forms.TryGetValue(category, out var form) ? form : Other;

    public bool IsPlural => forms is not null;

    /// <summary>A plain text is the form "other".</summary>
    public bool HasForm(string category) => forms is null ? category == "other" : forms.ContainsKey(category);

    public Text With(Func<Template, Template> change) =>
        new(change(Other), forms?.ToDictionary(f => f.Key, f => change(f.Value)), Line);
}
