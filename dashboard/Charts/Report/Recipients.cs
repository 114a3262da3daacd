using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Report;

/// <summary>Whom a report is for: the whole, one department or one community, each seen through the same definitions.</summary>
/// <param name="Name">Null for the whole.</param>
public sealed record Recipient(string? Name, CallerScope Scope)
{
    public static Recipient Whole { get; } = new(null, CallerScope.Everything);

    /// <summary>Departments and communities that ever had a hazard or sent a ledger, communities first, each by pinyin.</summary>
    public static IReadOnlyList<Recipient> All(Snapshot snapshot)
    {
        var communities = Named(snapshot, Dimension.Community);
        var departments = Named(snapshot, Dimension.Department);
        return [.. communities.Select(Community), .. departments.Except(communities, StringComparer.Ordinal).Select(Department), .. Senders(snapshot).Except(communities.Concat(departments), StringComparer.Ordinal).Select(Department)];
    }

    /// <returns>Null when nobody is called so.</returns>
    public static Recipient? Find(Snapshot snapshot, string name) => All(snapshot).FirstOrDefault(recipient => recipient.Name == name);

    private static Recipient Community(string name) => new(name, new CallerScope { Community = name });

    private static Recipient Department(string name) => new(name, new CallerScope { Department = name });

    private static IReadOnlyList<string> Named(Snapshot snapshot, Dimension dimension) => [.. snapshot.Members(CallerScope.Everything, dimension).Where(member => !UnknownMember.Is(member))];

    private static IEnumerable<string> Senders(Snapshot snapshot) => snapshot.Info is { FirstMonth: { } first, LastMonth: { } last }
        ? snapshot.Wall(CallerScope.Everything, first, last).Lines.Select(line => line.Submitter)
        : [];
}
