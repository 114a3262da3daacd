namespace SafetyAnalytics.Ledgers.Reading;

/// <summary>What stands around a row and speaks of it: the sheet's name, and the group row above, which is nearer and counts first.</summary>
/// <param name="Sector">Null when neither names one.</param>
/// <param name="SectorOrigin"><see cref="Sheet"/> or <see cref="GroupRow"/>; null without a sector.</param>
/// <param name="Community">Null when neither names one.</param>
/// <param name="CommunityOrigin">Likewise.</param>
internal sealed record RowContext(string? Sector, string? SectorOrigin, string? Community, string? CommunityOrigin)
{
    public const string Sheet = "sheet";
    public const string GroupRow = "group_row";

    public static RowContext None { get; } = new(null, null, null, null);

    public static RowContext OfSheet(string? sector, string? community) => new(sector, sector is null ? null : Sheet, community, community is null ? null : Sheet);

    /// <summary>Below a group row. One that names only a community parts a sector's rows by community; any other begins anew under the sheet's name.</summary>
    /// <param name="sheet">What the sheet's name says.</param>
    public RowContext Under(string? sector, string? community, RowContext sheet)
    {
        var of = community is not null && sector is null ? this : sheet;
        return new(
            sector ?? of.Sector,
            sector is null ? of.SectorOrigin : GroupRow,
            community ?? sheet.Community,
            community is null ? sheet.CommunityOrigin : GroupRow);
    }
}
