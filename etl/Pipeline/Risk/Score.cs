using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SafetyAnalytics.Learning.Risk.Examples;
using SafetyAnalytics.Learning.Risk.Judging;
using SafetyAnalytics.Learning.Risk.Models;
using SafetyAnalytics.Learning.Risk.Scoring;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Risk;

/// <param name="Training">Null when models trained earlier served.</param>
/// <param name="Models">What serves; null when no unit was ever visited.</param>
/// <param name="TrainingFault">Why the training failed; null when it did not, or was not called for.</param>
/// <param name="IsUnchanged">Nothing had changed since the last scoring for that day: nothing was done.</param>
public sealed record ScoreResult(DateOnly AsOf, int HorizonDays, int VisitCount, int UnitCount, int PairCount, TrainingResult? Training, RiskModelFile? Models, string? TrainingFault, bool IsUnchanged);

/// <summary><c>score</c>: trains, back-tests and scores the last build, keeps the scores beside raw and brings them into the warehouse.</summary>
public sealed class Score(DataDirectory data, Seeds seeds, TimeProvider clock)
{
    /// <summary>Half a year: the time in which each listed enterprise must be seen at least once (plan 磁街办发〔2022〕21号, duties).</summary>
    public const int DefaultHorizonDays = 180;

    public const int LongestHorizonDays = 730;

    /// <summary>Within one month models are kept until the visits they know of have grown by this share: a small ledger must reach the page in seconds.</summary>
    private const double GrowthWorthTraining = 0.05;

    /// <param name="asOf">Null: the day of the last build. An earlier day is scored on a warehouse built as of that day, so that nothing later can be known.</param>
    /// <param name="always">Train even when nothing changed.</param>
    /// <exception cref="PipelineException">Nothing has been built.</exception>
    public ScoreResult Run(DateOnly? asOf, int horizonDays, bool always, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        if (!File.Exists(data.WarehouseFile)) throw new PipelineException(ExitCode.Cannot, Messages.Of("nothing_built", data.Root));
        using (RawDatabase.OpenForWriting(data))
        {
            // Gives a raw file of an earlier version the tables it lacks.
        }

        var (history, day) = KnownBy(asOf, progress, cancellationToken);
        var books = new RiskBooks(data, clock);
        var input = InputHash(history, horizonDays);
        if (!always && books.Holds(day, horizonDays, input)) return new ScoreResult(day, horizonDays, history.Visits.Count, history.Units.Count, 0, null, null, null, IsUnchanged: true);
        progress?.Report("risk");
        var shelf = new ModelShelf(data);
        var (training, models, fault) = Learn(history, day, horizonDays, always, shelf, cancellationToken);
        var scores = RiskScores.Of(history, models, day.DayNumber, cancellationToken);
        books.Write(new RiskScoring(day, horizonDays, input, history, models, training, scores));
        if (training is not null) shelf.Put(models, RiskCard.Write(day, horizonDays, history, training, models));
        WarehouseRefresh.Run(data.RestrictedFile, data.WarehouseFile, RiskBooks.Prefix, cancellationToken);
        return new ScoreResult(day, horizonDays, history.Visits.Count, history.Units.Count, scores.Pairs.Count, training, models, fault, IsUnchanged: false);
    }

    /// <summary>What was known by the end of a day.</summary>
    public (RiskHistory History, DateOnly AsOf) KnownBy(DateOnly? asOf, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        if (!File.Exists(data.WarehouseFile)) throw new PipelineException(ExitCode.Cannot, Messages.Of("nothing_built", data.Root));
        using (var built = DuckDbFile.OpenForReading(data.WarehouseFile))
        {
            var builtFor = built.Rows("select max(measured_on) from dim_month", row => DateOnly.FromDateTime(row.GetDateTime(0)))[0];
            if (asOf is null || asOf >= builtFor) return (HistoryReading.Read(built, cancellationToken), asOf ?? builtFor);
        }

        var then = Path.Combine(data.Build, "then.duckdb");
        try
        {
            new Build(data, seeds, clock).Make(then, asOf, progress, cancellationToken);
            using var connection = DuckDbFile.OpenForReading(then);
            return (HistoryReading.Read(connection, cancellationToken), asOf.Value);
        }
        finally
        {
            foreach (var leftover in new[] { then, then + ".wal" }) File.Delete(leftover);
        }
    }

    private static (TrainingResult? Training, RiskModelFile Models, string? Fault) Learn(RiskHistory history, DateOnly asOf, int horizonDays, bool always, ModelShelf shelf, CancellationToken cancellationToken)
    {
        var last = shelf.Latest(asOf, horizonDays);
        if (!always && last is not null && SameMonth(last.TrainedFor, asOf) && history.Visits.Count <= last.VisitCount * (1 + GrowthWorthTraining)) return (null, last, null);
        try
        {
            var training = RiskTraining.Run(history, asOf.DayNumber, horizonDays, cancellationToken);
            return (training, training.ToFile(asOf.DayNumber, horizonDays, history.Visits.Count), null);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            return (null, last ?? RiskModelFile.Smoothed(asOf, horizonDays, history.Visits.Count), e.Message.ReplaceLineEndings(" "));
        }
    }

    private static bool SameMonth(DateOnly a, DateOnly b) => (a.Year, a.Month) == (b.Year, b.Month);

    /// <summary>Changes with anything a score depends on.</summary>
    private static string InputHash(RiskHistory history, int horizonDays)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
        Add(string.Create(CultureInfo.InvariantCulture, $"{RiskModelFile.CurrentVersion} {horizonDays}"));
        foreach (var unit in history.Units) Add($"{unit.Key} {unit.Name} {unit.Address}");
        foreach (var name in history.Categories.Concat(history.Sectors).Concat(history.Communities)) Add(name);
        foreach (var visit in history.Visits) Add($"{visit.Unit} {visit.Day}");
        foreach (var finding in history.Findings) Add($"{finding.Unit} {finding.Day} {finding.Category} {finding.Sector} {finding.Community} {finding.Ending} {finding.IsMajor} {finding.IsReturn}");
        foreach (var state in history.States) Add($"{state.Unit} {state.Day} {state.Hazard} {state.Category} {state.IsOpen} {state.Due} {state.DaysToRectify}");
        foreach (var period in history.Periods) Add($"{period.First} {period.Last}");
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
