namespace SafetyAnalytics.Ledgers.Office;

/// <summary>A reference from one part of an Office file to another.</summary>
/// <param name="Kind">Last word of the relationship's type (<c>worksheet, sharedStrings, styles, drawing, numbering, …</c>): the same in transitional and strict files.</param>
/// <param name="Part">The target as a part name: no leading slash, <c>..</c> resolved.</param>
internal sealed record Relationship(string Id, string Kind, string Part)
{
    public static Relationship Of(string source, string id, string type, string target) => new(id, type[(type.LastIndexOf('/') + 1)..], Resolve(source, target));

    private static string Resolve(string source, string target)
    {
        target = target.Replace('\\', '/');
        var steps = target.StartsWith('/') ? [] : source.Split('/').SkipLast(1).ToList();
        foreach (var step in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
            {
                if (steps.Count > 0) steps.RemoveAt(steps.Count - 1);
            }
            else if (step != ".")
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }
}
