using EngagementBot.Content;
using EngagementBot.Content.Locales;

namespace EngagementBot.Web.Chat;

/// <summary>The chat page: <c>/</c> in the browser's language, <c>/{locale}</c> in the one named.</summary>
internal static class ChatEndpoints
{
    public static void MapChat(this WebApplication app)
    {
        app.MapGet("/", (HttpRequest request, ContentLibrary content, ChatPages pages) => Html(pages.Of(Wanted(request, content))));
        foreach (var tag in app.Services.GetRequiredService<ContentLibrary>().Locales.Keys)
            app.MapGet($"/{tag}", (ContentLibrary content, ChatPages pages) => Html(pages.Of(content.Locales[tag])));
    }

    private static IResult Html(string page) => Results.Content(page, "text/html; charset=utf-8");

    private static Locale Wanted(HttpRequest request, ContentLibrary content) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(l => l.Quality ?? 1)
        .Select(l => content.Find(l.Value.Value))
        .FirstOrDefault(l => l is not null) ?? content.Reference;
}
