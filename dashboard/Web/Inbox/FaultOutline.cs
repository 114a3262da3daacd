namespace SafetyAnalytics.Web.Inbox;

/// <summary>A fault as the log may have it: what broke and where, without messages. A message may quote a cell, and cells hold names and phones.</summary>
public static class FaultOutline
{
    public static string Of(Exception fault)
    {
        var kinds = new List<string?>();
        for (var each = fault; each is not null; each = each.InnerException) kinds.Add(each.GetType().FullName);
        return $"{string.Join(" < ", kinds)}\n{fault.StackTrace}";
    }
}
