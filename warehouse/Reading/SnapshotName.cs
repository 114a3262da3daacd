using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>
/// The name of a published snapshot and of its folder: last month and twelve hex digits of its content, <c>2024-04-0123456789ab</c>.
/// Being made of these characters only, it cannot lead out of the published directory.
/// </summary>
public sealed partial record SnapshotName
{
    private SnapshotName(string text) => Text = text;

    public string Text { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out SnapshotName? name)
    {
        name = text is not null && Shape().IsMatch(text) ? new(text) : null;
        return name is not null;
    }

    public override string ToString() => Text;

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9a-f]{12}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Shape();
}
