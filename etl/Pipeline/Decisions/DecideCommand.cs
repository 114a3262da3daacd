using System.CommandLine;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>The verb <c>decide</c>: one subverb for each kind of decision, <c>list</c>, and many at once from a csv.</summary>
internal sealed class DecideCommand
{
    private const int DigitsShown = 12;

    private readonly Conversation _say;
    private readonly TimeProvider _clock;
    private readonly Func<ParseResult, DataDirectory> _data;
    private readonly Func<ParseResult, Seeds> _seeds;
    private readonly Func<ParseResult, CancellationToken, ExitCode> _replay;

    private readonly Option<string?> _who = new("--who") { Description = Messages.Of("option_who"), Recursive = true };
    private readonly Option<string?> _why = new("--why") { Description = Messages.Of("option_why"), Recursive = true };
    private readonly Option<bool> _now = new("--now") { Description = Messages.Of("option_now"), Recursive = true };
    private readonly Option<string?> _csv = new("--csv") { Description = Messages.Of("option_csv") };
    private readonly Option<string?> _sheet = new("--sheet") { Description = Messages.Of("option_sheet") };
    private readonly Option<int?> _row = new("--row") { Description = Messages.Of("option_row") };
    private readonly Option<string?> _column = new("--column") { Description = Messages.Of("option_column") };
    private readonly Option<string?> _community = new("--community") { Description = Messages.Of("option_community") };
    private readonly Option<string?> _department = new("--department") { Description = Messages.Of("option_department") };
    private readonly Option<string?> _value = new("--value") { Description = Messages.Of("option_value") };

    /// <param name="replay">Builds, checks and publishes: what <c>--now</c> asks for.</param>
    public DecideCommand(Conversation say, TimeProvider clock, Func<ParseResult, DataDirectory> data, Func<ParseResult, Seeds> seeds, Func<ParseResult, CancellationToken, ExitCode> replay) =>
        (_say, _clock, _data, _seeds, _replay) = (say, clock, data, seeds, replay);

    public Command Verb()
    {
        var verb = new Command("decide", Messages.Of("verb_decide"));
        foreach (var option in new Option[] { _who, _why, _now, _csv }) verb.Options.Add(option);
        var (file, month, sender, blank, row) = (Word("FILE"), Word("MONTH"), Word("SENDER"), Word("MEANING"), Word("MEANING"));
        var (metric, number) = (Word("METRIC"), Word("NUMBER"));
        var (seed, key, word, header, column, id) = (Word("SEED"), Word("KEY"), Word("WORD"), Word("HEADER"), Word("COLUMN"), Word("ID"));
        verb.Subcommands.Add(Sub("month", [file, month], [_sheet], parsed => OfFile(parsed, DecisionKind.FileMonth, file) with { Value = parsed.GetValue(month) }));
        verb.Subcommands.Add(Sub("sender", [file, sender], [_sheet], parsed => OfFile(parsed, DecisionKind.FileSender, file) with { Value = parsed.GetValue(sender) }));
        verb.Subcommands.Add(Sub("blank-hazard", [file, blank], [_sheet], parsed => OfFile(parsed, DecisionKind.FileBlankHazard, file) with { Value = parsed.GetValue(blank) }));
        verb.Subcommands.Add(Sub("ignore", [file], [], parsed => OfFile(parsed, DecisionKind.FileIgnored, file)));
        verb.Subcommands.Add(Sub("row", [file, row], [_sheet, _row], parsed => OfFile(parsed, DecisionKind.Row, file) with { Value = parsed.GetValue(row) }));
        verb.Subcommands.Add(Sub("cell", [file], [_sheet, _row, _column, _value], Cell));
        verb.Subcommands.Add(Sub("alias", [seed, key, word], [], parsed => Alias(parsed, parsed.GetValue(seed)!, parsed.GetValue(key)!, parsed.GetValue(word)!)));
        verb.Subcommands.Add(Sub("word", [seed, key, word], [_column], parsed => OfSeed(parsed, parsed.GetValue(seed)!, parsed.GetValue(key)!, parsed.GetValue(word)!) with { ColumnName = parsed.GetValue(_column) }));
        verb.Subcommands.Add(Sub("header", [header, column], [], parsed => OfSeed(parsed, "header_names", ColumnNamed(parsed, parsed.GetValue(column)!), parsed.GetValue(header)!)));
        verb.Subcommands.Add(Sub("month-close", [month], [], parsed => Made(parsed, DecisionKind.MonthClose) with { Value = parsed.GetValue(month) }));
        verb.Subcommands.Add(Sub("month-reopen", [month], [], parsed => Made(parsed, DecisionKind.MonthReopen) with { Value = parsed.GetValue(month) }));
        verb.Subcommands.Add(Sub("target", [metric, month, number], [_community, _department], parsed => TargetOf(parsed, parsed.GetValue(metric)!, parsed.GetValue(month)!, parsed.GetValue(number)!)));
        verb.Subcommands.Add(Sub("undo", [id], [], parsed => Made(parsed, DecisionKind.Undo) with { Undoes = parsed.GetValue(id) }));
        verb.Subcommands.Add(Act(new Command("list", Messages.Of("verb_decide_list")), (parsed, _) => List(parsed)));
        return Act(verb, FromCsv);

        NewDecision Cell(ParseResult parsed) => parsed.GetValue(_value) is { } value
            ? OfFile(parsed, DecisionKind.Cell, file) with { ColumnName = parsed.GetValue(_column), Value = value }
            : throw new PipelineException(ExitCode.Usage, Messages.Of("decision_no_value"));
    }

    private static Argument<string> Word(string name) => new(name) { Description = Messages.Of("argument_" + name.ToLowerInvariant()) };

    private Command Sub(string name, Argument<string>[] arguments, Option[] options, Func<ParseResult, NewDecision> read)
    {
        var verb = new Command(name, Messages.Of("verb_decide_" + name.Replace('-', '_')));
        foreach (var argument in arguments) verb.Arguments.Add(argument);
        foreach (var option in options) verb.Options.Add(option);
        return Act(verb, (parsed, token) => Append(parsed, [read(parsed)], token));
    }

    private Command Act(Command verb, Func<ParseResult, CancellationToken, ExitCode> act)
    {
        verb.SetAction((parsed, token) => Task.FromResult((int)_say.Guard(() => act(parsed, token), _data(parsed))));
        return verb;
    }

    private NewDecision Made(ParseResult parsed, DecisionKind kind) => new(kind, parsed.GetValue(_who) ?? Environment.UserName) { Why = parsed.GetValue(_why) };

    private NewDecision OfFile(ParseResult parsed, DecisionKind kind, Argument<string> file) => Made(parsed, kind) with
    {
        FileSha256 = ShaOf(parsed, parsed.GetValue(file)!),
        Sheet = parsed.GetValue(_sheet),
        RowNumber = parsed.GetValue(_row),
    };

    private NewDecision TargetOf(ParseResult parsed, string metric, string month, string number)
    {
        var (community, department) = (parsed.GetValue(_community), parsed.GetValue(_department));
        if (community is not null && department is not null) throw new PipelineException(ExitCode.Usage, Messages.Of("target_what"));
        return MonthTarget.Decided(Made(parsed, DecisionKind.Target), metric, month, community is not null ? "community" : department is not null ? "department" : "all", community ?? department ?? "", number);
    }

    private NewDecision OfSeed(ParseResult parsed, string seed, string key, string word) => Made(parsed, DecisionKind.Seed) with { Seed = seed, SeedKey = key, Value = word };

    /// <summary>A name may be given by another alias of it. A new name is made with <c>word</c>, so that a slip of the pen makes none.</summary>
    private NewDecision Alias(ParseResult parsed, string seed, string name, string alias)
    {
        var decision = OfSeed(parsed, seed, name, alias) with { ColumnName = "aliases" };
        var seeds = DecidedSeeds.Of(_data(parsed), _seeds(parsed));
        if (!SeedShape.IsList(seed, "aliases") || !seeds.Has(seed)) return decision;
        var named = seeds[seed].Records.FirstOrDefault(row => row.Values.First() is var own && (CellText.Squeeze(own) == CellText.Squeeze(name) || SeedList.Split(row["aliases"]).Any(known => CellText.Squeeze(known) == CellText.Squeeze(name))));
        return named is null
            ? throw new PipelineException(ExitCode.Usage, Messages.Of("decision_seed_key", name, seed, string.Join(", ", seeds[seed].Rows.Select(row => row[0]))))
            : decision with { SeedKey = named[seeds[seed].Columns[0]] };
    }

    /// <summary>A column by any of its names, or by its own word in the seed.</summary>
    private string ColumnNamed(ParseResult parsed, string column)
    {
        var seeds = DecidedSeeds.Of(_data(parsed), _seeds(parsed));
        return Lexicon.From(name => seeds[name].Records).Headers.Find(column) is { } known ? SnakeCase.Of(known) : column;
    }

    private string ShaOf(ParseResult parsed, string file) => RawDatabase.Read(_data(parsed), connection => FileByName.Find(connection, file));

    private ExitCode FromCsv(ParseResult parsed, CancellationToken token)
    {
        if (parsed.GetValue(_csv) is not { } path) throw new PipelineException(ExitCode.Usage, Messages.Of("decide_what", string.Join(", ", parsed.CommandResult.Command.Subcommands.Select(verb => verb.Name))));
        var lines = DecisionCsv.Read(path, file => ShaOf(parsed, file), parsed.GetValue(_who) ?? Environment.UserName);
        try
        {
            return Append(parsed, [.. lines.Select(line => line.Decision)], token);
        }
        catch (DecisionRefusedException e)
        {
            throw new PipelineException(ExitCode.Usage, string.Join('\n', e.Faults.Select(fault => Messages.Of("decision_line", path, lines[fault.Index].Line, fault.Message))), e);
        }
    }

    private ExitCode Append(ParseResult parsed, IReadOnlyList<NewDecision> decisions, CancellationToken token)
    {
        var data = _data(parsed);
        foreach (var decision in new DecisionLog(data, _seeds(parsed), _clock).Append(decisions))
        {
            var reach = DecisionReach.Of(data, decision);
            _say.Result(Messages.Of("decided", decision.Id, About(decision), reach.Files, reach.Rows));
        }

        if (parsed.GetValue(_now)) return _replay(parsed, token);
        _say.Note(Messages.Of("decided_next"));
        return ExitCode.Done;
    }

    private ExitCode List(ParseResult parsed)
    {
        var all = DecisionTable.All(_data(parsed));
        var undone = StandingDecisions.Undone(all);
        var standing = StandingDecisions.Of(all).Select(decision => decision.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var decision in all)
        {
            var state = undone.Contains(decision.Id) ? "decision_is_undone" : decision.Kind is DecisionKind.Undo || standing.Contains(decision.Id) ? "decision_stands" : "decision_is_replaced";
            _say.Result(string.Join("  ", new[] { decision.Id, decision.DecidedAt.ToString("u", System.Globalization.CultureInfo.InvariantCulture), Messages.Of(state), About(decision), decision.Who, decision.Why }.OfType<string>()));
        }

        return ExitCode.Done;
    }

    private static string About(Decision decision)
    {
        var place = string.Join(' ', new[] { decision.FileSha256?[..DigitsShown], decision.Sheet, decision.RowNumber?.ToString(System.Globalization.CultureInfo.InvariantCulture), decision.Seed, decision.SeedKey, decision.ColumnName, decision.Undoes }.OfType<string>());
        return $"{SnakeCase.Of(decision.Kind)} {place}" + (decision.Value is null ? "" : $" → {PersonalData.Mask(decision.Value, [])}");
    }
}
