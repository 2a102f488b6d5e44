using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EngagementBot.Scenarios.Browser;

/// <summary>What axe finds wrong on a page, in words that lead to the place.</summary>
internal static class AxeReport
{
    /// <summary>In light and in dark colours.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(IPage page)
    {
        var found = new List<string>();
        foreach (var colors in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = colors, ReducedMotion = ReducedMotion.Reduce });
            var result = await page.RunAxe();
            found.AddRange(result.Violations.SelectMany(v => v.Nodes.Select(n => $"{page.Url}, {colors}: {v.Id}, {v.Help}: {n.Html}")));
        }
        return found;
    }
}
