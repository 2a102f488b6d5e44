namespace EngagementBot.Web.Hosting;

/// <summary>Scripts and styles: asked for again only when they have changed.</summary>
internal static class StaticPages
{
    public static StaticFileOptions Options { get; } = new()
    {
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
    };
}
