using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using EngagementBot.Content;
using EngagementBot.Content.Locales;

namespace EngagementBot.Web.Chat;

/// <summary>The chat page in each language, made once at start from <c>wwwroot/chat.html</c> and the texts <c>page.*</c>.</summary>
internal sealed partial class ChatPages
{
    private readonly Dictionary<string, string> _pages;

    public ChatPages(ContentLibrary content, IWebHostEnvironment environment)
    {
        var template = File.ReadAllText(Path.Combine(environment.ContentRootPath, "chat.html"));
        _pages = content.Locales.Values.ToDictionary(l => l.Tag, l => Render(template, l, content));
    }

    public string Of(Locale locale) => _pages[locale.Tag];

    private static string Render(string template, Locale locale, ContentLibrary content)
    {
        var page = new StringBuilder(template);
        foreach (var (key, text) in locale.SayAll("page."))
            page.Replace($"{{{key}}}", WebUtility.HtmlEncode(text));
        return page
            .Replace($"{{{Phrase.AnswersAll}}}", WebUtility.HtmlEncode(locale.Say(Phrase.AnswersAll)))
            .Replace("{lang}", locale.Tag)
            .Replace("{dir}", locale.IsRightToLeft ? "rtl" : "ltr")
            .Replace("{languages}", string.Concat(content.Locales.Values.Select(l => Option(l, locale))))
            .Replace("{banner}", content.Agency.MadeUp ? $"<p class=\"banner\">{WebUtility.HtmlEncode(locale.Say("page.made-up"))}</p>" : "")
            .Replace("{texts}", Texts(locale))
            .ToString();
    }

    private static string Option(Locale locale, Locale current) =>
        $"<option value=\"{locale.Tag}\" lang=\"{locale.Tag}\" dir=\"{(locale.IsRightToLeft ? "rtl" : "ltr")}\"{(locale == current ? " selected" : "")}>{WebUtility.HtmlEncode(locale.Profile.Name)}</option>";

    // The default encoder writes < as \u003C, so that no text can end the script element.
    private static string Texts(Locale locale) => JsonSerializer.Serialize(
        locale.SayAll("page.").ToDictionary(t => t.Key["page.".Length..], t => t.Text), PageJson.Default.DictionaryStringString);

    [JsonSerializable(typeof(Dictionary<string, string>))]
    private sealed partial class PageJson : JsonSerializerContext;
}
