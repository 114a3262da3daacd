using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>What a decision must be like. Everything that can be known when it is made is told then: no build fails for a decision.</summary>
/// <param name="today">Where the office is: nothing can have happened after it.</param>
internal sealed class DecisionRules(Seeds seeds, RawLedgers raw, DateOnly today)
{
    private readonly Dictionary<string, LandedFile?> _files = new(StringComparer.Ordinal);
    private (int Words, HazardRules Rules)? _hazardRules;

    /// <param name="all">Those made before it.</param>
    /// <returns>The decision, still without name and time.</returns>
    /// <exception cref="RefusedDecision">It cannot be made; the message says what would do.</exception>
    public Decision Read(NewDecision given, IReadOnlyCollection<Decision> all)
    {
        var draft = Draft(given);
        if (draft.Who.Length == 0) throw new RefusedDecision(Messages.Of("decision_no_who"));
        if (PlanRules.Knows(draft.Kind)) return new PlanRules(Decided(all), today).Read(draft);
        if (UnitRules.Knows(draft.Kind)) return UnitRules.Read(draft, today);
        if (draft.Kind is not (DecisionKind.Seed or DecisionKind.Undo)) File(draft);
        if (HazardRules.Knows(draft.Kind)) return Hazard(draft, all);
        return draft.Kind switch
        {
            DecisionKind.FileMonth => Month(draft),
            DecisionKind.FileSender => Sender(draft),
            DecisionKind.FileBlankHazard => OneOf(draft, "visit", "wait"),
            DecisionKind.FileIgnored => draft with { Sheet = null, Value = null },
            DecisionKind.Row => Row(OneOf(draft, "skip", "visit")),
            DecisionKind.Cell => Cell(draft, all),
            DecisionKind.Seed => Seed(draft, all),
            _ => Undo(draft, all),
        };
    }

    private static Decision Draft(NewDecision given) => new(
        "", given.Kind, Trimmed(given.FileSha256)?.ToLowerInvariant(), Trimmed(given.Sheet), given.RowNumber, Trimmed(given.ColumnName), given.Was,
        given.Kind is DecisionKind.Cell ? given.Value ?? "" : Trimmed(given.Value), Trimmed(given.Seed), Trimmed(given.SeedKey), given.Who.Trim(), Trimmed(given.Why), default, Trimmed(given.Undoes))
    {
        Detail = given.Detail with
        {
            Other = given.Detail.Other is { } other ? other with { FileSha256 = other.FileSha256.Trim().ToLowerInvariant(), Sheet = Trimmed(other.Sheet) } : null,
            Unit = Trimmed(given.Detail.Unit), OtherUnit = Trimmed(given.Detail.OtherUnit), From = Trimmed(given.Detail.From), Subject = Trimmed(given.Detail.Subject),
            Month = Trimmed(given.Detail.Month), Department = Trimmed(given.Detail.Department), Community = Trimmed(given.Detail.Community), Evidence = Trimmed(given.Detail.Evidence),
        },
    };

    private static UnitSpelling? Trimmed(UnitSpelling? unit) => unit is null ? null : new UnitSpelling(unit.Name.Trim(), Trimmed(unit.Address));

    private static string? Trimmed(string? text) => text?.Trim() is { Length: > 0 } said ? said : null;

    private static void File(Decision draft)
    {
        if (draft.FileSha256 is not { Length: 64 } sha || !sha.All(char.IsAsciiHexDigitLower)) throw new RefusedDecision(Messages.Of("decision_no_file", draft.FileSha256));
    }

    private Decision Month(Decision draft)
    {
        if (!LedgerMonth.TryParse(draft.Value ?? "", out var month)) throw new RefusedDecision(Messages.Of("bad_month", draft.Value));
        Sheet(draft);
        return draft with { Value = month.ToString(), RowNumber = null, ColumnName = null };
    }

    private Decision Sender(Decision draft)
    {
        if (draft.Value is null) throw new RefusedDecision(Messages.Of("decision_no_sender"));
        Sheet(draft);
        return draft with { RowNumber = null, ColumnName = null };
    }

    private static Decision OneOf(Decision draft, params string[] values) =>
        values.Contains(draft.Value, StringComparer.Ordinal) ? draft : throw new RefusedDecision(Messages.Of("decision_not_one_of", draft.Value, string.Join(", ", values)));

    private Decision Row(Decision draft)
    {
        draft = OnItsOnlySheet(draft);
        Place(draft);
        return draft with { ColumnName = null };
    }

    private Decision Cell(Decision draft, IReadOnlyCollection<Decision> all)
    {
        if (draft.ColumnName is null) throw new RefusedDecision(Messages.Of("decision_no_column"));
        if (draft.Value!.Contains('\u001F', StringComparison.Ordinal)) throw new RefusedDecision(Messages.Of("decision_bad_text"));
        draft = OnItsOnlySheet(draft);
        var (sheet, row) = Place(draft);
        if (sheet is null || row is null) return draft;
        if (ColumnPlace.Of(draft.ColumnName!, sheet, row.Number, Headers(all)) is not { } column) throw new RefusedDecision(Messages.Of("decision_column_missing", draft.ColumnName, sheet.Name, row.Number));
        var says = column < row.Cells.Length ? row.Cells[column] : "";
        if (draft.Was is { } was && CellText.Squeeze(was) != CellText.Squeeze(says)) throw new RefusedDecision(Messages.Of("decision_was_differs", sheet.Name, row.Number, draft.ColumnName, was));
        return draft with { ColumnName = ColumnPlace.Letter(column), Was = says };
    }

    /// <summary>Where a file has but one sheet, nobody need say which.</summary>
    private Decision OnItsOnlySheet(Decision draft) =>
        draft.Sheet is null && Landed(draft.FileSha256!) is { Sheets: [var only] } ? draft with { Sheet = only.Name } : draft;

    /// <summary>The landed sheet and row; nulls when the file is not landed yet.</summary>
    private (LandedSheet? Sheet, LedgerRow? Row) Place(Decision draft)
    {
        if (draft.Sheet is null) throw new RefusedDecision(Messages.Of("decision_no_sheet"));
        if (draft.RowNumber is null or < 1) throw new RefusedDecision(Messages.Of("decision_no_row"));
        if (Sheet(draft) is not { } sheet) return (null, null);
        var row = sheet.Rows.FirstOrDefault(row => row.Number == draft.RowNumber)
            ?? throw new RefusedDecision(Messages.Of("decision_row_missing", sheet.Name, draft.RowNumber, sheet.Rows.Count == 0 ? 0 : sheet.Rows[^1].Number));
        return (sheet, row);
    }

    private LandedSheet? Sheet(Decision draft)
    {
        if (draft.Sheet is null || Landed(draft.FileSha256!) is not { } file) return null;
        return DecidedFiles.SheetCalled(file, draft.Sheet)
            ?? throw new RefusedDecision(Messages.Of("decision_sheet_missing", draft.Sheet, string.Join(", ", file.Sheets.Select(sheet => sheet.Name))));
    }

    /// <summary>Landed files are read once for many decisions, until one changes how they are read.</summary>
    private Decision Hazard(Decision draft, IReadOnlyCollection<Decision> all)
    {
        var words = all.Count(decision => decision.Kind <= DecisionKind.Undo);
        if (_hazardRules is not { } known || known.Words != words)
        {
            var standing = StandingDecisions.Of(all);
            var decided = DecidedSeeds.With(seeds, standing);
            var lexicon = Lexicon.From(name => decided[name].Records);
            known = (words, new HazardRules(decided, new LandedItems(raw, lexicon, DecidedFiles.Of(raw, standing, lexicon.Headers)), today));
            _hazardRules = known;
        }

        return known.Rules.Read(draft);
    }

    private Seeds Decided(IReadOnlyCollection<Decision> all) => DecidedSeeds.With(seeds, StandingDecisions.Of(all));

    private LandedFile? Landed(string sha)
    {
        if (_files.TryGetValue(sha, out var known)) return known;
        int[] ids = [.. raw.Readable.Where(file => file.Sha256 == sha).Select(file => file.FileId)];
        return _files[sha] = ids.Length == 0 ? null : raw.Read(ids)[0].File;
    }

    private HeaderNames Headers(IReadOnlyCollection<Decision> all)
    {
        var decided = Decided(all);
        return Lexicon.From(name => decided[name].Records).Headers;
    }

    private Decision Seed(Decision draft, IReadOnlyCollection<Decision> all)
    {
        if (draft.Seed is not { } name || !SeedShape.All.TryGetValue(name, out var shape)) throw new RefusedDecision(Messages.Of("decision_seed_unknown", draft.Seed, string.Join(", ", SeedShape.All.Keys.Order(StringComparer.Ordinal))));
        var columns = shape.Lists.Concat(shape.Values).ToList();
        var column = draft.ColumnName ?? shape.Lists[0];
        if (!columns.Contains(column, StringComparer.Ordinal)) throw new RefusedDecision(Messages.Of("decision_seed_column", column, name, string.Join(", ", columns)));
        if (draft.Value is not { } word || (SeedShape.IsList(name, column) && !SeedList.Split(word).SequenceEqual([word], StringComparer.Ordinal))) throw new RefusedDecision(Messages.Of("decision_word", draft.Value));
        var decided = DecidedSeeds.With(seeds, StandingDecisions.Of(all));
        var key = column == decided[name].Columns[0] ? word : draft.SeedKey;
        if (key is null || (shape.NewRow is null && decided[name].Rows.All(row => row[0] != key)))
            throw new RefusedDecision(Messages.Of("decision_seed_key", key, name, string.Join(", ", decided[name].Rows.Select(row => row[0]).Distinct(StringComparer.Ordinal))));
        var said = draft with { ColumnName = column, SeedKey = key, FileSha256 = null, Sheet = null, RowNumber = null };
        return DecidedSeeds.Fault(DecidedSeeds.Apply(decided, said)) is { } fault ? throw new RefusedDecision(Messages.Of("decision_seed_fault", fault)) : said;
    }

    private static Decision Undo(Decision draft, IReadOnlyCollection<Decision> all)
    {
        if (draft.Undoes is not { } id) throw new RefusedDecision(Messages.Of("decision_no_undo"));
        if (all.All(decision => decision.Id != id)) throw new RefusedDecision(Messages.Of("decision_unknown", id));
        if (StandingDecisions.Undone(all).Contains(id)) throw new RefusedDecision(Messages.Of("decision_undone", id));
        return draft;
    }
}

/// <summary>Why one decision cannot be made.</summary>
internal sealed class RefusedDecision(string message) : Exception(message);
