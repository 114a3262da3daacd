using SafetyAnalytics.Charts;
using SafetyAnalytics.Charts.Report;
using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Hazards;

/// <summary>The list a person looks at, whole, as a file: the same columns, order and rows. A snapshot has no personal data, so neither has the file.</summary>
internal static class HazardFiles
{
    // What an office program opens without complaint; the file says when there were more.
    private const int MostRows = 100_000;

    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/hazards.{format:regex(^(csv|xlsx)$)}", File);

    /// <summary>503: nothing is published.</summary>
    private static IResult File(string format, OneDoor door, HttpContext context)
    {
        var page = new PageCulture(CultureChoice.Of(context, context.RequestServices.GetRequiredService<WebOptions>()));
        var (address, _) = HazardAddress.Parse(context.Request.QueryString.Value ?? "");
        try
        {
            var (table, notes, snapshot) = door.Ask((opened, scope) =>
            {
                var list = opened.HazardList(scope, address.Asked, MostRows);
                return (Table(page, address, list), Notes(page, opened, address, list), opened.Info.Name.Text);
            });
            return format is "csv"
                ? TypedResults.File(TableFile.Csv(table, notes), "text/csv; charset=utf-8", $"hazards-{snapshot}.csv")
                : TypedResults.File(TableFile.Xlsx(table, notes, page.Culture), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"hazards-{snapshot}.xlsx");
        }
        catch (SnapshotException)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static ReportTable Table(PageCulture page, HazardAddress address, HazardList list)
    {
        string[] columns = ["Unit", "UnitAddress", "HazardText", "Category", "Level", "Status", "Department", "Community", "Sector", "FoundOn", "DueOn", "IsOverdue", "Source", "SourceSheet", "SourceRow"];
        return new("hazards", HazardWords.Set(page, address.Selection), [.. columns.Select(column => new ReportColumn(page.Words[column], column is "HazardText" ? 20 : 8))],
            [.. list.Rows.Select(row => (IReadOnlyList<ReportCell>)
            [
                ReportCell.Of(row.UnitName), ReportCell.Of(row.UnitAddress), ReportCell.Of(row.HazardText), ReportCell.Of(page.Wording.Member(row.Category)), ReportCell.Of(page.Wording.Member(row.Level)), ReportCell.Of(HazardWords.Status(page, row.Status)),
                ReportCell.Of(page.Wording.Member(row.Department)), ReportCell.Of(page.Wording.Member(row.Community)), ReportCell.Of(page.Wording.Member(row.Sector)), Found(row), Due(row), ReportCell.Of(row.IsOverdue ? page.Words["IsOverdue"] : null),
                ReportCell.Of(row.FirstFile), ReportCell.Of(row.FirstSheet), new(CellKind.Count, (double?)row.FirstRow, ""),
            ])],
            "");
    }

    private static ReportCell Found(HazardRow row) => row.FoundOn is { } day ? new(CellKind.Day, day, "") : ReportCell.Of(row.FoundMonth?.ToString());

    private static ReportCell Due(HazardRow row) => row.DueOn is { } day ? new(CellKind.Day, day, "") : ReportCell.Of(row.DueText);

    private static FigureNotes Notes(PageCulture page, Snapshot snapshot, HazardAddress address, HazardList list)
    {
        var words = page.Wording.Phrases;
        var filter = address.Selection.Filter;
        string[] members = [.. new[] { filter.Community, filter.Sector, filter.Department, filter.Category, filter.Level, filter.Status is { } status ? HazardWords.Status(page, status) : null, address.Selection.After, address.Selection.Text }.OfType<string>()];
        return new(
            words.With("NoteFilters", members.Length == 0 ? words["NoFilter"] : page.Wording.List(members)),
            words.With("NoteDefinition", HazardWords.Set(page, address.Selection)),
            words.With("NoteAsOf", page.Wording.Day(snapshot.Info.AsOf)),
            words.With("NoteCount", page.Wording.Count(list.Total)),
            list.Total > list.Rows.Count ? page.Words.With("ListCut", page.Wording.Count(list.Rows.Count)) : null,
            words.With("NoteSnapshot", snapshot.Info.Name));
    }
}
