using System.CommandLine;
using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Ledgers.Templates;
using SafetyAnalytics.Pipeline.Decisions;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Waiting;

/// <summary>The verbs about what goes back to the senders: <c>waiting</c> and <c>template</c>.</summary>
internal sealed class WaitingCommand(Conversation say, Func<ParseResult, DataDirectory> data, Func<ParseResult, Seeds> seeds)
{
    public readonly record struct Symbols(Option<string?> Export, Option<QueryFormat> Format, Option<string> Out);

    public static Symbols Options()
    {
        var format = new Option<QueryFormat>("--format") { Description = Messages.Of("option_format"), DefaultValueFactory = _ => QueryFormat.Table };
        format.AcceptOnlyFromAmong("table", "csv", "json");
        return new Symbols(new Option<string?>("--export") { Description = Messages.Of("option_export") }, format, new Option<string>("--out") { Description = Messages.Of("option_out"), Required = true });
    }

    /// <summary>What waits goes to standard output; with an export, what else should be looked at goes into its list too.</summary>
    public ExitCode List(ParseResult parsed, Symbols options, CancellationToken cancellationToken)
    {
        var known = seeds(parsed);
        var all = new WaitingList(data(parsed)).All();
        var waiting = all.Where(problem => problem.IsWaiting).ToList();
        WaitingOutput.Write(waiting, parsed.GetValue(options.Format), say.Output);
        if (parsed.GetValue(options.Export) is { } folder) Export(all, Path.GetFullPath(folder), new HandBackCopies(data(parsed), known), cancellationToken);
        if (waiting.Count == 0) say.Note(Messages.Of("status_nothing_waits"));
        if (all.Count > waiting.Count) say.Note(Messages.Of("waiting_others", all.Count - waiting.Count));
        return waiting.Count > 0 ? ExitCode.Waiting : ExitCode.Done;
    }

    /// <summary>Four files: plain and extended, each as a workbook and for Word.</summary>
    public ExitCode Templates(ParseResult parsed, Symbols options)
    {
        var folder = Path.GetFullPath(parsed.GetValue(options.Out)!);
        var decided = DecidedSeeds.Of(data(parsed), seeds(parsed));
        var lists = TemplateLists.From(name => decided.Has(name) ? decided[name].Records : []);
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var kind in Enum.GetValues<TemplateKind>())
            {
                foreach (var format in new[] { LedgerFormat.Xlsx, LedgerFormat.Docx })
                {
                    var path = Path.Combine(folder, LedgerTemplate.FileName(kind, format));
                    using (var file = File.Create(path)) LedgerTemplate.Write(kind, format, lists, file);
                    say.Result(path);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PipelineException(ExitCode.Cannot, Messages.Of("out_not_writable", folder, e.Message), e);
        }

        return ExitCode.Done;
    }

    private void Export(IReadOnlyList<WaitingProblem> problems, string folder, HandBackCopies copies, CancellationToken cancellationToken)
    {
        var written = copies.Export(problems, folder, cancellationToken: cancellationToken);
        foreach (var file in written.Where(file => file.Path is null)) say.Note(Messages.Of("hand_back_unreadable", file.FileName));
        say.Note(Messages.Of("handed_back", written.Count(file => file.Path is not null), folder));
    }
}
