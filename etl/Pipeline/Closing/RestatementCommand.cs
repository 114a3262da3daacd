using System.CommandLine;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Pipeline.Closing;

/// <summary>The verb <c>restatement</c>: what changed in a closed month since. Reads the snapshot, needs no lock.</summary>
internal sealed class RestatementCommand(Conversation say, Func<ParseResult, DataDirectory> data)
{
    public readonly record struct Symbols(Option<string> Month, Option<int?> Version, Option<QueryFormat> Format);

    public static Symbols Options()
    {
        var format = new Option<QueryFormat>("--format") { Description = Messages.Of("option_format"), DefaultValueFactory = _ => QueryFormat.Table };
        format.AcceptOnlyFromAmong("table", "csv", "json");
        return new Symbols(
            new Option<string>("--month") { Description = Messages.Of("option_restated_month"), Required = true },
            new Option<int?>("--version") { Description = Messages.Of("option_version") },
            format);
    }

    public ExitCode List(ParseResult parsed, Symbols options)
    {
        if (!ReportMonth.TryParse(parsed.GetValue(options.Month), out var month)) throw new PipelineException(ExitCode.Usage, Messages.Of("bad_month", parsed.GetValue(options.Month)));
        using var published = new PublishedDirectory(data(parsed).Published);
        using var lease = published.Borrow();
        var restatement = lease.Snapshot.Restatement(CallerScope.Everything, month, parsed.GetValue(options.Version)) ?? throw Absent(lease.Snapshot, month, parsed.GetValue(options.Version));
        RestatementOutput.Write(restatement, lease.Snapshot.Metrics, parsed.GetValue(options.Format), say.Output);
        return ExitCode.Done;
    }

    private static PipelineException Absent(Snapshot snapshot, ReportMonth month, int? version)
    {
        var months = snapshot.Months(CallerScope.Everything);
        var closings = months.FirstOrDefault(one => one.Month == month)?.Closings ?? [];
        if (version is not null && closings.Count > 0)
            return new PipelineException(ExitCode.Cannot, Messages.Of("no_such_version", month, version, string.Join(", ", closings.Select(closing => closing.Version))));
        if (months.Count > 0 && months.All(one => one.Month != month)) return new PipelineException(ExitCode.Cannot, Messages.Of("month_not_known", month, $"{months[0].Month}–{months[^1].Month}"));
        var closed = string.Join(", ", months.Where(one => one.Closings.Count > 0).Select(one => one.Month));
        return new PipelineException(ExitCode.Cannot, Messages.Of("month_never_closed", month, closed.Length == 0 ? "—" : closed));
    }
}
