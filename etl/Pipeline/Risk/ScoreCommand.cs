using System.CommandLine;
using System.Globalization;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Risk;

/// <summary>The verb <c>score</c>: trains, back-tests, scores; writes the model card.</summary>
internal sealed class ScoreCommand(Conversation say, TimeProvider clock, Func<ParseResult, DataDirectory> data, Func<ParseResult, Seeds> seeds)
{
    private readonly Option<string?> _asOf = new("--as-of") { Description = Messages.Of("option_score_as_of") };
    private readonly Option<int> _horizon = HorizonOption();

    public static Option<int> HorizonOption() => new("--horizon-days") { Description = Messages.Of("option_horizon_days"), DefaultValueFactory = _ => Score.DefaultHorizonDays };

    public Command Verb()
    {
        var verb = new Command("score", Messages.Of("verb_score"));
        verb.Options.Add(_asOf);
        verb.Options.Add(_horizon);
        verb.SetAction((parsed, token) => Task.FromResult((int)say.Guard(() => Run(parsed, token), data(parsed))));
        return verb;
    }

    private ExitCode Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var asOf = DayOf(parsed.GetValue(_asOf));
        var horizon = HorizonOf(parsed.GetValue(_horizon));
        var known = seeds(parsed);
        var directory = data(parsed);
        using var held = directory.LockForWriting();
        return Told(say, new Score(directory, known, clock).Run(asOf, horizon, always: true, say.OnStage, cancellationToken));
    }

    /// <summary>Says how a scoring went: who serves, and how far to trust it.</summary>
    /// <returns>Waiting when the training failed: scores are there, but by older models.</returns>
    public static ExitCode Told(Conversation say, ScoreResult result)
    {
        say.EndStage();
        var day = result.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (result.IsUnchanged) say.Note(Messages.Of("score_unchanged", day));
        if (result.Models is not { } models) return ExitCode.Done;
        say.Result(Messages.Of("scored", day, result.HorizonDays, result.UnitCount, result.PairCount, Messages.Of("model_" + models.Pair.Name)));
        if (result.TrainingFault is not null) say.Note(Messages.Of("score_training_failed", models.TrainedFor.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), result.TrainingFault));
        else if (models.Pair.IsThin) say.Note(Messages.Of("score_thin", models.Pair.Examples, result.VisitCount));
        return result.TrainingFault is null ? ExitCode.Done : ExitCode.Waiting;
    }

    public static DateOnly? DayOf(string? text)
    {
        if (text is null) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new PipelineException(ExitCode.Usage, Messages.Of("bad_date", text));
    }

    public static int HorizonOf(int days) => days is >= 7 and <= Score.LongestHorizonDays
        ? days
        : throw new PipelineException(ExitCode.Usage, Messages.Of("bad_range", "--horizon-days", 7, Score.LongestHorizonDays, days));
}
