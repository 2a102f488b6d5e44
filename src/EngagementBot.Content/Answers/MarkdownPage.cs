using Markdig;

namespace EngagementBot.Content.Answers;

/// <summary>The plain Markdown of an answer as HTML. Raw HTML is shown as text, never taken over.</summary>
public static class MarkdownPage
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static string ToHtml(string markdown) => Markdown.ToHtml(markdown, Pipeline);
}
