using System.Net;
using System.Text.RegularExpressions;
using EngagementBot.Scenarios.Browser;

namespace EngagementBot.Scenarios.Translations;

/// <summary>The form of a reply as a browser without scripts would send it.</summary>
internal static class ReplyForm
{
    private static readonly string[] Areas = ["original", "reply"];
    private static readonly string[] Hidden = ["translatedFrom", "machine"];

    public static string Field(ConsoleAnswer page, string name) => Fields(page).Single(f => f.Name == name).Value;

    public static IReadOnlyList<(string Name, string Value)> Fields(ConsoleAnswer page) =>
    [
        .. Areas.Select(n => (n, Found(page.Html, $"""<textarea[^>]* name="{n}"[^>]*>\r?\n([^<]*)</textarea>"""))),
        .. Hidden.Select(n => (n, Found(page.Html, $"""<input type="hidden" name="{n}" value="([^"]*)" """))),
    ];

    private static string Found(string html, string pattern) => WebUtility.HtmlDecode(Regex.Match(html, pattern).Groups[1].Value);
}
