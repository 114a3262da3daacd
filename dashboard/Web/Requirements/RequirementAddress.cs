using System.Globalization;
using System.Web;
using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Requirements;

/// <summary>Which requirements are shown, and about which one progress is being told: <c>requirements?month=2022-06&amp;department=应急办&amp;only=late&amp;tell=3</c>.</summary>
/// <param name="IsLateOnly">Those whose day has come and that nobody has said are done.</param>
/// <param name="Tell">The requirement's number; null for none.</param>
/// <param name="By">The department that tells.</param>
internal sealed record RequirementAddress(ReportMonth? Month, string? Department, bool IsLateOnly, int? Tell, string? By)
{
    public const string Page = "requirements";

    public static RequirementAddress Parse(string query)
    {
        var filter = Filter.Parse(query).Filter;
        var values = HttpUtility.ParseQueryString(query);
        int? tell = int.TryParse(values["tell"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return new(filter.Month, filter.Department, values["only"] == "late", tell, values["by"] is { Length: > 0 } by ? by : null);
    }

    public override string ToString()
    {
        var parameters = new List<KeyValuePair<string, string>>();
        if (IsLateOnly) parameters.Add(new("only", "late"));
        if (Tell is { } tell) parameters.Add(new("tell", tell.ToString(CultureInfo.InvariantCulture)));
        if (By is not null) parameters.Add(new("by", By));
        return Address.With(Page, new Filter { Month = Month, Department = Department }, [.. parameters]);
    }
}
