using System.CommandLine;
using System.Globalization;
using SafetyAnalytics.Charts.Drawing;
using SafetyAnalytics.Charts.Report;
using SafetyAnalytics.Charts.Report.Phrasing;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Pipeline.Reporting;

/// <summary>The verb <c>report</c>: the monthly report of one snapshot as files, for the whole, for one department or community, or for all of them.</summary>
internal sealed class ReportCommand(Conversation say, Func<ParseResult, DataDirectory> data, Func<ParseResult, string?> seeds)
{
    private const string Everybody = "all";

    private readonly Option<string> _month = new("--month") { Description = Messages.Of("option_report_month"), Required = true };
    private readonly Option<string?> _for = new("--for") { Description = Messages.Of("option_for") };
    private readonly Option<string> _out = new("--out") { Description = Messages.Of("option_out"), Required = true };
    private readonly Option<string?> _template = new("--template") { Description = Messages.Of("option_template") };
    private readonly Option<string?> _snapshot = new("--snapshot") { Description = Messages.Of("option_snapshot") };
    private readonly Option<string> _format = new("--format") { Description = Messages.Of("option_report_format"), DefaultValueFactory = _ => "docx,xlsx,png,svg" };

    public IReadOnlyList<Symbol> Symbols => [_month, _for, _out, _template, _snapshot, _format];

    public ExitCode Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var month = ReportMonth.TryParse(parsed.GetValue(_month), out var read) ? read : throw Usage("bad_month", parsed.GetValue(_month));
        var formats = Formats(parsed.GetValue(_format)!);
        var template = parsed.GetValue(_template) is { } path ? Template(path) : null;
        var folder = Path.GetFullPath(parsed.GetValue(_out)!);
        var culture = CultureInfo.GetCultureInfo(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en" ? "en-US" : "zh-CN");
        var wording = Wording(seeds(parsed), culture);
        using var published = new PublishedDirectory(data(parsed).Published);
        using var opened = Open(published, parsed.GetValue(_snapshot));
        var snapshot = opened.Snapshot;
        if (!(month >= snapshot.Info.FirstMonth && month <= snapshot.Info.LastMonth))
            throw new PipelineException(ExitCode.Cannot, snapshot.Info.FirstMonth is { } first ? Messages.Of("report_no_month", month, snapshot.Info.Name, first, snapshot.Info.LastMonth!) : Messages.Of("report_no_months", snapshot.Info.Name));

        var recipients = Recipients(snapshot, parsed.GetValue(_for)?.Trim());
        foreach (var recipient in recipients)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var report = Report(snapshot, recipient, month, culture, wording);
            var files = Files(report, formats, template, cancellationToken);
            if (recipients.Count == 1) foreach (var file in files) Write(folder, file);
            else Write(folder, new ReportFile(ReportFiles.Name(report) + ".zip", ReportFiles.Zip(files)));
        }

        Closing(snapshot, month, parsed.GetValue(_snapshot));
        return ExitCode.Done;
    }

    private static PipelineException Usage(string message, params object?[] values) => new(ExitCode.Usage, Messages.Of(message, values));

    private static ReportFormats Formats(string text)
    {
        var formats = ReportFormats.None;
        foreach (var word in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            formats |= word.ToUpperInvariant() switch
            {
                "DOCX" => ReportFormats.Docx,
                "XLSX" => ReportFormats.Xlsx,
                "PNG" => ReportFormats.Png,
                "SVG" => ReportFormats.Svg,
                _ => throw Usage("bad_report_format", word),
            };
        }

        return formats is ReportFormats.None ? throw Usage("bad_report_format", text) : formats;
    }

    private static byte[] Template(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new PipelineException(ExitCode.Cannot, Messages.Of("template_unreadable", path, e.Message), e);
        }
    }

    private static WordingFile Wording(string? folder, CultureInfo culture)
    {
        try
        {
            return WordingFile.Load(folder, culture);
        }
        catch (WordingException e)
        {
            throw new PipelineException(ExitCode.Usage, e.Describe(culture), e);
        }
    }

    private static SnapshotLease Open(PublishedDirectory published, string? name)
    {
        if (name is null) return published.Borrow();
        if (SnapshotName.TryParse(name, out var known) && published.Borrow(known) is { } lease) return lease;
        throw Usage("no_such_snapshot", name, string.Join(", ", Directory.EnumerateDirectories(published.DirectoryPath).Select(folder => Path.GetFileName(folder)).Where(folder => SnapshotName.TryParse(folder, out _)).Order(StringComparer.Ordinal)));
    }

    private static IReadOnlyList<Recipient> Recipients(Snapshot snapshot, string? name)
    {
        if (name is null) return [Recipient.Whole];
        var all = Recipient.All(snapshot);
        if (name == Everybody) return [Recipient.Whole, .. all];
        return Recipient.Find(snapshot, name) is { } one ? [one] : throw Usage("no_such_recipient", name, string.Join(", ", all.Select(recipient => recipient.Name)));
    }

    private static MonthlyReport Report(Snapshot snapshot, Recipient recipient, ReportMonth month, CultureInfo culture, WordingFile wording)
    {
        try
        {
            return ReportReading.Read(snapshot, recipient, month, culture, wording);
        }
        catch (WordingException e)
        {
            throw new PipelineException(ExitCode.Usage, e.Describe(culture), e);
        }
    }

    private IReadOnlyList<ReportFile> Files(MonthlyReport report, ReportFormats formats, byte[]? template, CancellationToken cancellationToken)
    {
        var missing = report.Figures.SelectMany(FigurePicture.NotCovered).Distinct(StringComparer.Ordinal).ToList();
        if (missing.Count > 0) say.Note(Messages.Of("letters_not_covered", string.Join(' ', missing)));
        try
        {
            return ReportFiles.Make(report, formats, template, cancellationToken);
        }
        catch (FormatException e) when (template is not null)
        {
            throw new PipelineException(ExitCode.Usage, Messages.Of("template_not_word", e.Message), e);
        }
    }

    /// <summary>Under its name only when it is whole.</summary>
    private void Write(string folder, ReportFile file)
    {
        var path = Path.Combine(folder, file.Path.Replace('/', Path.DirectorySeparatorChar));
        var partial = path + ".partial";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(partial, file.Content);
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PipelineException(ExitCode.Cannot, Messages.Of("out_not_writable", path, e.Message), e);
        }

        say.Result(path);
    }

    /// <summary>Says so when the month was closed under another snapshot than the one just read.</summary>
    private void Closing(Snapshot snapshot, ReportMonth month, string? asked)
    {
        if (asked is null && snapshot.Standing(CallerScope.Everything, month).ClosedSnapshot is { } closed && closed != snapshot.Info.Name.Text) say.Note(Messages.Of("report_closed_before", month, closed));
    }
}
