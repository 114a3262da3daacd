using System.Text.Json;
using DuckDB.NET.Data;
using SafetyAnalytics.Learning.Risk.Examples;
using SafetyAnalytics.Learning.Risk.Judging;
using SafetyAnalytics.Learning.Risk.Models;
using SafetyAnalytics.Learning.Risk.Scoring;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Risk;

/// <summary>All that one scoring leaves behind.</summary>
/// <param name="Training">Null: models trained earlier served, and their back-test stays.</param>
public sealed record RiskScoring(DateOnly AsOf, int HorizonDays, string InputHash, RiskHistory History, RiskModelFile Models, TrainingResult? Training, RiskScores Scores);

/// <summary>The tables <c>raw_risk_…</c>: what was foretold on which day. A day scored again takes its own place only.</summary>
public sealed class RiskBooks(DataDirectory data, TimeProvider clock)
{
    public const string Prefix = "raw_risk_";

    private static readonly string[] s_scoreTables = ["raw_risk_run", "raw_risk_score", "raw_risk_unit"];

    private static readonly string[] s_featureTables = ["raw_risk_feature", "raw_risk_feature_name"];

    private static readonly string[] s_trainingTables = ["raw_risk_backtest", "raw_risk_calibration", "raw_risk_effort"];

    /// <summary>Whether that day was scored from the very same input.</summary>
    public bool Holds(DateOnly asOf, int horizonDays, string inputHash) => RawDatabase.Read(data, connection => connection.Scalar(
        "select 1 from raw_risk_run where as_of = $as_of and horizon_days = $horizon and input_hash = $hash",
        ("as_of", asOf), ("horizon", horizonDays), ("hash", inputHash)) is not null);

    public void Write(RiskScoring scoring)
    {
        using var connection = RawDatabase.OpenForWriting(data);
        connection.InOneTransaction(() =>
        {
            var tables = scoring.Training is null ? s_scoreTables : s_scoreTables.Concat(s_trainingTables);
            foreach (var table in tables) connection.Run($"delete from {table} where as_of = $as_of and horizon_days = $horizon", ("as_of", scoring.AsOf), ("horizon", scoring.HorizonDays));
            WriteRun(connection, scoring);
            WriteScores(connection, scoring);
            WriteFeatures(connection, scoring);
            if (scoring.Training is not null) WriteTraining(connection, scoring, scoring.Training);
        });
    }

    private void WriteRun(DuckDBConnection connection, RiskScoring scoring)
    {
        var (history, models) = (scoring.History, scoring.Models);
        connection.Run(
            """
            insert into raw_risk_run values (
                $as_of, $horizon, $scored_at, $input_hash, $trained_for, $judged_horizon, $pair, $any, $major, $count, $is_thin, $examples, $visits, $units, $first_visit)
            """,
            ("as_of", scoring.AsOf), ("horizon", scoring.HorizonDays), ("scored_at", clock.GetUtcNow().UtcDateTime), ("input_hash", scoring.InputHash), ("trained_for", models.TrainedFor),
            ("judged_horizon", models.JudgedHorizonDays), ("pair", models.Pair.Name), ("any", models.Any.Name), ("major", models.Major.Name), ("count", models.Count.Name),
            ("is_thin", models.Pair.IsThin), ("examples", models.Pair.Examples), ("visits", history.Visits.Count), ("units", history.Units.Count),
            ("first_visit", history.Visits.Count > 0 ? DateOnly.FromDayNumber(history.FirstDay) : (DateOnly?)null));
    }

    private static void WriteScores(DuckDBConnection connection, RiskScoring scoring)
    {
        var history = scoring.History;
        using (var pairs = connection.CreateAppender("raw_risk_score"))
        {
            foreach (var score in scoring.Scores.Pairs)
            {
                pairs.CreateRow().AppendValue(scoring.AsOf).AppendValue(scoring.HorizonDays).AppendValue(history.Units[score.Unit].Key).AppendValue(history.Categories[score.Category])
                    .AppendValue(score.Probability).AppendValue(score.BaseRate).AppendValue(score.Rank).AppendValue(score.VisitCount).AppendValue(score.HasHistory)
                    .AppendValue(score.ReasonsZh).AppendValue(score.ReasonsEn).EndRow();
            }
        }

        using var units = connection.CreateAppender("raw_risk_unit");
        foreach (var score in scoring.Scores.Units)
        {
            var unit = history.Units[score.Unit];
            units.CreateRow().AppendValue(scoring.AsOf).AppendValue(scoring.HorizonDays).AppendValue(unit.Key).AppendValue(unit.Name).AppendValue(unit.Address)
                .AppendValue(score.ProbabilityAny).AppendValue(score.ProbabilityMajor).AppendValue(score.ExpectedCount).AppendValue(score.Rank).AppendValue(score.VisitCount)
                .AppendValue(score.OpenCount).AppendValue(score.OverdueCount).AppendValue(score.ReturnCount)
                .AppendValue(score.LastVisitDay == 0 ? (DateOnly?)null : DateOnly.FromDayNumber(score.LastVisitDay))
                .AppendValue(score.ReasonsZh).AppendValue(score.ReasonsEn).EndRow();
        }
    }

    /// <summary>Of the latest day scored only, however late an earlier one is scored: what was said on a day stays, what it was said from would grow without end.</summary>
    private static void WriteFeatures(DuckDBConnection connection, RiskScoring scoring)
    {
        if (connection.Scalar("select 1 from raw_risk_feature_name where horizon_days = $horizon and as_of > $as_of", ("horizon", scoring.HorizonDays), ("as_of", scoring.AsOf)) is not null) return;
        foreach (var table in s_featureTables) connection.Run($"delete from {table} where horizon_days = $horizon", ("horizon", scoring.HorizonDays));
        using (var names = connection.CreateAppender("raw_risk_feature_name"))
        {
            foreach (var (question, features) in new[] { ("pair", Enum.GetNames<PairFeature>()), ("unit", Enum.GetNames<UnitFeature>()) })
                names.CreateRow().AppendValue(scoring.AsOf).AppendValue(scoring.HorizonDays).AppendValue(question).AppendValue(features.Select(JsonNamingPolicy.SnakeCaseLower.ConvertName).ToList()).EndRow();
        }

        using var rows = connection.CreateAppender("raw_risk_feature");
        foreach (var score in scoring.Scores.Pairs)
            rows.CreateRow().AppendValue(scoring.AsOf).AppendValue(scoring.HorizonDays).AppendValue(scoring.History.Units[score.Unit].Key).AppendValue(scoring.History.Categories[score.Category]).AppendValue(score.Features).EndRow();
        foreach (var score in scoring.Scores.Units)
            rows.CreateRow().AppendValue(scoring.AsOf).AppendValue(scoring.HorizonDays).AppendValue(scoring.History.Units[score.Unit].Key).AppendNullValue().AppendValue(score.Features).EndRow();
    }

    private static void WriteTraining(DuckDBConnection connection, RiskScoring scoring, TrainingResult training)
    {
        using (var results = connection.CreateAppender("raw_risk_backtest"))
        {
            foreach (var row in training.Measures())
            {
                results.CreateRow().AppendValue(scoring.AsOf).AppendValue(scoring.HorizonDays).AppendValue(row.Question).AppendValue(row.Order).AppendValue(row.CutOff).AppendValue(row.Measure)
                    .AppendValue(Finite(row.Value)).AppendValue(Finite(row.Low)).AppendValue(Finite(row.High)).AppendValue(row.Count).EndRow();
            }
        }

        using (var steps = connection.CreateAppender("raw_risk_calibration"))
        {
            foreach (var row in training.Calibrations())
            {
                steps.CreateRow().AppendValue(scoring.AsOf).AppendValue(scoring.HorizonDays).AppendValue(row.Question).AppendValue(row.Step)
                    .AppendValue(row.Predicted).AppendValue(row.Observed).AppendValue(row.Count).EndRow();
            }
        }

        using var members = connection.CreateAppender("raw_risk_effort");
        foreach (var row in EffortTable.Of(scoring.History, training.Pair, training.Examples.Pairs, scoring.AsOf.DayNumber))
        {
            members.CreateRow().AppendValue(scoring.AsOf).AppendValue(scoring.HorizonDays).AppendValue(row.Dimension).AppendValue(row.Member).AppendValue(row.Count)
                .AppendValue(row.VisitsPerUnit).AppendValue(row.Predicted).AppendValue(row.Observed).AppendValue(row.SelectionRate).EndRow();
        }
    }

    /// <summary>A measure that needs both kinds of outcome may be no number; the table says null then.</summary>
    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
