namespace SafetyAnalytics.Linking;

/// <summary>What one ledger item says about where its hazard stands. Everything up to <see cref="Open"/> counts as open.</summary>
public enum SightingState
{
    /// <summary>Nothing recognisable is said: not closed, therefore open.</summary>
    Unknown,

    /// <summary>Not started, ordered, in progress, partly mended or handed up.</summary>
    Open,

    /// <summary>A false alarm, or its object is gone.</summary>
    Cancelled,

    /// <summary>Said to be mended.</summary>
    Rectified,

    /// <summary>Checked again and found mended.</summary>
    Verified,
}

/// <summary>Where a sighting stands in its file; breaks ties in the order of rows and makes a sighting findable.</summary>
public sealed record SightingPosition(string FileSha256, string Sheet, int Row, int Item);

/// <summary>One hazard as one ledger item has it, before months are joined. Superseded versions of a ledger are not sightings.</summary>
/// <param name="UnitKey">The unit, linked before.</param>
/// <param name="Category">Null when unknown.</param>
/// <param name="Month">The ledger's month, <c>2022-06</c>.</param>
/// <param name="Submitter">Who sent the ledger; month and submitter together are one ledger, in however many files.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="Text">The hazard in the ledger's words; numbering and status words may still be in it.</param>
/// <param name="State">What the item says.</param>
/// <param name="FoundOn">Null unless a day is stated.</param>
/// <param name="RectifiedOn">Null unless a day is stated.</param>
/// <param name="VerifiedOn">Null unless a day is stated.</param>
public sealed record Sighting(
    string UnitKey,
    string? Category,
    string Month,
    string Submitter,
    SightingPosition Position,
    string Text,
    SightingState State,
    DateOnly? FoundOn = null,
    DateOnly? RectifiedOn = null,
    DateOnly? VerifiedOn = null);

/// <summary>What a sighting is to the hazard it belongs to. Text form: snake_case.</summary>
public enum SightingRelation
{
    /// <summary>The hazard is seen for the first time, open or already mended, and follows no other.</summary>
    New,

    /// <summary>Seen for the first time, and it follows a closed hazard of the same unit: see <see cref="LinkedSighting.RecurrenceOf"/>.</summary>
    Recurrent,

    /// <summary>Was open before this month, and is listed again, open or now closed.</summary>
    CarriedOver,

    /// <summary>Was closed and is open again within the rebound window (反弹): the same hazard.</summary>
    Reopened,

    /// <summary>Says nothing new: a closed row listed again, or the same row twice in one ledger.</summary>
    Repeated,

    /// <summary>Another submitter's ledger of the same month shows the hazard too.</summary>
    SameInOtherLedger,
}

/// <summary>A sighting with the hazard it was taken for.</summary>
/// <param name="Sighting">As given.</param>
/// <param name="HazardKey"><c>H</c> and 12 hexadecimal digits; equal keys are the same hazard.</param>
/// <param name="Relation">What the sighting is to that hazard.</param>
/// <param name="RecurrenceOf">The closed hazard this one follows; set only with <see cref="SightingRelation.Recurrent"/>.</param>
/// <param name="Similarity">Of this text and the hazard's earlier wording, or for a recurrence of the same object and defect the wording it follows; null when the hazard begins here.</param>
/// <param name="Step">Place in the hazard's life, from 1: the order in which its sightings are to be read.</param>
/// <param name="StateAfter">Where the hazard stands once this sighting is read; differs from the sighting's own state when that is old or outvoted.</param>
/// <param name="Rule">The rule that decided, in English, for people who ask why.</param>
public sealed record LinkedSighting(
    Sighting Sighting,
    string HazardKey,
    SightingRelation Relation,
    string? RecurrenceOf,
    double? Similarity,
    int Step,
    SightingState StateAfter,
    string Rule);
