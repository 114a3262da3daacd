using System.Globalization;
using System.IO.Compression;
using System.Text;
using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Ledgers.Templates;
using SafetyAnalytics.Pipeline.Intake;
using SafetyAnalytics.Pipeline.Waiting;
using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Submissions;

/// <summary>What this room gives to take away: templates, hand-back copies, the list of what waits. Names of downloads are made safe, whatever a sender called the file.</summary>
internal static class Downloads
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder site)
    {
        var room = site.MapGroup("/" + SubmissionAddress.Wall);
        room.MapGet("/templates/{kind:regex(^(plain|extended)$)}.{format:regex(^(xlsx|docx)$)}", Template);
        room.MapGet("/hand-back/{sha256:length(64)}", HandBackAsync);
        room.MapGet("/hand-back.zip", HandBacksAsync);
        room.MapGet("/waiting.csv", WaitingCsv);
    }

    private static IResult Template(string kind, string format, DecisionDesk decisions)
    {
        var seeds = decisions.Seeds;
        var (which, file) = (kind is "extended" ? TemplateKind.Extended : TemplateKind.Plain, format is "docx" ? LedgerFormat.Docx : LedgerFormat.Xlsx);
        var content = new MemoryStream();
        LedgerTemplate.Write(which, file, TemplateLists.From(name => seeds[name].Records), content);
        return File(content, LedgerTemplate.FileName(which, file));
    }

    /// <summary>One landed file, marked. 404: never landed, or nothing can read it. 503: another program writes.</summary>
    private static async Task<IResult> HandBackAsync(string sha256, HandBackDesk desk, HttpContext context)
    {
        var content = new MemoryStream();
        var (name, isBusy) = await desk.WriteAsync(sha256, content, PageOf(context).Culture, context.RequestAborted);
        return isBusy ? TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable) : name is null ? TypedResults.NotFound() : File(content, name);
    }

    /// <summary>Every file of a sender that has problems, as one zip. 404: there is none.</summary>
    private static async Task<IResult> HandBacksAsync(string? submitter, HandBackDesk desk, OneDoor door, HttpContext context)
    {
        if (string.IsNullOrWhiteSpace(submitter)) return TypedResults.NotFound();
        var contents = Ask(door, new(null, submitter, null, IsWaiting: false)).Select(problem => problem.Sha256).Distinct(StringComparer.Ordinal).ToList();
        var target = new MemoryStream();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var sha256 in contents)
            {
                using var content = new MemoryStream();
                var (name, isBusy) = await desk.WriteAsync(sha256, content, PageOf(context).Culture, context.RequestAborted);
                if (isBusy) return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
                if (name is null) continue;
                await using var entry = await zip.CreateEntry(Free(taken, name)).OpenAsync(context.RequestAborted);
                content.Position = 0;
                await content.CopyToAsync(entry, context.RequestAborted);
            }
        }

        return taken.Count == 0 ? TypedResults.NotFound() : File(target, SafeName.Of(submitter) + ".zip");
    }

    private static IResult WaitingCsv(OneDoor door, HttpContext context)
    {
        var page = PageOf(context);
        var isChinese = page.Culture.Equals(PageCulture.Chinese);
        var (address, _) = ProblemAddress.Parse(context.Request.QueryString.Value ?? "");
        var reasons = context.RequestServices.GetRequiredService<ReasonBook>();
        var problems = Ask(door, address.Filter).Select(problem => new WaitingProblem(
            problem.Sha256, problem.FileName, problem.Month?.ToString(), problem.Submitter, problem.Sheet, (int?)problem.RowNumber, problem.Cell, problem.ColumnName, problem.Code, problem.IsWaiting,
            problem.CellText, reasons.Label(page, problem.Code), isChinese ? problem.MessageZh : problem.MessageEn, isChinese ? problem.CureZh : problem.CureEn, problem.Readings));
        var target = new MemoryStream();
        using (var text = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true)) WaitingOutput.WriteCsv([.. problems], text);
        return File(target, "waiting.csv");
    }

    private static IReadOnlyList<LedgerProblemRow> Ask(OneDoor door, ProblemFilter filter)
    {
        try
        {
            return door.Ask((snapshot, scope) => snapshot.Problems(scope, filter));
        }
        catch (NoSnapshotException)
        {
            return [];
        }
    }

    private static PageCulture PageOf(HttpContext context) => new(CultureChoice.Of(context, context.RequestServices.GetRequiredService<WebOptions>()));

    private static string Free(HashSet<string> taken, string name)
    {
        var free = name;
        for (var i = 2; !taken.Add(free); i++) free = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(name)} ({i}){Path.GetExtension(name)}");
        return free;
    }

    private static IResult File(MemoryStream content, string name)
    {
        content.Position = 0;
        return TypedResults.File(content, TypeOf(name), name);
    }

    private static string TypeOf(string name) => Path.GetExtension(name).ToLower(CultureInfo.InvariantCulture) switch
    {
        ".xlsx" => Xlsx,
        ".xlsm" => "application/vnd.ms-excel.sheet.macroEnabled.12",
        ".docx" => Docx,
        ".zip" => "application/zip",
        ".csv" => "text/csv; charset=utf-8",
        _ => "application/octet-stream",
    };
}
