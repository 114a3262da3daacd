using System.Globalization;
using SafetyAnalytics.Charts.Drawing;
using SafetyAnalytics.Charts.Risk;
using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Pipeline.Intake;
using SafetyAnalytics.Pipeline.Risk;
using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Risk;

/// <summary>What this room gives to take away: a plan as a ledger to fill in, and the calibration as a picture.</summary>
internal static class PlanFiles
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet($"/{RiskAddress.Page}/plans/{{key}}.{{format:regex(^(xlsx|docx)$)}}", Plan);
        site.MapGet($"/{RiskAddress.Page}/calibration.svg", Calibration);
    }

    /// <summary>404: there is no such plan.</summary>
    private static IResult Plan(string key, string format, OneDoor door, HttpContext context)
    {
        var page = PageOf(context);
        if (Ask(door, (snapshot, scope) => snapshot.Plan(scope, key)) is not { } plan) return TypedResults.NotFound();
        // The ledger's own words come from the pipeline, in the culture of the thread.
        CultureInfo.CurrentUICulture = page.Culture;
        var sheet = SheetOf(plan, page);
        var content = new MemoryStream();
        sheet.Write(format is "docx" ? LedgerFormat.Docx : LedgerFormat.Xlsx, content);
        content.Position = 0;
        return TypedResults.File(content, format is "docx" ? Docx : Xlsx, SafeName.Of(sheet.FileName(format)));
    }

    /// <summary>404: nothing was scored on that day, or nothing could be back-tested.</summary>
    private static IResult Calibration(OneDoor door, HttpContext context)
    {
        var page = PageOf(context);
        var (address, _) = RiskAddress.Parse(context.Request.QueryString.Value ?? "");
        var figure = Ask(door, (snapshot, scope) => snapshot.Risk(scope, address.AsOf) is { } standing ? RiskFigures.Calibration(page.Wording, snapshot.Info, standing) : null);
        return figure is null ? TypedResults.NotFound() : TypedResults.Text(FigurePicture.Svg(figure, page.Wording), "image/svg+xml");
    }

    private static PlanSheet SheetOf(PlanStanding plan, PageCulture page) => new(plan.Head.Period, plan.Head.StartsOn, plan.Head.AsOf,
    [
        .. plan.Rows.Select(row => new PlanLine(
            row.Name, row.Address, row.Department, row.Community, [.. row.LookFor.Select(look => (look.Category, look.Probability))], row.PlanReasons, RiskWords.Reasons(page, row.ReasonsZh, row.ReasonsEn), row.ExpectedCount)),
    ]);

    private static T? Ask<T>(OneDoor door, Func<Snapshot, CallerScope, T?> question)
        where T : class
    {
        try
        {
            return door.Ask(question);
        }
        catch (SnapshotException)
        {
            return null;
        }
    }

    private static PageCulture PageOf(HttpContext context) => new(CultureChoice.Of(context, context.RequestServices.GetRequiredService<WebOptions>()));
}
