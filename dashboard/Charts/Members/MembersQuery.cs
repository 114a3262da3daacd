using System.Globalization;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Members;

/// <param name="Of">Sector or community: whose members are ranked.</param>
/// <param name="Filter">Its month is the report month (null: the last), its from bounds the series (null: 24 months).</param>
/// <param name="By">The metric ranked and drawn by; one that <see cref="MembersReading.Metrics"/> does not have means the first.</param>
/// <param name="First">One of two members compared; null for none. So is <paramref name="Second"/>.</param>
public sealed record MembersQuery(Dimension Of, Filter Filter, string By, string? First, string? Second, CultureInfo Culture);

/// <summary>Everything the page of sectors or communities shows, from one snapshot.</summary>
/// <param name="Pair">Two members side by side; null when not two are asked for.</param>
/// <param name="Figures">Without those that have nothing to compare, in the page's order.</param>
/// <param name="Members">Whom the two can be chosen from.</param>
public sealed record MembersAnswer(SnapshotInfo Snapshot, ReportMonth Month, string Lead, Ranking Ranking, Pair? Pair, IReadOnlyList<Figure> Figures, IReadOnlyList<string> Members);

/// <summary>Members in the order of one metric, each number with how it moved.</summary>
/// <param name="Note">How it is to be read.</param>
public sealed record Ranking(string Title, string MemberTitle, IReadOnlyList<RankingColumn> Columns, IReadOnlyList<RankingRow> Rows, string Note);

/// <param name="Metric">The metric's key.</param>
/// <param name="Meaning">Its definition.</param>
public sealed record RankingColumn(string Metric, string Label, string Meaning, bool IsSorted);

/// <param name="IsUnknown">Stands for not knowing; it leads no ranking.</param>
/// <param name="Cells">One a column.</param>
public sealed record RankingRow(string Member, bool IsUnknown, IReadOnlyList<RankingCell> Cells);

/// <param name="Text">The number as people read it.</param>
/// <param name="Base">What it is out of; null for counts.</param>
/// <param name="Rows">The hazards behind it; null when they cannot be listed.</param>
/// <param name="Earlier">Against the month before; null when nothing can be said. So is <paramref name="LastYear"/>, a year before.</param>
public sealed record RankingCell(string Text, string? Base, HazardSelection? Rows, ChangeText? Earlier, ChangeText? LastYear);

/// <summary>Two members, number by number.</summary>
public sealed record Pair(string First, string Second, IReadOnlyList<PairRow> Rows);

/// <param name="IsFirstBetter">Null when they are equal, when neither way is good, or when one is unknown.</param>
public sealed record PairRow(RankingColumn Metric, RankingCell First, RankingCell Second, bool? IsFirstBetter);
