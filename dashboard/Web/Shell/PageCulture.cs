using System.Globalization;
using System.Resources;
using SafetyAnalytics.Charts;

namespace SafetyAnalytics.Web.Shell;

/// <summary>The language of one visitor: the page's words, and how figures are worded. Handed down explicitly, because a circuit woken by a timer has no culture of its own.</summary>
public sealed record PageCulture
{
    private static readonly ResourceManager s_resources = new("SafetyAnalytics.Web.Words", typeof(PageCulture).Assembly);

    public PageCulture(CultureInfo culture)
    {
        Culture = culture;
        Words = new(s_resources, culture);
        Wording = new(culture);
    }

    public static CultureInfo Chinese { get; } = CultureInfo.GetCultureInfo("zh-CN");

    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-US");

    public static IReadOnlyList<CultureInfo> All { get; } = [Chinese, English];

    public CultureInfo Culture { get; }

    public Phrases Words { get; }

    public Wording Wording { get; }

    /// <summary>An instant on the wall clock of the office, China Standard Time, which has no summer time.</summary>
    public string Moment(DateTimeOffset instant) => instant.ToOffset(TimeSpan.FromHours(8)).ToString(Words["MomentFormat"], Culture);

    /// <returns>Null for a culture we do not speak.</returns>
    public static CultureInfo? Find(string? name) => All.FirstOrDefault(culture => string.Equals(culture.Name, name, StringComparison.OrdinalIgnoreCase));
}
