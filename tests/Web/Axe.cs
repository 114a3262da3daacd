using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SafetyAnalytics.Web.Tests;

/// <summary>The rules of accessibility every page is held to: WCAG 2.1, levels A and AA.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions s_level = new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] } };

    /// <returns>One line a breach: its rule and the element; none when the page keeps them all.</returns>
    public static async Task<IReadOnlyList<string>> BreachesAsync(this IPage page) =>
        [.. (await page.RunAxe(s_level)).Violations.SelectMany(breach => breach.Nodes.Select(node => $"{breach.Id}: {node.Html}"))];
}
