using System.Globalization;
using System.Text.RegularExpressions;
using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Pipeline.Steps;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>
/// Seeds with the words and windows people decided on. A decided word beats the seed: it is taken out of the seed's other rows, so that no decision can break a build.
/// The result depends on which decisions stand, not on their order.
/// </summary>
public static class DecidedSeeds
{
    /// <summary>Comes before every rule of the seed.</summary>
    private const int BeforeAll = -1_000_000;

    /// <summary>Words before a completing word that take it back: 未更换 and 要求更换 are no 更换.</summary>
    private const string NotDone = "(?<!未|没|没有|未能|不|勿|无法|待|拟|须|需|应|请|等|予|将|要求|准备|计划|尽快|尽早|立即|及时|抓紧|限期|督促|责令|承诺)";

    /// <summary>The seeds every reading uses: those given, and what was decided in a data directory.</summary>
    /// <exception cref="PipelineException">A writer holds the raw tables.</exception>
    public static Seeds Of(DataDirectory data, Seeds seeds) => With(seeds, StandingDecisions.Of(DecisionTable.All(data)));

    /// <summary>Leaves out decisions that no longer fit: the seeds may have changed since (see <see cref="Fault"/>, which refuses them when they are made).</summary>
    public static Seeds With(Seeds seeds, IReadOnlyList<Decision> standing)
    {
        seeds = DecidedPeriods.With(seeds, standing);
        var words = InOrder(standing);
        if (words.Length == 0) return seeds;
        var decided = words.Aggregate(seeds, Apply);
        if (Fault(decided) is null) return decided;
        return words.Aggregate(seeds, (before, decision) => Apply(before, decision) is var after && Fault(after) is null ? after : before);
    }

    /// <summary>Why a reading cannot use these seeds; null when it can.</summary>
    public static string? Fault(Seeds seeds)
    {
        try
        {
            _ = Lexicon.From(name => seeds[name].Records);
            _ = ClassifyTexts.LexiconOf(seeds);
            return null;
        }
        catch (Exception e) when (e is LedgerFormatException or SeedException or ArgumentException)
        {
            return e.Message;
        }
    }

    /// <summary>New rows and single values first, then words, each by name: the order of deciding must not show in a list.</summary>
    private static Decision[] InOrder(IReadOnlyList<Decision> standing) =>
    [
        .. standing.Where(decision => decision.Kind is DecisionKind.Seed)
            .OrderBy(decision => SeedShape.IsList(decision.Seed!, decision.ColumnName!))
            .ThenBy(decision => decision.Seed, StringComparer.Ordinal).ThenBy(decision => decision.SeedKey, StringComparer.Ordinal)
            .ThenBy(decision => decision.ColumnName, StringComparer.Ordinal).ThenBy(decision => decision.Value, StringComparer.Ordinal),
    ];

    internal static Seeds Apply(Seeds seeds, Decision decision)
    {
        if (!SeedShape.All.TryGetValue(decision.Seed!, out var shape) || !seeds.Has(decision.Seed!)) return seeds;
        var seed = seeds[decision.Seed!];
        var column = seed.Columns.ToList().IndexOf(decision.ColumnName!);
        if (column < 0) return seeds;
        if (seed.Name == "hazard_category_words") return seeds.With(WithCategoryWord(seed, column, decision));
        if (column == 0) return seeds.With(WithRow(seed, decision.Value!, shape));
        var rows = WithRow(seed, decision.SeedKey!, shape).Rows;
        var place = rows.ToList().FindIndex(row => row[0] == decision.SeedKey);
        if (place < 0) return seeds;
        if (!SeedShape.IsList(seed.Name, decision.ColumnName!)) return seeds.With(seed with { Rows = [.. rows.Select((row, i) => i == place ? Changed(row, column, decision.Value!) : row)] });
        var listed = rows.Select((row, i) => Changed(row, column, i == place ? Added(row[column], Kept(seed, decision)) : Removed(row[column], decision.Value!)));
        return seeds.With(seed with { Rows = [.. Whole(seed, decision, place), .. listed] });
    }

    private static Seed WithRow(Seed seed, string key, SeedShape shape)
    {
        if (shape.NewRow is not { } cells || seed.Rows.Any(row => row[0] == key)) return seed;
        var made = seed.Columns.Select((column, i) => i == 0 ? key : column == "source" ? SeedShape.Source : cells.GetValueOrDefault(column, "")).ToArray();
        return seed with { Rows = [.. seed.Rows, made] };
    }

    /// <summary>A word or pattern of its own row, as heavy as the seed's heaviest.</summary>
    private static Seed WithCategoryWord(Seed seed, int column, Decision decision)
    {
        var weight = seed.Columns.ToList().IndexOf("weight");
        var heaviest = seed.Rows.Max(row => double.TryParse(row[weight], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0);
        var others = seed.Rows.Select(row => Changed(row, column, Removed(row[column], decision.Value!))).Where(row => row[column].Length > 0);
        string[] made = [.. seed.Columns.Select((_, i) => i == 0 ? decision.SeedKey! : i == column ? decision.Value! : i == weight ? heaviest.ToString(CultureInfo.InvariantCulture) : "")];
        return seed with { Rows = [.. others, made] };
    }

    /// <summary>A status's word, met alone in a cell, decides before every rule: 已整改待复查 holds 已整改, and is none if somebody said so.</summary>
    private static IEnumerable<string[]> Whole(Seed seed, Decision decision, int place)
    {
        if (seed.Name != "status_words" || SeedList.IsPattern(decision.Value!)) yield break;
        var order = seed.Columns.ToList().IndexOf("order");
        var words = seed.Columns.ToList().IndexOf("words");
        var rank = int.TryParse(seed.Rows[place][order], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var own) ? own : 0;
        yield return [.. seed.Columns.Select((_, i) => i == 0 ? decision.SeedKey! : i == words ? $"/^{Escaped(decision.Value!)}$/" : i == order ? (BeforeAll + rank).ToString(CultureInfo.InvariantCulture) : "")];
    }

    /// <summary>The word as its list holds it: a completing word is guarded against 未 and 要求 before it.</summary>
    private static string Kept(Seed seed, Decision decision) =>
        seed.Name == "status_words" && decision.SeedKey is "rectified" or "verified" or "cancelled" && !SeedList.IsPattern(decision.Value!)
            ? $"/{NotDone}{Escaped(decision.Value!)}/"
            : decision.Value!;

    private static string Escaped(string word) => Regex.Escape(CellText.Squeeze(word)).Replace("/", "\\/", StringComparison.Ordinal);

    private static string[] Changed(string[] row, int column, string value) => [.. row.Select((cell, i) => i == column ? value : cell)];

    private static string Added(string list, string word) => SeedList.Split(list) is var words && words.Contains(word, StringComparer.Ordinal) ? list : SeedList.Join([.. words, word]);

    private static string Removed(string list, string word)
    {
        var words = SeedList.Split(list);
        var kept = words.Where(one => CellText.Squeeze(one) != CellText.Squeeze(word)).ToList();
        return kept.Count == words.Count ? list : SeedList.Join(kept);
    }
}
