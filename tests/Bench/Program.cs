using System.CommandLine;
using SafetyAnalytics.Bench;
using SafetyAnalytics.Bench.Crowd;
using SafetyAnalytics.Bench.Measuring;
using SafetyAnalytics.Bench.Quality;

var rows = new Option<int>("--rows") { Description = "Ledger rows of each generated set.", DefaultValueFactory = _ => 100_000 };
var only = new Option<string?>("--only") { Description = "Only the lines whose name contains this." };
var repeat = new Option<int>("--repeat") { Description = "How often each work is done; the table shows medians.", DefaultValueFactory = _ => 3 };
var relations = new Option<int>("--relations") { Description = "Instead of times: F1 of each relation of hazards across months, on so many sample seeds.", DefaultValueFactory = _ => 0 };
var months = new Option<int>("--months") { Description = "Months of the samples of --relations and --crowd.", DefaultValueFactory = _ => 9 };
var crowd = new Option<int>("--crowd") { Description = "Instead of times of the river: so many people on the overview at once, in a real browser.", DefaultValueFactory = _ => 0 };
var snapshots = new Option<int>("--snapshots") { Description = "New snapshots, one every ten seconds, while the crowd looks.", DefaultValueFactory = _ => 0 };
var serve = new Option<string?>("--serve") { Description = "Serves a data directory, or nothing, until the input ends.", Hidden = true };
var risk = new Option<DirectoryInfo?>("--risk-cutoffs") { Description = "Instead of times: how well risk scores foretell, on the ledgers and truth of this folder, at each cut-off." };
var cutOffs = new Option<DateOnly[]>("--cutoff") { Description = "Cut-offs of --risk-cutoffs.", DefaultValueFactory = _ => [new(2012, 8, 31), new(2012, 12, 31), new(2013, 4, 30), new(2013, 8, 31), new(2013, 12, 31)] };
var child = new Option<string?>("--child") { Description = "Does one work in this process and prints what it took.", Hidden = true };
var folder = new Option<DirectoryInfo?>("--folder") { Description = "Where the child finds its data.", Hidden = true };
rows.Validators.Add(result => AtLeastOne(result, rows));
repeat.Validators.Add(result => AtLeastOne(result, repeat));

var command = new RootCommand("Measures the river against floors, in one run on the same files.") { rows, only, repeat, relations, months, crowd, snapshots, risk, cutOffs, child, folder, serve };
command.SetAction(async parsed =>
{
    if (parsed.GetValue(serve) is { } data) await ServedSite.ServeAsync(data);
    else if (parsed.GetValue(crowd) is > 0 and var people) await CrowdBench.RunAsync(people, parsed.GetValue(snapshots), parsed.GetValue(months), Console.Out, Console.Error);
    else if (parsed.GetValue(child) is { } work) ChildProcess.Answer(work, parsed.GetValue(folder)!.FullName);
    else if (parsed.GetValue(relations) is > 0 and var seeds) RelationBench.Run(seeds, parsed.GetValue(months), Console.Out, Console.Error);
    else if (parsed.GetValue(risk) is { } ledgers) RiskBench.Run(ledgers.FullName, parsed.GetValue(cutOffs)!, Console.Out, Console.Error);
    else Benchmark.Run(parsed.GetValue(rows), parsed.GetValue(only), parsed.GetValue(repeat), Console.Out, Console.Error);
});
return await command.Parse(args).InvokeAsync();

static void AtLeastOne(System.CommandLine.Parsing.OptionResult result, Option<int> option)
{
    if (result.GetValue(option) < 1) result.AddError($"{option.Name} must be at least 1.");
}
