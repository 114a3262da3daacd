using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Reading;

/// <summary>Reads an entry's words into a row and its hazards, once the ledger's month is known.</summary>
internal sealed class ItemBuilder(Lexicon lexicon, Remembered words)
{
    /// <param name="month">The ledger's month; null when unsettled.</param>
    public (RowReading Row, List<ItemReading> Items) Build(DraftRow draft, int? partNumber, LedgerMonth? month)
    {
        var entry = new Entry(draft, words, lexicon);
        var issues = draft.Issues.Copy();
        issues.UnionWith(entry.Issues);
        var found = entry.FoundOn(month, issues);
        List<(ItemReading Item, Issues Issues)> items = draft.Kind == RowKind.Hazard ? Items(entry, draft, month, found, issues) : [];
        foreach (var (_, itemIssues) in items) issues.UnionWith(itemIssues);
        var isRead = draft.Kind is RowKind.Hazard or RowKind.Visit && entry.UnitName is not null;
        var kind = draft.Kind is RowKind.Hazard or RowKind.Visit && entry.UnitName is null ? RowKind.Waiting : draft.Kind;
        var reason = isRead ? draft.Reason : draft.Reason ?? ReasonCodes.NoUnit;
        var row = new RowReading(
            draft.SheetNumber,
            draft.Source.Number,
            partNumber,
            kind,
            reason,
            isRead ? Fingerprint.Of(draft.Values!) : null,
            isRead ? entry.UnitName : null,
            isRead ? entry.UnitAddress : null,
            isRead ? found : null,
            issues.Codes)
        {
            Places = Places(draft, reason, issues),
            Contacts = isRead ? entry.Contacts : UnitContacts.None,
            RemarkPieces = isRead && entry.Remark is { } remark ? words.RemarkPieces(remark) : [],
        };
        return (row, isRead ? [.. items.Select(item => item.Item)] : []);
    }

    /// <summary>Where the row's issues stand, and the cell that makes it wait.</summary>
    private static IReadOnlyList<CodePlace> Places(DraftRow draft, string? reason, Issues issues)
    {
        if (reason is not null && ReasonColumn(draft, reason) is { } column) issues.Add(reason, column);
        return issues.Places(draft.Header);
    }

    private static LedgerColumn? ReasonColumn(DraftRow draft, string reason) => reason switch
    {
        ReasonCodes.NoUnit => LedgerColumn.UnitName,
        ReasonCodes.NoHazardText => LedgerColumn.Hazard,
        ReasonCodes.DittoWithoutAntecedent => draft.ReasonColumn,
        _ => null,
    };

    private List<(ItemReading Item, Issues Issues)> Items(Entry entry, DraftRow draft, LedgerMonth? month, DateOnly? rowFound, Issues rowIssues)
    {
        var hazards = words.Items(entry.Hazard);
        var measures = Shares(entry.Measures, hazards.Count, words.Items);
        var deadlines = Shares(entry.Deadline, hazards.Count, HazardItems.SplitDeadline);
        var items = new List<(ItemReading, Issues)>(hazards.Count);
        for (var i = 0; i < hazards.Count; i++)
        {
            var issues = rowIssues.Copy();
            if (hazards.Count > 1 && measures is null && entry.Measures is not null) issues.Add(ReasonCodes.MeasuresShared, LedgerColumn.Measures);
            if (hazards.Count == 1 && HazardItems.MayBeSeveral(hazards[i])) issues.Add(ReasonCodes.SeveralUnnumbered, LedgerColumn.Hazard);
            var part = new ItemWords(hazards[i], measures?[i] ?? entry.Measures, deadlines?[i] ?? entry.Deadline);
            items.Add((Item(entry, draft, part, i + 1, month, rowFound, issues), issues));
        }

        return items;
    }

    /// <summary>One part for each hazard when the cell is numbered alike; null when it is not.</summary>
    private static IReadOnlyList<string>? Shares(string? text, int count, Func<string, IReadOnlyList<string>> split) =>
        text is not null && count > 1 && split(text) is { } parts && parts.Count == count ? parts : null;

    private ItemReading Item(Entry entry, DraftRow draft, ItemWords part, int number, LedgerMonth? month, DateOnly? found, Issues issues)
    {
        var status = entry.Status(part, issues);
        var rectified = entry.RectifiedOn(part, month, ref status, issues);
        var verified = entry.VerifiedOn(part, month, ref status, issues);
        var due = part.Deadline is null ? DueReading.None : words.Due(part.Deadline, found, month);
        if (due.Issue is { } issue) issues.Add(issue, LedgerColumn.Deadline);
        if (due.Due.On < found) issues.Add(ReasonCodes.DatesReversed, LedgerColumn.Deadline);
        if (rectified < found) issues.Add(ReasonCodes.DatesReversed, entry.PlaceOf(LedgerColumn.RectifiedOn));
        if (verified < rectified || verified < found) issues.Add(ReasonCodes.DatesReversed, entry.PlaceOf(LedgerColumn.Verified));
        return new ItemReading(
            draft.SheetNumber,
            draft.Source.Number,
            number,
            part.Hazard,
            part.Measures,
            status,
            due.Due,
            part.Deadline,
            found,
            rectified,
            verified,
            entry.HasPhone,
            entry.Departments,
            entry.ResponsibleText,
            entry.Community,
            entry.Sector,
            draft.Context.Sector,
            draft.Context.SectorOrigin,
            draft.Context.Community,
            draft.Context.CommunityOrigin,
            entry.Level(part.Hazard, issues),
            status == HazardStatus.Escalated ? EscalationWords.Read(part.Measures ?? "") ?? EscalationWords.Read(entry.Remark ?? "") : null,
            issues.Codes);
    }
}

/// <summary>What belongs to one hazard of a row.</summary>
internal sealed record ItemWords(string Hazard, string? Measures, string? Deadline);
