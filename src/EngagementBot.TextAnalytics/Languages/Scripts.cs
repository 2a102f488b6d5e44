namespace EngagementBot.TextAnalytics.Languages;

/// <summary>Tells the language from the letters, where they are not Latin.</summary>
internal sealed class Scripts(OtherLanguages others)
{
    // Quoted program names, plates and brands stand in Latin letters in every language.
    private const double EnoughOfAll = 0.25;

    /// <returns>Null where the text is mostly in Latin letters or has none.</returns>
    public ToldScript? Tell(string text)
    {
        var counts = new Dictionary<string, int>();
        var letters = 0;
        foreach (var letter in text)
        {
            if (!char.IsLetter(letter))
                continue;
            letters++;
            if (letter >= 0x370 && Of(letter) is { } script)
                counts[script] = counts.GetValueOrDefault(script) + 1;
        }
        if (counts.Count == 0)
            return null;
        var (best, count) = counts.MaxBy(c => c.Value);
        if (count < letters * EnoughOfAll)
            return null;
        return new ToldScript(best, Among(best, text), count == 1 && letters > 1 ? 0.6 : 0.98);
    }

    private string? Of(char letter)
    {
        foreach (var range in others.Scripts)
        {
            if (letter >= range.First && letter <= range.Last)
                return range.Language;
        }
        return null;
    }

    // A letter that a neighbouring language shares, such as the g of Iraqi Arabic, needs a second one beside it.
    private string Among(string script, string text)
    {
        foreach (var telling in others.Letters.Where(t => t.Script == script))
        {
            var shared = others.SharedLetters.GetValueOrDefault(telling.Language, "");
            var found = text.Where(l => telling.Letters.Contains(l, StringComparison.Ordinal)).ToList();
            var own = found.Count(l => !shared.Contains(l, StringComparison.Ordinal));
            if (own > 0 && (script != "ar" || own + found.Count > 2))
                return telling.Language;
        }
        return script;
    }
}

/// <param name="Script">The language that names it.</param>
/// <param name="Language">The one that its letters tell; <paramref name="Script"/> if they tell none.</param>
internal readonly record struct ToldScript(string Script, string Language, double Confidence);
