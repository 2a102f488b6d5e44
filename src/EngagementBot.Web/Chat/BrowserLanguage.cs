using EngagementBot.Content;
using EngagementBot.Content.Locales;

namespace EngagementBot.Web.Chat;

/// <summary>The first language of the browser's that is offered, else English.</summary>
internal static class BrowserLanguage
{
    public static Locale Of(HttpRequest request, ContentLibrary content) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(l => l.Quality ?? 1)
        .Select(l => content.Find(l.Value.Value))
        .FirstOrDefault(l => l is not null) ?? content.Reference;
}
