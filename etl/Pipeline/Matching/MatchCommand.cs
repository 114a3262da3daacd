using System.CommandLine;
using System.Globalization;
using SafetyAnalytics.Linking;

namespace SafetyAnalytics.Pipeline.Matching;

/// <summary><c>match</c>: which rows of a csv file are the same unit. Knows no data directory; the same file gives the same answer.</summary>
internal sealed class MatchCommand(Conversation say)
{
    private readonly Argument<string> _file = new("FILE") { Description = Messages.Of("argument_match_file") };
    private readonly Option<string?> _truth = new("--truth") { Description = Messages.Of("option_truth") };
    private readonly Option<string> _out = new("--out") { Description = Messages.Of("option_out_file"), Required = true };

    public Symbol[] Symbols => [_file, _truth, _out];

    /// <exception cref="PipelineException">The file is missing, is no csv, lacks every column that could be used, or cannot be written.</exception>
    public ExitCode Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var destination = Path.GetFullPath(parsed.GetValue(_out)!);
        var truth = parsed.GetValue(_truth);
        var source = new MatchFile(Path.GetFullPath(parsed.GetValue(_file)!), truth);
        var rows = source.Read(cancellationToken);
        var linkage = new UnitLinker(options: new UnitLinkOptions { AreRegisters = true }).Resolve(rows.Mentions, cancellationToken);
        var written = new MatchOutput(source, rows, linkage).Write(destination, cancellationToken);
        say.Note(Messages.Of("matched", rows.Count, written.UnitCount, written.QuestionCount, written.QuestionFile));
        if (truth is not null) Tell(MatchScore.Of(rows, linkage));
        say.Result(destination);
        return ExitCode.Done;
    }

    private void Tell(MatchScore score)
    {
        say.Result(Messages.Of("match_precision", Shown(score.Precision), score.RightPairs, score.SaidPairs));
        say.Result(Messages.Of("match_recall", Shown(score.Recall), score.RightPairs, score.TruePairs));
    }

    private static string Shown(double? share) => share?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "—";
}
