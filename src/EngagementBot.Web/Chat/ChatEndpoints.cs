using EngagementBot.Content;

namespace EngagementBot.Web.Chat;

/// <summary>The chat page: <c>/</c> in the browser's language, <c>/{locale}</c> in the one named.</summary>
internal static class ChatEndpoints
{
    public static void MapChat(this WebApplication app)
    {
        app.MapGet("/", (HttpRequest request, ContentLibrary content, ChatPages pages) => Html(pages.Of(BrowserLanguage.Of(request, content))));
        app.MapGet("/{locale}", (string locale, ContentLibrary content, ChatPages pages) =>
            content.Locales.TryGetValue(locale, out var named) ? Html(pages.Of(named)) : Results.NotFound());
    }

    private static IResult Html(string page) => Results.Content(page, "text/html; charset=utf-8");
}
