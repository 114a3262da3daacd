using System.Globalization;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Recurrence;

/// <param name="Filter">From and to bound the months of rectification (null: the twelve up to the report month); the month (null: the last) is when it is looked at.</param>
public sealed record RecurrenceQuery(Filter Filter, CultureInfo Culture);

/// <summary>What comes back, where, how soon and after what, from one snapshot.</summary>
/// <param name="From">First month of the rectifications looked at.</param>
/// <param name="To">The last.</param>
/// <param name="Headlines">The rates over all these months as one period.</param>
/// <param name="Figures">Without those that have nothing to compare, in the page's order.</param>
public sealed record RecurrenceAnswer(SnapshotInfo Snapshot, ReportMonth Month, ReportMonth From, ReportMonth To, string Lead, IReadOnlyList<Overview.Headline> Headlines, IReadOnlyList<Figure> Figures, IReadOnlyList<RecurrentPlace> Places);

/// <summary>A unit where hazards of one category come back.</summary>
/// <param name="Share">Of what could be judged there.</param>
public sealed record RecurrentPlace(string UnitKey, string UnitName, string Category, string Count, string Share);
