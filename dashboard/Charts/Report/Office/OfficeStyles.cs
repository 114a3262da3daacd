using System.Globalization;

namespace SafetyAnalytics.Charts.Report.Office;

/// <summary>One kind of paragraph of the report.</summary>
/// <param name="Names">What a template may call it, the first what we call it ourselves.</param>
/// <param name="Font">As GB/T 9704-2012 names it.</param>
/// <param name="Substitutes">Where that font is not installed, in this order.</param>
/// <param name="HalfPoints">44 is 二号, 32 三号, 28 四号, 21 五号, 18 小五.</param>
internal sealed record OfficeStyle(string Role, IReadOnlyList<string> Names, string Font, IReadOnlyList<string> Substitutes, int HalfPoints)
{
    /// <summary>A style's id may hold no spaces, and letters outside ASCII trouble some readers.</summary>
    public string Id => "Report" + string.Concat(Role.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>From <c>styles.csv</c>, in its order.</summary>
    public static IReadOnlyList<OfficeStyle> All { get; } = Read();

    public static OfficeStyle Of(string role) => All.First(style => style.Role == role);

    private static IReadOnlyList<OfficeStyle> Read()
    {
        using var stream = typeof(OfficeStyle).Assembly.GetManifestResourceStream("styles.csv")!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))
                .Select(cells => new OfficeStyle(cells[0], cells[1].Split('|'), cells[2], cells[3].Split('|'), int.Parse(cells[4], CultureInfo.InvariantCulture))),
        ];
    }
}
