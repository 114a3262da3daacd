using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Overview;

/// <summary>What all figures of one overview have in common: the snapshot, the slice, the month, the culture.</summary>
/// <param name="Filter">The slice with its month set.</param>
internal sealed record Look(Snapshot Snapshot, Filter Filter, ReportMonth Month, Wording Wording)
{
    public HazardSelection Rows(HazardSet set, Filter? filter = null, OverdueAge? age = null) => new(filter ?? Filter, set, age);

    public FigureNotes Notes(string definition, double? count, long? undeterminable = null)
    {
        var words = Wording.Phrases;
        var info = Snapshot.Info;
        var asOf = Month == info.LastMonth ? info.AsOf : Month.LastDay;
        return new(
            words.With("NoteFilters", Slice),
            words.With("NoteDefinition", definition),
            words.With("NoteAsOf", Wording.Day(asOf)),
            words.With("NoteCount", Wording.Count(count)),
            undeterminable is > 0 ? words.With("NoteUndeterminable", Wording.Count(undeterminable)) : null,
            words.With("NoteSnapshot", info.Name));
    }

    /// <summary>The slice's members, in words.</summary>
    public string Slice
    {
        get
        {
            var members = new[] { Filter.Community, Filter.Sector, Filter.Department, Filter.Category, Filter.Level }.OfType<string>().Select(Wording.Member).ToArray();
            return members.Length == 0 ? Wording.Phrases["NoFilter"] : string.Join(Wording.Phrases["ListComma"], members);
        }
    }
}
