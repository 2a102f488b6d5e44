using EngagementBot.Content;
using EngagementBot.Content.Locales;
using EngagementBot.Web.Settings;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementBot.Web.Pages.Residents;

/// <summary>A page for residents that needs no script: the same in each language, by its address.</summary>
public abstract class ResidentPage(ContentLibrary content) : PageModel
{
    public ContentLibrary Library { get; } = content;

    /// <summary>The page's language; set before the page is shown.</summary>
    public Locale Language { get; protected set; } = content.Reference;

    public abstract string Title { get; }

    /// <summary>This page in another language, from the root; null where there is none.</summary>
    public abstract string? PathIn(string tag);

    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values) => Language.Say(key, values);

    /// <summary>For search engines and printouts: the address that the world sees.</summary>
    public string Address(string path) =>
        (HttpContext.RequestServices.GetRequiredService<ServiceSettings>().PublicUrl ?? $"{Request.Scheme}://{Request.Host}") + path;
}
