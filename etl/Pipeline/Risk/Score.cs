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
        var input = InputHash(history, horizonDays, visitedOnly: false);
        if (!always && books.Holds(day, horizonDays, input)) return new ScoreResult(day, horizonDays, history.Visits.Count, history.Units.Count, 0, null, null, null, IsUnchanged: true);
        progress?.Report("risk");
        var shelf = new ModelShelf(data);
        var (training, models, fault) = Learn(history, day, horizonDays, always, shelf, cancellationToken);
        var scores = RiskScores.Of(history, models, day.DayNumber, cancellationToken);
        books.Write(new RiskScoring(day, horizonDays, input, history, models, training, scores));
        if (training is not null) shelf.Put(models, RiskCard.Write(models.TrainedFor, horizonDays, history.Until(models.TrainedFor.DayNumber), training, models));
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

    /// <summary>
    /// Models learn from what was known by the end of the month before, so that they are the same in whatever order the ledgers of a month come, and a further one is scored in moments.
    /// Who asks for a scoring gets models that know everything up to the day.
    /// </summary>
    private static (TrainingResult? Training, RiskModelFile Models, string? Fault) Learn(RiskHistory history, DateOnly asOf, int horizonDays, bool always, ModelShelf shelf, CancellationToken cancellationToken)
    {
        var learnedBy = always ? asOf : new DateOnly(asOf.Year, asOf.Month, 1).AddDays(-1);
        var known = history.Until(learnedBy.DayNumber);
        if (known.Visits.Count == 0) return (null, RiskModelFile.Smoothed(learnedBy, horizonDays), null);
        var input = InputHash(known, horizonDays, visitedOnly: true);
        if (!always && shelf.Find(learnedBy, horizonDays, input) is { } same) return (null, same, null);
        try
        {
            var training = RiskTraining.Run(known, learnedBy.DayNumber, horizonDays, cancellationToken);
            return (training, training.ToFile(learnedBy.DayNumber, horizonDays, input), null);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            return (null, shelf.Latest(asOf, horizonDays) ?? RiskModelFile.Smoothed(asOf, horizonDays), e.Message.ReplaceLineEndings(" "));
        }
    }

    /// <summary>Changes with anything a score depends on; by names, since a later ledger may number units anew.</summary>
    /// <param name="visitedOnly">Leaves out units nobody was at, from which nothing is learned.</param>
    private static string InputHash(RiskHistory history, int horizonDays, bool visitedOnly)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
        string Unit(int number) => history.Units[number].Key;
        static string Name(IReadOnlyList<string> names, int number) => number < 0 ? "" : names[number];
        var visited = history.Visits.Select(visit => visit.Unit).ToHashSet();
        Add(string.Create(CultureInfo.InvariantCulture, $"{RiskModelFile.CurrentVersion} {horizonDays}"));
        foreach (var unit in history.Units.Where((_, number) => !visitedOnly || visited.Contains(number))) Add($"{unit.Key} {unit.Name} {unit.Address}");
        foreach (var visit in history.Visits) Add($"{Unit(visit.Unit)} {visit.Day}");
        foreach (var finding in history.Findings)
            Add($"{Unit(finding.Unit)} {finding.Day} {Name(history.Categories, finding.Category)} {Name(history.Sectors, finding.Sector)} {Name(history.Communities, finding.Community)} {finding.Ending} {finding.IsMajor} {finding.IsReturn}");
        foreach (var state in history.States) Add($"{Unit(state.Unit)} {state.Day} {state.Hazard} {Name(history.Categories, state.Category)} {state.IsOpen} {state.Due} {state.DaysToRectify}");
        foreach (var trait in history.Traits) Add($"{Unit(trait.Unit)} {trait.Day} {history.TraitNames[trait.Trait]}");
        foreach (var period in history.Periods) Add($"{period.First} {period.Last}");
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
