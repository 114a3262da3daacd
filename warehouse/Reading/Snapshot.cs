using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>
/// The one door to a published snapshot: every figure, table, list and download asks here, and says for whom.
/// Read-only, unchanging, safe for any number of simultaneous callers. Borrow one from <see cref="PublishedDirectory"/>.
/// </summary>
public sealed class Snapshot : IDisposable
{
    private const string MetricColumns = "key, label_zh, label_en, unit, additive, direction, meaning, meaning_en, source, month_column, sql, numerator_sql, denominator_sql, undeterminable_sql";
    private const string LaterMetricColumns = "period_from, unit_from, size_sql, base_sql, reason_sql, empty_reason, spread";

    private static readonly string[] s_needed = ["metric", "mart_month", "mart_hazard", "fct_hazard_month", "mart_submission", "mart_ledger_file"];

    private readonly SnapshotDatabase _database;
    private readonly SnapshotCache _cache;
    private readonly MetricReading _metricReading;
    private readonly CheckReading _checkReading;
    private readonly MetricChangeReading _changeReading;
    private readonly StockReading _stockReading;
    private readonly HazardReading _hazardReading;
    private readonly SubmissionReading _submissionReading;
    private readonly SubmissionWallReading _wallReading;
    private readonly LedgerReading _ledgerReading;
    private readonly SnapshotShape _shape;
    private readonly MonthReading _monthReading;
    private readonly Lazy<DictionaryContent> _dictionary;
    private readonly HazardLifeReading _lifeReading;
    private readonly UnitReading _unitReading;
    private readonly UnitQuestionReading _questionReading;

    /// <param name="directory">The snapshot's own folder.</param>
    /// <exception cref="SnapshotUnreadableException">The folder lacks a file, or the file is not a warehouse of this layout.</exception>
    public Snapshot(string directory)
    {
        Info = SnapshotInfo.Read(directory);
        var file = Path.Combine(directory, "warehouse.duckdb");
        if (!File.Exists(file)) throw new SnapshotUnreadableException(file, "is missing");
        try
        {
            _database = new(file);
            _cache = new(_database);
            Metrics = _cache.Read($"select {MetricColumns}, {Later()} from metric", new(), MetricRow);
            _shape = new(_cache);
            _hazardReading = new(Info, _cache, _shape);
            Require();
        }
        catch (Exception fault) when (fault is DuckDBException or FormatException or InvalidOperationException)
        {
            _database?.Dispose();
            throw new SnapshotUnreadableException(file, $"is not a readable warehouse ({fault.Message})", fault);
        }

        _metricReading = new(Info, Metrics, _cache);
        _changeReading = new(Info, _metricReading, _cache);
        _checkReading = new(_cache);
        _stockReading = new(Info, _cache);
        _submissionReading = new(_cache);
        _wallReading = new(_cache);
        _ledgerReading = new(_cache);
        _monthReading = new(_cache);
        _dictionary = new(() => DictionaryContent.Read(Info.Name.Text, (sql, map) => _database.Read(sql, new(), map)));
        _lifeReading = new(_cache, _shape);
        _unitReading = new(_cache, _shape);
        _questionReading = new(_cache, _shape);
    }

    public SnapshotInfo Info { get; }

    /// <summary>Every number this snapshot defines.</summary>
    public IReadOnlyList<Metric> Metrics { get; }

    /// <exception cref="ArgumentException">A metric this snapshot does not define, or none, or a status filter.</exception>
    public MetricTable Measure(CallerScope scope, MetricQuery query) => _metricReading.Read(scope, query);

    /// <summary>What <see cref="Measure"/> asks, for a person to read and to try in a shell.</summary>
    public string MeasureSql(CallerScope scope, MetricQuery query) => _metricReading.Sql(scope, query);

    /// <summary>What <see cref="Stock"/> asks, for a person to read.</summary>
    public string StockSql(CallerScope scope, Filter filter) => _stockReading.Sql(scope, filter);

    /// <summary>What <see cref="RectificationDays"/> counts, for a person to read.</summary>
    public string RectificationDaysSql(CallerScope scope, Filter filter, ReportMonth month) => new RectificationDaysReading(_cache, _shape).Sql(scope, filter, month);

    /// <summary>What <see cref="Recurrence"/> asks, for a person to read.</summary>
    public string RecurrenceSql(CallerScope scope, Filter filter, ReportMonth month) =>
        RecurrenceReading.Sql(scope, filter, month, month.LastDay < Info.AsOf ? month.LastDay : Info.AsOf);

    /// <summary>Each number beside the period before (环比) and the same period last year (同比).</summary>
    /// <exception cref="ArgumentException">As <see cref="Measure"/>; or the snapshot is of before there were such comparisons.</exception>
    public MetricChangeTable Compare(CallerScope scope, MetricQuery query) => _changeReading.Read(scope, query);

    /// <summary>What the checks found, what failed first. Examples name rows, so they are for callers who may see every row.</summary>
    public IReadOnlyList<CheckRow> Checks(CallerScope scope) => scope.SeesEverything ? _checkReading.Results() : [.. _checkReading.Results().Select(check => check with { Examples = [] })];

    /// <summary>What the checks found in snapshots published before.</summary>
    public IReadOnlyList<PastCheck> CheckHistory() => _checkReading.History();

    /// <summary>One row per month from the filter's <see cref="Filter.From"/> to <see cref="Filter.To"/> (open ends: the snapshot's own), none left out.</summary>
    public IReadOnlyList<StockMonth> Stock(CallerScope scope, Filter filter) => _stockReading.Read(scope, filter);

    /// <summary>Who has reported for the month. Its only filters are the month and the scope: a ledger is not of one sector.</summary>
    public SubmissionMonth Submissions(CallerScope scope, ReportMonth month) => _submissionReading.Read(scope, month);

    /// <summary>Who has reported for which month, both ends included.</summary>
    public SubmissionWall Wall(CallerScope scope, ReportMonth from, ReportMonth to) => _wallReading.Read(scope, from, to);

    /// <summary>Every landed file that says something about that sender's month, the version that counts first.</summary>
    public IReadOnlyList<LedgerFileRow> Ledgers(CallerScope scope, string submitter, ReportMonth month) => _ledgerReading.Of(scope, submitter, month);

    /// <summary>The files received last, by upload, inbox or shell alike.</summary>
    public IReadOnlyList<LedgerFileRow> LatestLedgerFiles(CallerScope scope, int most) => _ledgerReading.Latest(scope, most);

    /// <returns>One per name the content came under; none when it never landed.</returns>
    public IReadOnlyList<LedgerFileRow> LedgerFile(CallerScope scope, string sha256) => _ledgerReading.WithContent(scope, sha256);

    /// <summary>What is wrong in one file, what waits first; at most <paramref name="most"/>.</summary>
    public IReadOnlyList<LedgerProblemRow> Problems(CallerScope scope, string sha256, int most) => _ledgerReading.Problems(scope, sha256, most);

    /// <summary>How many problems one file has.</summary>
    public long ProblemCount(CallerScope scope, string sha256) => _ledgerReading.ProblemCount(scope, sha256);

    /// <summary>What is wrong in all files of the filter, by sender, month and file.</summary>
    public IReadOnlyList<LedgerProblemRow> Problems(CallerScope scope, ProblemFilter filter) => _ledgerReading.Problems(scope, filter);

    /// <summary>Files with problems, those with most waiting first.</summary>
    /// <param name="page">From 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A page or page size under 1.</exception>
    public ProblemPage ProblemFiles(CallerScope scope, ProblemFilter filter, int page, int pageSize) => _ledgerReading.Files(scope, filter, page, pageSize);

    public ProblemChoices ProblemChoices(CallerScope scope) => _ledgerReading.Choices(scope);

    /// <summary>What stands in the cells of problems of some codes, what waits most first.</summary>
    public IReadOnlyList<ProblemText> ProblemTexts(CallerScope scope, IReadOnlyList<string> codes, int most) => _ledgerReading.Texts(scope, codes, most);

    /// <summary>Problems in whose cell, or in whose readings, a word stands.</summary>
    public ProblemText ProblemsWith(CallerScope scope, string word) => _ledgerReading.With(scope, word);

    /// <summary>Every month and how it stands, oldest first; none in a snapshot from before months were closed.</summary>
    public IReadOnlyList<MonthStanding> Months(CallerScope scope) => _monthReading.Standings(scope);

    /// <summary>What changed in a closed month since.</summary>
    /// <param name="version">Null: since its last closing.</param>
    /// <returns>Null when the month has no such closing.</returns>
    public MonthRestatement? Restatement(CallerScope scope, ReportMonth month, int? version = null) => _monthReading.Restatement(scope, month, version);

    /// <summary>A closed month's metrics as they were published at one closing, beside what is known now.</summary>
    public IReadOnlyList<PublishedNumber> Published(CallerScope scope, ReportMonth month, int version) => _monthReading.Published(scope, month, version);

    /// <summary>What was aimed at in a month, and what came of it.</summary>
    public IReadOnlyList<TargetStanding> Targets(CallerScope scope, ReportMonth month) => _monthReading.Targets(scope, month);

    /// <summary>What every table, column and metric means. The same for every caller: it holds no rows.</summary>
    public DictionaryContent Dictionary => _dictionary.Value;

    /// <exception cref="ArgumentException">A page or page size out of range.</exception>
    public HazardPage Hazards(CallerScope scope, HazardQuery query) => _hazardReading.Read(scope, query);

    /// <summary>A selection's rows in one piece, in the query's order whatever its page, at most <paramref name="most"/>.</summary>
    public HazardList HazardList(CallerScope scope, HazardQuery query, int most) => _hazardReading.List(scope, query, most);

    /// <summary>The high-risk periods that touch the days, by their first; none when the snapshot knows none.</summary>
    public IReadOnlyList<HighRiskPeriod> HighRiskPeriods(DateOnly from, DateOnly to) => new HighRiskPeriodReading(_cache, _shape).Read(from, to);

    /// <summary>How far the check list before a high-risk period is.</summary>
    /// <returns>Null when there is none.</returns>
    public CheckListState? CheckList(CallerScope scope, HighRiskPeriod period) => new CheckListReading(_cache, _shape).Read(scope, period);

    /// <summary>What stewards wrote at those days; it is about no one's rows, so everybody may read it.</summary>
    public IReadOnlyList<Annotation> Annotations(CallerScope scope, DateOnly from, DateOnly to) => new AnnotationReading(_cache, _shape).Read(from, to);

    /// <summary>How long the hazards rectified in the month took.</summary>
    public RectificationDays RectificationDays(CallerScope scope, Filter filter, ReportMonth month) => new RectificationDaysReading(_cache, _shape).Read(scope, filter, month);

    /// <summary>How long rectified hazards stay away, as known at the month's end.</summary>
    /// <returns>Null when the snapshot does not know recurrences.</returns>
    public RecurrenceCurve? Recurrence(CallerScope scope, Filter filter, ReportMonth month) =>
        new RecurrenceReading(_cache, _shape).Read(scope, filter, month, month.LastDay < Info.AsOf ? month.LastDay : Info.AsOf);

    /// <summary>Closings say what was done; a snapshot published before does not.</summary>
    public bool KnowsActions => _shape.Has("fct_closing", "corrective_action");

    /// <summary>Units whose hazards come back most often, over the closings of the filter's months as one period, the most first.</summary>
    public IReadOnlyList<RecurrentUnit> RecurrentUnits(CallerScope scope, Filter filter, int most) => new RecurrentUnitReading(_cache, Metrics).Read(scope, filter, most);

    /// <summary>Every hazard open, or overdue, at the month's end, the longest overdue first.</summary>
    /// <exception cref="ArgumentException">Another set than these two.</exception>
    public IReadOnlyList<MonthHazard> MonthHazards(CallerScope scope, Filter filter, ReportMonth month, HazardSet set) => new MonthHazardReading(_cache).Read(scope, filter, month, set);

    /// <summary>Units inspected and visits paid in the month, by sender.</summary>
    public IReadOnlyList<VisitCount> Visits(CallerScope scope, ReportMonth month) => new VisitReading(_cache, _shape).Read(scope, month);

    /// <summary>Every window that can be planned for, by its first day.</summary>
    public IReadOnlyList<HighRiskPeriod> Calendar() => HighRiskPeriods(DateOnly.MinValue, DateOnly.MaxValue);

    /// <summary>Scores of a day and how far they can be trusted.</summary>
    /// <param name="asOf">Null: the latest scoring.</param>
    /// <returns>Null: nothing was scored on that day, or the snapshot is of before there were scores.</returns>
    public RiskStanding? Risk(CallerScope scope, DateOnly? asOf = null) => new RiskReading(_cache, _shape).Read(scope, asOf);

    /// <summary>Days that were scored, the latest first.</summary>
    public IReadOnlyList<DateOnly> RiskDays() => new RiskReading(_cache, _shape).Days();

    /// <summary>Every check plan, the latest window first.</summary>
    public IReadOnlyList<PlanHead> Plans(CallerScope scope) => new PlanReading(_cache, _shape).Heads(scope);

    /// <summary>One check plan and what became of it.</summary>
    /// <returns>Null: no such plan, or nothing of it for this caller.</returns>
    public PlanStanding? Plan(CallerScope scope, string planKey) => new PlanReading(_cache, _shape).Read(scope, planKey);

    /// <summary>Targets, closing, restatements and requirements of the month, as far as the snapshot knows them.</summary>
    public SettledMonth Standing(CallerScope scope, ReportMonth month) => new SettledMonthReading(_cache, _shape).Read(scope, month);

    /// <summary>The plan's requirements, one row for each responsible department, as they stood at the month's end.</summary>
    public IReadOnlyList<RequirementStanding> Requirements(CallerScope scope, ReportMonth month) => new RequirementReading(_cache, _shape).Read(scope, month);

    /// <summary>One hazard's life, back to its cells.</summary>
    /// <returns>Null: no such hazard, not for this caller, or a snapshot of an earlier layout.</returns>
    public HazardLife? Life(CallerScope scope, string hazardKey) => _lifeReading.Read(scope, hazardKey);

    /// <summary>One unit: its names, hazards, recurrences and inspectors.</summary>
    /// <returns>Null: no such unit, nothing of it for this caller, or a snapshot of an earlier layout.</returns>
    public UnitPage? Unit(CallerScope scope, string unitKey) => _unitReading.Read(scope, unitKey);

    /// <summary>Keys change with what is known; a ledger's row does not.</summary>
    /// <returns>The hazard it shows today; null: none, or not for this caller.</returns>
    public string? HazardAt(CallerScope scope, LedgerItem item) => _lifeReading.KeyAt(scope, item);

    /// <returns>The unit that this spelling means today; null: none, or not for this caller.</returns>
    public string? UnitSpelled(CallerScope scope, string name, string? address) => _unitReading.KeyOf(scope, name, address);

    /// <summary>Units in whose name or address a text stands, those with most hazards first.</summary>
    public IReadOnlyList<UnitChoice> UnitsCalled(CallerScope scope, string text, int most) => _unitReading.Called(scope, text, most);

    /// <summary>What the decisions about units do today, by their ids; see <see cref="DecisionRow.Outcome"/>.</summary>
    public IReadOnlyDictionary<string, string> UnitOutcomes(CallerScope scope) => scope.SeesEverything ? _unitReading.Outcomes() : new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The linking of units asks where it cannot tell; a snapshot of before that does not.</summary>
    public bool AsksAboutUnits => _questionReading.IsAsking;

    /// <summary>Spellings that may be one unit, the likeliest first; none for who may not see every row.</summary>
    /// <param name="page">From 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A page or page size under 1.</exception>
    public UnitQuestionPage UnitQuestions(CallerScope scope, UnitQuestionFilter filter, int page, int pageSize) => _questionReading.Read(scope, filter, page, pageSize);

    /// <summary>The members of a dimension that have ever had a row, Chinese by pinyin; months newest last.</summary>
    public IReadOnlyList<string> Members(CallerScope scope, Dimension dimension)
    {
        var column = MetricSql.Column(dimension);
        var question = new Question().Slice(scope, Filter.None);
        if (dimension is Dimension.Unit) return _cache.Read($"select distinct unit_key from mart_hazard {question.Where} order by unit_key", question, reader => reader.GetString(0));
        return _cache.Read($"select distinct {column} from mart_month {question.Where} order by {column} collate zh", question, reader => reader.GetString(0));
    }

    /// <summary>A caller's own SQL, one statement. It can write nothing and reach no file but this snapshot.</summary>
    /// <exception cref="QueryRefusedException">The scope has row filters, or the engine refused the statement.</exception>
    public RawResult Query(CallerScope scope, string sql, CancellationToken cancellation = default)
    {
        if (!scope.SeesEverything) throw new QueryRefusedException("Free SQL is for callers who may see every row.");
        return new(_database.Open(), sql, cancellation);
    }

    public void Dispose() => _database.Dispose();

    private void Require()
    {
        var known = _cache.Read("select table_name from duckdb_tables()", new(), reader => reader.GetString(0));
        if (s_needed.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } missing) throw new FormatException($"The table {missing} is not there.");
    }

    /// <summary>Columns that came later: null in a snapshot published before them, which stays readable.</summary>
    private string Later()
    {
        var known = _cache.Read("select column_name from duckdb_columns() where table_name = 'metric'", new(), reader => reader.GetString(0)).ToHashSet(StringComparer.Ordinal);
        return string.Join(", ", LaterMetricColumns.Split(", ").Select(column => known.Contains(column) ? column : $"null::varchar as {column}"));
    }

    private static Metric MetricRow(DuckDBDataReader reader)
    {
        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
        return new(reader.GetString(0), reader.GetString(1), reader.GetString(2), Unit(reader.GetString(3)), Additivity(reader.GetString(4)), Direction(reader.GetString(5)),
            reader.GetString(6), Text(7) ?? "", Identifier(reader.GetString(8)), Identifier(reader.GetString(9)), reader.GetString(10), Text(11), Text(12), Text(13))
        {
            PeriodFrom = Text(14), UnitFrom = Text(15), SizeSql = Text(16), BaseSql = Text(17), ReasonSql = Text(18), EmptyReason = Text(19), HasSoFar = Text(20) == "period",
        };
    }

    private static MetricUnit Unit(string word) => word switch
    {
        "count" => MetricUnit.Count,
        "percent" => MetricUnit.Percent,
        "days" => MetricUnit.Days,
        "ratio" => MetricUnit.Ratio,
        _ => throw new FormatException($"'{word}' is not a metric's unit."),
    };

    private static MetricAdditivity Additivity(string word) => word switch
    {
        "additive" => MetricAdditivity.Additive,
        "month_end" => MetricAdditivity.MonthEnd,
        "none" => MetricAdditivity.None,
        _ => throw new FormatException($"'{word}' is not a metric's additivity."),
    };

    private static MetricDirection Direction(string word) => word switch
    {
        "up" => MetricDirection.Up,
        "down" => MetricDirection.Down,
        "neutral" => MetricDirection.Neutral,
        _ => throw new FormatException($"'{word}' is not a metric's direction."),
    };

    private static string Identifier(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_')
            ? word
            : throw new FormatException($"'{word}' is not the name of a table or column.");
}
