using System.CommandLine;
using System.Globalization;
using System.Text;
using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Pipeline.Closing;
using SafetyAnalytics.Pipeline.Categories;
using SafetyAnalytics.Pipeline.Decisions;
using SafetyAnalytics.Pipeline.Reporting;
using SafetyAnalytics.Pipeline.Risk;
using SafetyAnalytics.Pipeline.Matching;
using SafetyAnalytics.Pipeline.Sample;
using SafetyAnalytics.Pipeline.Waiting;
using SafetyAnalytics.Warehouse.Building;
using SafetyAnalytics.Warehouse.Publishing;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Pipeline;

/// <summary>
/// The program <c>safety</c>: its verbs, options and exit codes, as the contract names them.
/// Results go to standard output, everything else to standard error.
/// </summary>
public sealed class SafetyCommand
{
    private readonly Conversation _say;
    private readonly TimeProvider _clock;

    private readonly Option<string> _data = new("--data") { Description = Messages.Of("option_data"), DefaultValueFactory = _ => "data", Recursive = true };
    private readonly Option<string?> _seeds = new("--seeds") { Description = Messages.Of("option_seeds"), Recursive = true };
    private readonly Option<string> _culture = new("--culture") { Description = Messages.Of("option_culture"), DefaultValueFactory = _ => "zh-CN", Recursive = true };
    private readonly Option<string?> _month = new("--month") { Description = Messages.Of("option_month") };
    private readonly Option<string?> _from = new("--from") { Description = Messages.Of("option_from") };
    private readonly Option<string?> _blankHazard = new("--blank-hazard") { Description = Messages.Of("option_blank_hazard") };
    private readonly Option<string?> _asOf = new("--as-of") { Description = Messages.Of("option_as_of") };
    private readonly Option<string?> _verify = PublishCommand.Verify();
    private readonly Argument<string[]> _paths = new("PATH") { Description = Messages.Of("argument_paths"), Arity = ArgumentArity.OneOrMore };

    private SafetyCommand(Conversation say, TimeProvider clock)
    {
        _say = say;
        _clock = clock;
        _blankHazard.AcceptOnlyFromAmong("wait", "visit");

        // Without this a misspelt option would be taken for one more file.
        _paths.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-') && !Path.Exists(token.Value)))
                result.AddError(Messages.Of("unknown_option", token.Value));
        });
    }

    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        if (SetCulture(args) is { } unsupported)
        {
            await error.WriteLineAsync(Messages.Of("bad_culture", unsupported));
            return (int)ExitCode.Usage;
        }

        if (output == Console.Out) Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var root = new SafetyCommand(new Conversation(output, error), clock).Root();
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            var verbs = string.Join(", ", parsed.RootCommandResult.Command.Subcommands.Select(verb => verb.Name));
            var problem = parsed.CommandResult.Command is RootCommand
                ? Messages.Of(parsed.UnmatchedTokens.Count > 0 ? "unknown_verb" : "no_verb", verbs, parsed.UnmatchedTokens is [var word, ..] ? word : "")
                : string.Join(' ', parsed.Errors.Select(fault => fault.Message).Distinct(StringComparer.Ordinal));
            await error.WriteLineAsync(Messages.Of("usage", problem.ReplaceLineEndings(" ")));
            return (int)ExitCode.Usage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }, cancellationToken);
    }

    /// <summary>Before anything is said: descriptions of verbs and options are words too.</summary>
    private static string? SetCulture(string[] args)
    {
        var place = Array.FindIndex(args, arg => arg == "--culture" || arg.StartsWith("--culture=", StringComparison.Ordinal));
        var name = place < 0 ? "zh-CN"
            : args[place].Contains('=', StringComparison.Ordinal) ? args[place].Split('=', 2)[1]
            : place + 1 < args.Length ? args[place + 1] : "";
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name is "en-US" ? "en-US" : "zh-CN");
        return name is "zh-CN" or "en-US" ? null : name;
    }

    private RootCommand Root()
    {
        var root = new RootCommand(Messages.Of("app"));
        foreach (var option in new Option[] { _data, _seeds, _culture }) root.Options.Add(option);
        root.Subcommands.Add(SampleVerb());
        root.Subcommands.Add(Verb("land", Land, _paths, _month, _from, _blankHazard));
        root.Subcommands.Add(Verb("build", BuildVerb, _asOf));
        root.Subcommands.Add(Verb("check", CheckVerb));
        root.Subcommands.Add(Verb("publish", PublishVerb, _verify));
        root.Subcommands.Add(Verb("run", RunVerb, _paths, _month, _from, _blankHazard));
        root.Subcommands.Add(Verb("status", StatusVerb));
        var (waiting, options) = (new WaitingCommand(_say, Data, Seeds), WaitingCommand.Options());
        root.Subcommands.Add(Verb("waiting", (parsed, token) => waiting.List(parsed, options, token), options.Export, options.Format));
        root.Subcommands.Add(Verb("template", (parsed, _) => waiting.Templates(parsed, options), options.Out));
        root.Subcommands.Add(new DecideCommand(_say, _clock, Data, Seeds, Replay).Verb());
        root.Subcommands.Add(new ScoreCommand(_say, _clock, Data, Seeds).Verb());
        root.Subcommands.Add(new BacktestCommand(_say, _clock, Data, Seeds).Verb());
        root.Subcommands.Add(new PlanCommand(_say, _clock, Data, Seeds).Verb());
        var match = new MatchCommand(_say);
        root.Subcommands.Add(Verb("match", match.Run, match.Symbols));
        root.Subcommands.Add(QueryVerb());
        var report = new ReportCommand(_say, Data, parsed => parsed.GetValue(_seeds));
        root.Subcommands.Add(Verb("report", report.Run, [.. report.Symbols]));
        var (restatement, asked) = (new RestatementCommand(_say, Data), RestatementCommand.Options());
        root.Subcommands.Add(Verb("restatement", (parsed, _) => restatement.List(parsed, asked), asked.Month, asked.Version, asked.Format));
        var (classify, texts) = (new ClassifyCommand(_say, Data, Seeds), ClassifyCommand.Options());
        root.Subcommands.Add(Verb("classify", (parsed, token) => classify.Classify(parsed, texts, token), texts.File, texts.Labels, texts.Out));
        return root;
    }

    private Command Verb(string name, Func<ParseResult, CancellationToken, ExitCode> act, params Symbol[] symbols)
    {
        var verb = new Command(name, Messages.Of("verb_" + name));
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument) verb.Arguments.Add(argument);
            else verb.Options.Add((Option)symbol);
        }

        verb.SetAction((parsed, token) => Task.FromResult((int)_say.Guard(() => act(parsed, token), Data(parsed))));
        return verb;
    }

    private Command SampleVerb()
    {
        var destination = new Option<string>("--out") { Description = Messages.Of("option_out"), Required = true };
        var months = new Option<int>("--months") { Description = Messages.Of("option_months"), DefaultValueFactory = _ => 24 };
        var seed = new Option<int>("--seed") { Description = Messages.Of("option_seed"), DefaultValueFactory = _ => 1 };
        var first = new Option<string>("--first-month") { Description = Messages.Of("option_first_month"), DefaultValueFactory = _ => "2022-05" };
        return Verb("sample", Write, destination, months, seed, first);

        ExitCode Write(ParseResult parsed, CancellationToken token)
        {
            var folder = Path.GetFullPath(parsed.GetValue(destination)!);
            var count = parsed.GetValue(months);
            if (count is < 1 or > SampleOptions.MonthsLimit) throw new PipelineException(ExitCode.Usage, Messages.Of("bad_range", "--months", 1, SampleOptions.MonthsLimit, count));
            if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) throw new PipelineException(ExitCode.Cannot, Messages.Of("out_not_empty", folder));
            var written = SampleWriter.Write(new SampleOptions { Out = new DirectoryInfo(folder), Months = count, Seed = parsed.GetValue(seed), FirstMonth = MonthOf(parsed.GetValue(first)!) }, cancellationToken: token);
            _say.Result(Messages.Of("sample_written", written.Files, folder));
            return ExitCode.Done;
        }
    }

    private Command QueryVerb()
    {
        var sql = new Argument<string>("SQL") { Description = Messages.Of("argument_sql") };
        var format = new Option<QueryFormat>("--format") { Description = Messages.Of("option_format"), DefaultValueFactory = _ => QueryFormat.Table };
        format.AcceptOnlyFromAmong("table", "csv", "json");
        return Verb("query", Ask, sql, format);

        ExitCode Ask(ParseResult parsed, CancellationToken token)
        {
            if (string.IsNullOrWhiteSpace(parsed.GetValue(sql))) throw new PipelineException(ExitCode.Usage, Messages.Of("query_failed", Messages.Of("empty_sql")));
            using var published = new PublishedDirectory(Data(parsed).Published);
            using var lease = published.Borrow();
            using var result = lease.Snapshot.Query(CallerScope.Everything, parsed.GetValue(sql)!, token);
            QueryOutput.Write(result, parsed.GetValue(format), _say.Output);
            return ExitCode.Done;
        }
    }

    private ExitCode Land(ParseResult parsed, CancellationToken token)
    {
        var data = Data(parsed);
        var settings = Settings(parsed);
        var seeds = Seeds(parsed);
        var files = Files(parsed);
        using var held = data.LockForWriting();
        var results = new Land(data, _clock, seeds) { OnRows = _say.OnRows }.Run(files, settings, _say.OnLanded, token);
        _say.LandSummary(results);
        var waits = _say.Waits([.. results.SelectMany(result => result.Waiting)]);
        return Worst(LandedExit(results), waits ? ExitCode.Waiting : ExitCode.Done);
    }

    private ExitCode BuildVerb(ParseResult parsed, CancellationToken token)
    {
        var data = Data(parsed);
        var asOf = AsOf(parsed);
        var seeds = Seeds(parsed);
        using var held = data.LockForWriting();
        return Told(new Build(data, seeds, _clock).Run(asOf, _say.OnStage, token));
    }

    private ExitCode CheckVerb(ParseResult parsed, CancellationToken token) => Told(new Check(Data(parsed)).Run(token));

    private ExitCode PublishVerb(ParseResult parsed, CancellationToken token)
    {
        var data = Data(parsed);
        if (parsed.GetResult(_verify) is not null) return new PublishCommand(_say).Check(data, parsed.GetValue(_verify), token);
        using var held = data.LockForWriting();
        return Told(new Publish(data, _clock).Run(token));
    }

    private ExitCode RunVerb(ParseResult parsed, CancellationToken token)
    {
        var data = Data(parsed);
        var settings = Settings(parsed);
        var seeds = Seeds(parsed);
        var files = Files(parsed);
        var result = new River(data, seeds, _clock) { OnRows = _say.OnRows }.Run(files, settings, _say.OnLanded, _say.OnStage, token);
        _say.LandSummary(result.Landed);
        var scored = result.Score is null ? ExitCode.Done : ScoreCommand.Told(_say, result.Score);
        return Worst(Worst(LandedExit(result.Landed), scored), Worst(Told(result.Build), Told(result.Published)));
    }

    /// <summary>What is landed, built and published anew, under one lock.</summary>
    private ExitCode Replay(ParseResult parsed, CancellationToken token)
    {
        var result = new River(Data(parsed), Seeds(parsed), _clock).Run([], new LandSettings(), onStage: _say.OnStage, cancellationToken: token);
        return Worst(Told(result.Build), Told(result.Published));
    }

    private ExitCode StatusVerb(ParseResult parsed, CancellationToken token) => _say.Status(new Status(Data(parsed)).Run(), Data(parsed), Seeds(parsed));

    private ExitCode Told(BuildResult result) => _say.Built(result) ? ExitCode.Waiting : ExitCode.Done;

    private ExitCode Told(IReadOnlyList<CheckResult> results) => _say.Checked(results) ? ExitCode.Waiting : ExitCode.Done;

    private ExitCode Told(PublishResult result)
    {
        var failed = _say.Checked(result.Checks);
        _say.Published(result);
        return failed ? ExitCode.Waiting : ExitCode.Done;
    }

    /// <summary>A file that cannot be read is a thing that cannot be done; among others that could, it waits.</summary>
    private static ExitCode LandedExit(IReadOnlyList<LandedFileResult> results)
    {
        var failed = results.Count(result => result.Outcome is LandOutcome.Refused or LandOutcome.Unreadable);
        if (failed == 0) return ExitCode.Done;
        return failed == results.Count ? ExitCode.Cannot : ExitCode.Waiting;
    }

    private static ExitCode Worst(ExitCode a, ExitCode b) => a > b ? a : b;

    private DataDirectory Data(ParseResult parsed) => new(parsed.GetValue(_data)!);

    private Seeds Seeds(ParseResult parsed)
    {
        var seeds = Warehouse.Building.Seeds.Load(parsed.GetValue(_seeds));
        foreach (var file in seeds.UnusedFiles) _say.Note(Messages.Of("seed_unused", file, string.Join(", ", seeds.Names)));
        _say.Reasons = Reasons.Of(seeds);
        return seeds;
    }

    private IReadOnlyList<string> Files(ParseResult parsed)
    {
        var paths = parsed.GetValue(_paths)!;
        var files = LedgerFiles.Of(paths);
        foreach (var path in files.PassedOver) _say.Note(Messages.Of("passed_over", path));
        if (files.Ledgers.Count == 0) throw new PipelineException(ExitCode.Cannot, Messages.Of("no_ledger_files", string.Join(", ", paths)));
        return files.Ledgers;
    }

    private LandSettings Settings(ParseResult parsed)
    {
        var from = parsed.GetValue(_from);
        if (from is not null && from.Trim().Length == 0) throw new PipelineException(ExitCode.Usage, Messages.Of("blank_from"));
        return new LandSettings(
            parsed.GetValue(_month) is { } month ? MonthOf(month) : null,
            from?.Trim(),
            parsed.GetValue(_blankHazard) switch { "visit" => true, "wait" => false, _ => null });
    }

    private static LedgerMonth MonthOf(string text) =>
        LedgerMonth.TryParse(text, out var month) ? month : throw new PipelineException(ExitCode.Usage, Messages.Of("bad_month", text));

    private DateOnly? AsOf(ParseResult parsed)
    {
        if (parsed.GetValue(_asOf) is not { } text) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new PipelineException(ExitCode.Usage, Messages.Of("bad_date", text));
    }
}
