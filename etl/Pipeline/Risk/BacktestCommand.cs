using System.CommandLine;
using System.Globalization;
using CsvHelper;
using SafetyAnalytics.Learning.Risk.Examples;
using SafetyAnalytics.Learning.Risk.Judging;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Risk;

/// <summary>The verb <c>backtest</c>: every order on the same later months, each measure with its interval. Changes nothing.</summary>
internal sealed class BacktestCommand(Conversation say, TimeProvider clock, Func<ParseResult, DataDirectory> data, Func<ParseResult, Seeds> seeds)
{
    private static readonly string[] s_measures = ["auc", "average_precision", "precision_at_plan", "log_loss", "brier", "calibration_error", "hazards_found_share", "days_earlier"];

    private readonly Option<string?> _out = new("--out") { Description = Messages.Of("option_backtest_out") };
    private readonly Option<string?> _asOf = new("--as-of") { Description = Messages.Of("option_score_as_of") };
    private readonly Option<int> _horizon = ScoreCommand.HorizonOption();

    public Command Verb()
    {
        var verb = new Command("backtest", Messages.Of("verb_backtest"));
        foreach (var option in new Option[] { _out, _asOf, _horizon }) verb.Options.Add(option);
        verb.SetAction((parsed, token) => Task.FromResult((int)say.Guard(() => Run(parsed, token), data(parsed))));
        return verb;
    }

    private ExitCode Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var asOf = ScoreCommand.DayOf(parsed.GetValue(_asOf));
        var horizon = ScoreCommand.HorizonOf(parsed.GetValue(_horizon));
        var folder = parsed.GetValue(_out);
        var directory = data(parsed);
        var known = seeds(parsed);
        using var held = directory.LockForWriting();
        var (history, day) = new Score(directory, known, clock).KnownBy(asOf, say.OnStage, cancellationToken);
        say.EndStage();
        var training = RiskTraining.Run(history, day.DayNumber, horizon, cancellationToken);
        Print(training);
        if (folder is not null) Export(Path.GetFullPath(folder), history, training);
        if (training.Pair.Model.IsThin) say.Note(Messages.Of("score_thin", training.Pair.Model.Examples, history.Visits.Count));
        return ExitCode.Done;
    }

    private void Print(TrainingResult training)
    {
        foreach (var question in training.Measures().Where(row => row.CutOff is null).GroupBy(row => row.Question))
        {
            var measures = s_measures.Where(measure => question.Any(row => row.Measure == measure)).ToList();
            say.Result(Messages.Of("backtest_question_" + question.Key, question.First().Count));
            say.Result(string.Join('\t', measures.Select(measure => Messages.Of("measure_" + measure)).Prepend(Messages.Of("backtest_order"))));
            foreach (var order in question.GroupBy(row => row.Order))
            {
                var cells = measures.Select(measure => order.FirstOrDefault(row => row.Measure == measure)).Select(row => row is null ? "—" : Cell(row));
                say.Result(string.Join('\t', cells.Prepend(OrderName(order.Key, training))));
            }

            say.Result("");
        }
    }

    private static string OrderName(string order, TrainingResult training) => order == "model"
        ? Messages.Of("order_model", training.Pair.Model.IsThin ? Messages.Of("model_smoothed_rate") : Messages.Of("order_serving"))
        : Messages.Of((order is "category_rate" or "share_rate" or "smoothed_rate" or "logistic" or "trees" or "blend" ? "model_" : "order_") + order);

    private static string Cell(MeasureRow row) => double.IsFinite(row.Value)
        ? string.Create(CultureInfo.InvariantCulture, $"{row.Value:F3} [{row.Low:F3}, {row.High:F3}]")
        : "—";

    private void Export(string folder, RiskHistory history, TrainingResult training)
    {
        try
        {
            Directory.CreateDirectory(folder);
            Write(folder, "results.csv", ["question", "order", "cut_off", "measure", "value", "low", "high", "examples"],
                training.Measures().Select(row => new object?[] { row.Question, row.Order, Day(row.CutOff), row.Measure, Number(row.Value), Number(row.Low), Number(row.High), row.Count }));
            Write(folder, "calibration.csv", ["question", "step", "predicted", "observed", "examples"],
                training.Calibrations().Select(row => new object?[] { row.Question, row.Step, Number(row.Predicted), Number(row.Observed), row.Count }));
            Write(folder, "examples.csv", ["unit_key", "category", "as_of", "probability", "label", "outcome_on"], Examples(history, training));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PipelineException(ExitCode.Cannot, Messages.Of("out_not_writable", folder, e.Message), e);
        }
    }

    /// <summary>The candidates of all rounds, each with what the model said knowing nothing after its cut-off.</summary>
    private static IEnumerable<object?[]> Examples(RiskHistory history, TrainingResult training)
    {
        var (choice, set) = (training.Pair.Choice, training.Examples.Pairs);
        var said = choice.Rows.Count > 0 ? choice.Probabilities[choice.Chosen] : [];
        for (var i = 0; i < said.Length; i++)
        {
            var about = set[choice.Rows[i]];
            yield return [history.Units[about.Unit].Key, history.Categories[about.Category], Day(DateOnly.FromDayNumber(about.CutOff)), Number(said[i]), about.Hazards > 0 ? 1 : 0, Day(DateOnly.FromDayNumber(about.OutcomeDay))];
        }
    }

    private void Write(string folder, string name, string[] header, IEnumerable<object?[]> rows)
    {
        var path = Path.Combine(folder, name);
        using (var csv = new CsvWriter(new StreamWriter(path), CultureInfo.InvariantCulture))
        {
            foreach (var cell in header) csv.WriteField(cell);
            csv.NextRecord();
            foreach (var row in rows)
            {
                foreach (var cell in row) csv.WriteField(cell);
                csv.NextRecord();
            }
        }

        say.Result(path);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Number(double? value) => value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : null;
}
