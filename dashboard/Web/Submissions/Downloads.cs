using System.Globalization;
using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Ledgers.Templates;

namespace SafetyAnalytics.Web.Submissions;

/// <summary>What this room gives to take away: templates, hand-back copies, the list of what waits.</summary>
internal static class Downloads
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder site)
    {
        var room = site.MapGroup("/" + SubmissionAddress.Wall);
        room.MapGet("/templates/{kind:regex(^(plain|extended)$)}.{format:regex(^(xlsx|docx)$)}", Template);
    }

    private static IResult Template(string kind, string format, DecisionDesk decisions)
    {
        var seeds = decisions.Seeds;
        var (which, file) = (kind is "extended" ? TemplateKind.Extended : TemplateKind.Plain, format is "docx" ? LedgerFormat.Docx : LedgerFormat.Xlsx);
        var content = new MemoryStream();
        LedgerTemplate.Write(which, file, TemplateLists.From(name => seeds[name].Records), content);
        return File(content, LedgerTemplate.FileName(which, file));
    }

    private static IResult File(MemoryStream content, string name)
    {
        content.Position = 0;
        return TypedResults.File(content, TypeOf(name), name);
    }

    private static string TypeOf(string name) => Path.GetExtension(name).ToLower(CultureInfo.InvariantCulture) switch
    {
        ".xlsx" => Xlsx,
        ".docx" => Docx,
        _ => "application/octet-stream",
    };
}
