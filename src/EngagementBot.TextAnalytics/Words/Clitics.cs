namespace EngagementBot.TextAnalytics.Words;

/// <summary>Arabic writes "and", "for", "with" and "the" together with the next word; a phrase is to be found behind them too.</summary>
public static class Clitics
{
    private const int ShortestStem = 3;

    /// <summary>The word without the article: الشرطة is شرطة.</summary>
    public static string WithoutArticle(string word) =>
        word.StartsWith("ال", StringComparison.Ordinal) && word.Length - 2 >= ShortestStem ? word[2..] : word;

    /// <summary>The word itself, then what is left of it without one or more of its clitics.</summary>
    public static IReadOnlyList<string> Forms(string word)
    {
        if (!MayStandIn(word))
            return [word];
        var forms = new List<string>(6) { word };
        Strip(forms, "وف");
        Strip(forms, "بلك");
        for (var at = forms.Count - 1; at >= 0; at--)
        {
            AddIfNew(forms, WithoutArticle(forms[at]));
            if (forms[at].StartsWith("لل", StringComparison.Ordinal) && forms[at].Length - 2 >= ShortestStem)
                AddIfNew(forms, forms[at][2..]);
        }
        return forms;
    }

    /// <summary>False if the word has no other form than itself.</summary>
    public static bool MayStandIn(string word) => Letters.IsArabic(word[0]) && word.Length > ShortestStem;

    private static void Strip(List<string> forms, string clitics)
    {
        for (var at = forms.Count - 1; at >= 0; at--)
        {
            if (clitics.Contains(forms[at][0], StringComparison.Ordinal) && forms[at].Length > ShortestStem)
                AddIfNew(forms, forms[at][1..]);
        }
    }

    private static void AddIfNew(List<string> forms, string form)
    {
        if (!forms.Contains(form))
            forms.Add(form);
    }
}
