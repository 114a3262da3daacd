using System.Globalization;
using SafetyAnalytics.Bench.Data;
using SafetyAnalytics.Learning.Risk.Examples;
using SafetyAnalytics.Learning.Risk.Judging;
using SafetyAnalytics.Learning.Risk.Models;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Pipeline;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Bench.Quality;

/// <summary>
/// How well the recurring-risk models foretell what they could not know: trained at a cut-off, judged on each unit's next visit after it. Prints the table of
/// <c>etl/Learning/Risk/README.md</c>.
/// </summary>
internal static class RiskBench
{
    private const int Horizon = 180;

    /// <summary>Two months, the shape of the published test.</summary>
    private const int UnitDays = 61;

    private static readonly string[] s_rates = ["category_rate", "share_rate", "smoothed_rate"];

    /// <param name="folder">With <c>ledgers/</c> and <c>truth/</c>: see <see cref="LedgersWithTruth"/>.</param>
    public static void Run(string folder, IReadOnlyList<DateOnly> cutOffs, TextWriter output, TextWriter error)
    {
        var directory = Directory.CreateTempSubdirectory("safety-risk-");
        try
        {
            var history = Built(folder, directory.FullName, error);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{history.Findings.Count} findings, {history.Visits.Count} visits, {history.Units.Count} units, {history.Categories.Count} categories, {history.TraitNames.Count} traits"));
            output.WriteLine("| cut-off | judged | order | AUC | average precision | log-loss | calibration error | days earlier |");
            output.WriteLine("|---|---|---|---|---|---|---|---|");
            foreach (var cutOff in cutOffs) Judge(history, cutOff.DayNumber, output);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static RiskHistory Built(string folder, string into, TextWriter error)
    {
        var (truth, ledgers) = (new LedgersWithTruth(folder), Path.Combine(into, "ledgers"));
        truth.WriteLevelled(ledgers);
        var seeds = truth.WriteSeeds(Path.Combine(into, "seeds"));
        var data = new DataDirectory(Path.Combine(into, "data"));
        using var held = data.LockForWriting();
        error.WriteLine("land …");
        new Land(data, TimeProvider.System).Run(LedgerFiles.Of([ledgers]).Ledgers, new LandSettings(From: "应急办", BlankHazardIsVisit: true));
        error.WriteLine("build …");
        new Build(data, seeds, TimeProvider.System).Run(null);
        using var connection = DuckDbFile.OpenForReading(data.WarehouseFile);
        return HistoryReading.Read(connection);
    }

    private static void Judge(RiskHistory history, int cutOff, TextWriter output)
    {
        var known = history.Until(cutOff);
        var models = RiskTraining.Run(known, cutOff, Horizon).ToFile(cutOff, Horizon, "");
        var examples = new ExampleMaker(known, Horizon).At(cutOff);
        var next = new Next(history, cutOff);
        var (pairs, units) = (examples.Pairs, examples.Units);
        var judged = Rows(pairs, about => about.HasHistory && next.DayOf(about.Unit) > 0);
        Line("pairs", $"serves: {models.Pair.Name}", pairs, judged, row => models.Pair.Probability(pairs.Features(row)), about => next.Finds(about.Unit, about.Category));
        foreach (var (name, feature) in RiskQuestion.Pair.Naive.Where(rate => s_rates.Contains(rate.Name, StringComparer.Ordinal)))
            Line("pairs", name, pairs, judged, row => Calibration.None.Probability(pairs.Features(row)[feature]), about => next.Finds(about.Unit, about.Category));
        Line("critical, two months", $"serves: {models.Major.Name}", units, Rows(units, about => next.DayOf(about.Unit) is > 0 and var day && day <= cutOff + UnitDays), row => models.Major.Probability(units.Features(row)), about => next.FindsMajor(about.Unit));
        Line("critical, next visit", $"serves: {models.Major.Name}", units, Rows(units, about => next.DayOf(about.Unit) > 0), row => models.Major.Probability(units.Features(row)), about => next.FindsMajor(about.Unit));

        void Line(string question, string order, ExampleSet set, List<int> rows, Func<int, double> said, Func<ExampleAbout, bool> isHit)
        {
            if (rows.Count == 0) return;
            var (scores, labels) = (rows.ConvertAll(row => said(row)), rows.ConvertAll(row => isHit(set[row])));
            var measured = new Measured(scores, labels);
            var days = question == "pairs" ? "" : DaysEarlier(scores, labels, rows.ConvertAll(row => next.DayOf(set[row].Unit))).ToString("F1", CultureInfo.InvariantCulture);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {DateOnly.FromDayNumber(cutOff):yyyy-MM-dd} | {rows.Count} {question} | {order} | {measured.Auc():F4} | {measured.AveragePrecision():F4} | {measured.LogLoss():F4} | {measured.CalibrationError():F3} | {days} |"));
        }
    }

    private static List<int> Rows(ExampleSet set, Func<ExampleAbout, bool> isWanted) => [.. Enumerable.Range(0, set.Count).Where(row => isWanted(set[row]))];

    /// <summary>Mean days by which hits come earlier when the same days are dealt out in the order of the scores.</summary>
    private static double DaysEarlier(List<double> scores, List<bool> labels, List<int> days)
    {
        var dealt = days.Order().ToList();
        var order = Enumerable.Range(0, scores.Count).OrderByDescending(row => scores[row]).ThenBy(row => Draws.Fraction((ulong)row)).ToList();
        return order.Select((row, place) => (Row: row, Place: place)).Where(at => labels[at.Row]).Average(at => days[at.Row] - dealt[at.Place]);
    }

    /// <summary>What each unit's next visit after a cut-off found, whenever it came.</summary>
    private sealed class Next
    {
        private readonly Dictionary<int, int> _days = [];
        private readonly HashSet<(int Unit, int Category)> _found = [];
        private readonly HashSet<int> _major = [];

        public Next(RiskHistory history, int cutOff)
        {
            foreach (var visit in history.Visits.Where(visit => visit.Day > cutOff)) _days.TryAdd(visit.Unit, visit.Day);
            foreach (var finding in history.Findings.Where(finding => finding.Day > cutOff && finding.Day == DayOf(finding.Unit)))
            {
                _found.Add((finding.Unit, finding.Category));
                if (finding.IsMajor) _major.Add(finding.Unit);
            }
        }

        /// <summary>0: never again.</summary>
        public int DayOf(int unit) => _days.GetValueOrDefault(unit);

        public bool Finds(int unit, int category) => _found.Contains((unit, category));

        public bool FindsMajor(int unit) => _major.Contains(unit);
    }
}
