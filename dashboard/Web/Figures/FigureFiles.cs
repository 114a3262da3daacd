using System.Globalization;
using System.Text;
using SafetyAnalytics.Charts;
using SafetyAnalytics.Charts.Drawing;
using SafetyAnalytics.Charts.Members;
using SafetyAnalytics.Charts.Overview;
using SafetyAnalytics.Charts.Recurrence;
using SafetyAnalytics.Charts.Report;
using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Web.Members;
using SafetyAnalytics.Web.Overview;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Figures;

/// <summary>Figures as files: <c>figures/sectors/member-trend.png?month=2022-06</c> is made again from the address of its page, and carries title, filters, definition, as-of day and snapshot.</summary>
internal static class FigureFiles
{
    private const string Folder = "figures";
    private const string Front = "overview";

    // Two thousand pixels across: sharp on paper as wide as an official document's text, and on a projector.
    private const int Dpi = 300;

    public static IReadOnlyList<string> Formats { get; } = ["png", "svg", "csv", "xlsx"];

    public static void Map(IEndpointRouteBuilder site) => site.MapGet($"/{Folder}/{{page}}/{{key}}.{{format:regex(^(png|svg|csv|xlsx)$)}}", File);

    /// <summary>Relative to the site's base.</summary>
    public static string Address(PageView view, string key, string format, CultureInfo culture) =>
        Shell.Address.With($"{Folder}/{(view.Page.Length == 0 ? Front : view.Page)}/{key}.{format}", view.Filter, [.. view.Own, new(CultureChoice.Name, culture.Name)]);

    /// <summary>404: no such page, or it has no such figure for that address. 503: nothing is published.</summary>
    private static IResult File(string page, string key, string format, OneDoor door, HttpContext context)
    {
        var culture = new PageCulture(CultureChoice.Of(context, context.RequestServices.GetRequiredService<WebOptions>()));
        try
        {
            var (figure, snapshot) = door.Ask((opened, scope) => (Figures(page, context.Request.QueryString.Value ?? "", opened, scope, culture.Culture)?.FirstOrDefault(one => one.Key == key), opened.Info.Name.Text));
            return figure is null ? TypedResults.NotFound() : TypedResults.File(Content(figure, format, culture), TypeOf(format), $"{key}-{snapshot}.{format}");
        }
        catch (SnapshotException)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IEnumerable<Figure>? Figures(string page, string query, Snapshot snapshot, CallerScope scope, CultureInfo culture)
    {
        switch (page)
        {
            case Front:
                var overview = OverviewAddress.Parse(query);
                return OverviewReading.Read(snapshot, scope, new(overview.Filter, overview.Measure, culture))?.Figures;
            case "sectors" or "communities":
                var members = MembersAddress.Parse(query);
                var of = page == "sectors" ? Dimension.Sector : Dimension.Community;
                return MembersReading.Read(snapshot, scope, new(of, members.Filter, members.By, members.First, members.Second, culture))?.Figures;
            case "recurrence":
                return RecurrenceReading.Read(snapshot, scope, new(Filter.Parse(query).Filter, culture))?.Figures;
            default:
                return null;
        }
    }

    private static byte[] Content(Figure figure, string format, PageCulture page) => format switch
    {
        "png" => FigurePicture.Png(figure, page.Wording, Dpi),
        "svg" => Encoding.UTF8.GetBytes(FigurePicture.Svg(figure, page.Wording)),
        "csv" => TableFile.Csv(TableFile.Of(figure, page.Culture), figure.Notes),
        _ => TableFile.Xlsx(TableFile.Of(figure, page.Culture), figure.Notes, page.Culture),
    };

    private static string TypeOf(string format) => format switch
    {
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "csv" => "text/csv; charset=utf-8",
        _ => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
}
