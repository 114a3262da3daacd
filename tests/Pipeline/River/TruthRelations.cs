using System.Globalization;
using SafetyAnalytics.Pipeline.Sample;

namespace SafetyAnalytics.Pipeline.Tests.River;

/// <summary>One item as the river tells it.</summary>
/// <param name="File">Its name without folders.</param>
/// <param name="Event">Of <c>fct_hazard_event</c>: found, carried_over, reopened, repeated or seen_in_other_ledger.</param>
public sealed record ToldItem(string File, string Sheet, int Row, int Item, string HazardKey, string Event, string? RecurrenceOf);

/// <summary>
/// How often new, carried over, re-opened and recurrent are told rightly, against a sample's truth. What continues a hazard is right only when its key was born by a row of the same truth.
/// Two ledgers of one month count once: which of them is told first is nobody's business.
/// </summary>
public sealed class TruthRelations
{
    public const string Other = "seen_in_other_ledger";

    private static readonly string[] s_closed = ["rectified", "verified", "cancelled"];

    private readonly Dictionary<string, (int Right, int Said, int True)> _counts = new(StringComparer.Ordinal);

    public static IReadOnlyList<string> Barred { get; } = ["new", "carried_over", "reopened", "recurrent"];

    /// <summary>What was told wrongly, in words.</summary>
    public List<string> Wrong { get; } = [];

    public static TruthRelations Of(Truth truth, IEnumerable<ToldItem> items)
    {
        var told = items.ToDictionary(item => (item.File, item.Sheet, item.Row, item.Item));
        var score = new TruthRelations();
        var relations = truth.Hazards.ToDictionary(hazard => hazard.HazardId, hazard => hazard.Relation, StringComparer.Ordinal);
        var superseded = truth.Files.Select(file => file.Supersedes).ToHashSet(StringComparer.Ordinal);
        var rows = truth.Files
            .Where(file => file.MustWait is null && !superseded.Contains(file.Path))
            .SelectMany(file => file.Rows.Where(row => !row.IsDuplicate).SelectMany(row => row.Hazards.Select(item =>
                new TrueItem(item.HazardId, file.Month, Array.IndexOf(s_closed, item.Status) >= 0, told.GetValueOrDefault((Path.GetFileName(file.Path), row.Sheet, row.RowNumber, item.ItemNo))))))
            .ToList();
        var births = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows.OrderBy(row => row.Month, StringComparer.Ordinal).Where(row => row.Told is not null)) births.TryAdd(row.Told!.HazardKey, row.Hazard);
        foreach (var life in rows.GroupBy(row => row.Hazard, StringComparer.Ordinal)) score.Judge(relations[life.Key], [.. life], births);
        return score;
    }

    /// <summary>2 × right ÷ (told so + truly so); 1 where there is nothing to tell.</summary>
    public double F1(string relation) => _counts.TryGetValue(relation, out var count) && count.Said + count.True > 0 ? 2.0 * count.Right / (count.Said + count.True) : 1;

    public override string ToString() =>
        string.Join(", ", _counts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {F1(pair.Key):0.0000} ({pair.Value.Right} of {pair.Value.True}, told {pair.Value.Said})")));

    private void Judge(string relation, List<TrueItem> life, Dictionary<string, string> births)
    {
        bool? isClosed = null;
        foreach (var month in life.GroupBy(row => row.Month, StringComparer.Ordinal).OrderBy(month => month.Key, StringComparer.Ordinal))
        {
            var first = month.OrderBy(row => row.IsClosed).First();
            var truly = isClosed is null ? relation : isClosed is false ? "carried_over" : first.IsClosed ? "repeated" : "reopened";
            Count(truly, month.Where(row => row.Told is null || row.Told.Event != Other).ToList(), month.Key, births);
            isClosed = month.Any(row => row.IsClosed);
        }
    }

    private void Count(string truly, List<TrueItem> rows, string month, Dictionary<string, string> births)
    {
        var said = rows.Select(row => row.Told is { } told ? Relation(told) : "missing").ToList();
        var isRight = said.Contains(truly, StringComparer.Ordinal) && rows.TrueForAll(row => row.Told is not null && births[row.Told.HazardKey] == row.Hazard);
        Add(truly, isRight ? 1 : 0, 0, 1);
        foreach (var one in said.Where(one => one != truly).Append(said.Contains(truly, StringComparer.Ordinal) ? truly : "none").Distinct(StringComparer.Ordinal)) Add(one, 0, 1, 0);
        if (!isRight) Wrong.Add($"{rows.FirstOrDefault()?.Hazard} {month}: {truly} told as {string.Join('+', said)}");
    }

    private static string Relation(ToldItem told) => told.Event == "found" ? (told.RecurrenceOf is null ? "new" : "recurrent") : told.Event;

    private void Add(string relation, int right, int said, int truly)
    {
        var count = _counts.GetValueOrDefault(relation);
        _counts[relation] = (count.Right + right, count.Said + said, count.True + truly);
    }

    private sealed record TrueItem(string Hazard, string Month, bool IsClosed, ToldItem? Told);
}
