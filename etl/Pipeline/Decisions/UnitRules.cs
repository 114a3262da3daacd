namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>What a decision about two spellings of units must be like. Spellings need not have landed yet.</summary>
internal static class UnitRules
{
    public static bool Knows(DecisionKind kind) => kind is >= DecisionKind.UnitSame and <= DecisionKind.UnitMoved;

    /// <exception cref="RefusedDecision">It cannot be made; the message says what would do.</exception>
    public static Decision Read(Decision draft, DateOnly today)
    {
        var (one, other) = (Spelling(draft.Detail.Unit), Spelling(draft.Detail.OtherUnit));
        if (one == other) throw new RefusedDecision(Messages.Of("decision_one_spelling", one.Name));
        if (draft.Kind is DecisionKind.UnitRenamed && one.Name == other.Name) throw new RefusedDecision(Messages.Of("decision_same_name", one.Name));
        if (draft.Kind is DecisionKind.UnitMoved && (other.Address is null || one.Address == other.Address)) throw new RefusedDecision(Messages.Of("decision_same_address", one.Name));
        var from = draft.Kind is DecisionKind.UnitRenamed or DecisionKind.UnitMoved ? EffectiveFrom.Checked(draft.Detail.From, today) : null;
        return draft with
        {
            FileSha256 = null, Sheet = null, RowNumber = null, ColumnName = null, Value = null, Seed = null, SeedKey = null,
            Detail = new DecisionDetail { Unit = one, OtherUnit = other, From = from },
        };
    }

    private static UnitSpelling Spelling(UnitSpelling? unit) => unit is { Name.Length: > 0 } ? unit : throw new RefusedDecision(Messages.Of("decision_no_unit"));
}
