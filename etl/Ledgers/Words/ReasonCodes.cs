namespace SafetyAnalytics.Ledgers.Words;

/// <summary>The stable words for why something is odd, skipped or waiting. Each has its message and cure in the seed <c>reasons.csv</c>.</summary>
public static class ReasonCodes
{
    // Files and ledgers.
    public const string NoHeader = "no_header";
    public const string MissingColumn = "missing_column";
    public const string MonthConflict = "month_conflict";
    public const string NoMonth = "no_month";
    public const string SenderConflict = "sender_conflict";
    public const string NoSender = "no_sender";
    public const string UnknownSender = "unknown_sender";
    public const string EmptyTable = "empty_table";
    public const string BadSeed = "bad_seed";

    // Warnings about a file.
    public const string HiddenSheet = "hidden_sheet";
    public const string HiddenRows = "hidden_rows";
    public const string StruckRows = "struck_rows";
    public const string UnknownColumn = "unknown_column";
    public const string DuplicateColumn = "duplicate_column";
    public const string SubtotalMismatch = "subtotal_mismatch";
    public const string UnreadSheet = "unread_sheet";

    // Rows that carry nothing to load.
    public const string Title = "title";
    public const string Header = "header";
    public const string Blank = "blank";
    public const string Subtotal = "subtotal";
    public const string Signature = "signature";
    public const string ContinuationNote = "continuation_note";
    public const string Group = "group";
    public const string ZeroReport = "zero_report";
    public const string Note = "note";
    public const string DecidedSkip = "decided_skip";
    public const string HandBackNote = "hand_back_note";
    public const string TemplateLists = "template_lists";

    // Rows that wait or belong elsewhere.
    public const string NoUnit = "no_unit";
    public const string NoHazardText = "no_hazard_text";
    public const string DittoWithoutAntecedent = "ditto_without_antecedent";
    public const string PictureOnly = "picture_only";
    public const string Continuation = "continuation";

    // Issues of a row or a hazard.
    public const string Continued = "continued";
    public const string DateImprecise = "date_imprecise";
    public const string DateTrailingZero = "date_trailing_zero";
    public const string DateUnreadable = "date_unreadable";
    public const string DatesReversed = "dates_reversed";
    public const string Decided = "decided";
    public const string DueSeveral = "due_several";
    public const string DueUndeterminable = "due_undeterminable";
    public const string DueUnreadable = "due_unreadable";
    public const string FormulaError = "formula_error";
    public const string FoundOnFromRemark = "found_on_from_remark";
    public const string LevelUnreadable = "level_unreadable";
    public const string MeasuresShared = "measures_shared";
    public const string PersonalDataFound = "personal_data";
    public const string PhoneUnreadable = "phone_unreadable";
    public const string SeveralUnnumbered = "several_unnumbered";
    public const string StatusConflict = "status_conflict";
    public const string StatusUnreadable = "status_unreadable";
}
