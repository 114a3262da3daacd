using System.Globalization;

namespace SafetyAnalytics.Web.Shell;

/// <summary>The query parameter <c>culture</c> chooses and is remembered in a cookie; without either the web's own default holds. The browser's wish is not asked: Chinese comes first.</summary>
public static class CultureChoice
{
    public const string Name = "culture";

    public static CultureInfo Of(HttpContext context, WebOptions options) =>
        PageCulture.Find(context.Request.Query[Name]) ?? PageCulture.Find(context.Request.Cookies[Name]) ?? options.Culture;

    public static void Remember(HttpContext context)
    {
        if (PageCulture.Find(context.Request.Query[Name]) is not { } chosen) return;
        context.Response.Cookies.Append(Name, chosen.Name, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
    }
}
