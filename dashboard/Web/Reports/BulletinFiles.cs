using SafetyAnalytics.Charts.Report;
using SafetyAnalytics.Charts.Report.Phrasing;
using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Web.Shell;
using BulletinParts = SafetyAnalytics.Charts.Report.ReportFiles;

namespace SafetyAnalytics.Web.Reports;

/// <summary>
/// The month's bulletin to take away, made when asked for: the document, the workbook, or everything with every chart in one zip; and the bulletins of all recipients in one zip.
/// The shell's <c>report</c> makes the same bytes.
/// </summary>
internal static class BulletinFiles
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Zip = "application/zip";

    public static void Map(IEndpointRouteBuilder site) =>
        site.MapGet($"/{ReportAddress.Page}/bulletin/{{month}}/{{recipient}}.{{format:regex(^(docx|xlsx|zip)$)}}", File);

    /// <param name="recipient">A name of <see cref="Recipient.All"/>, <see cref="ReportAddress.Whole"/>, or <see cref="ReportAddress.Everybody"/>.</param>
    /// <param name="snapshot">Null: the current one.</param>
    /// <returns>404: no such month, recipient or snapshot. 422: the wording file cannot be used, and its faults in words.</returns>
    private static IResult File(string month, string recipient, string format, string? snapshot, PublishedDirectory published, WebOptions options, HttpContext context)
    {
        if (!ReportMonth.TryParse(month, out var read)) return TypedResults.NotFound();
        using var opened = Open(published, snapshot);
        if (opened is null || !(read >= opened.Snapshot.Info.FirstMonth && read <= opened.Snapshot.Info.LastMonth)) return TypedResults.NotFound();
        var culture = CultureChoice.Of(context, options);
        try
        {
            var wording = WordingFile.Load(options.Seeds, culture);
            MonthlyReport Of(Recipient one) => ReportReading.Read(opened.Snapshot, one, read, culture, wording);
            if (recipient == ReportAddress.Everybody) return format == "zip" ? OfEverybody(opened.Snapshot, Of, new PageCulture(culture), read, context.RequestAborted) : TypedResults.NotFound();
            var who = recipient == ReportAddress.Whole ? Recipient.Whole : Recipient.Find(opened.Snapshot, recipient);
            return who is null ? TypedResults.NotFound() : One(Of(who), format, context.RequestAborted);
        }
        catch (WordingException fault)
        {
            return TypedResults.Text(fault.Describe(culture), "text/plain; charset=utf-8", statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static IResult One(MonthlyReport report, string format, CancellationToken cancellationToken)
    {
        var name = $"{BulletinParts.Name(report)}.{format}";
        if (format == "zip") return TypedResults.File(BulletinParts.Zip(BulletinParts.Make(report, ReportFormats.All, null, cancellationToken)), Zip, name);
        var (formats, type) = format == "docx" ? (ReportFormats.Docx, Docx) : (ReportFormats.Xlsx, Xlsx);
        return TypedResults.File(BulletinParts.Make(report, formats, null, cancellationToken)[0].Content, type, name);
    }

    /// <summary>Document and workbook of each; who wants the charts too asks for one recipient's.</summary>
    private static IResult OfEverybody(Snapshot snapshot, Func<Recipient, MonthlyReport> of, PageCulture page, ReportMonth month, CancellationToken cancellationToken)
    {
        var files = new List<ReportFile>();
        foreach (var recipient in Recipient.All(snapshot).Prepend(Recipient.Whole)) files.AddRange(BulletinParts.Make(of(recipient), ReportFormats.Docx | ReportFormats.Xlsx, null, cancellationToken));
        return TypedResults.File(BulletinParts.Zip(files), Zip, page.Words.With("BulletinsZip", month));
    }

    private static SnapshotLease? Open(PublishedDirectory published, string? name)
    {
        try
        {
            return name is null ? published.Borrow() : SnapshotName.TryParse(name, out var known) ? published.Borrow(known) : null;
        }
        catch (SnapshotException)
        {
            return null;
        }
    }
}
