namespace SafetyAnalytics.Ledgers.Words;

/// <summary>The seeds by name.</summary>
internal sealed class SeedSet(Func<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> seed)
{
    public IEnumerable<SeedRow> this[string name] => seed(name).Select((row, index) => new SeedRow(name, index + 2, row));
}

/// <summary>Turns seed rows into what the words need, or says which row cannot be used and how to mend it.</summary>
internal static class LexiconSeeds
{
    public static Dictionary<string, LedgerColumn> Headers(SeedSet seeds)
    {
        var columns = new Dictionary<string, LedgerColumn>(StringComparer.Ordinal);
        foreach (var row in seeds["header_names"])
        {
            var column = Named<LedgerColumn>(row, "column", row.Required("column"));
            foreach (var name in row.List("names"))
                if (!columns.TryAdd(CellText.Squeeze(name), column) && columns[CellText.Squeeze(name)] != column)
                    throw row.Fault("names", $"'{name}' already names the column {SnakeCase.Of(columns[CellText.Squeeze(name)])}", "Give each name to one column.");
        }

        return columns;
    }

    public static StatusRule[] StatusRules(SeedSet seeds) =>
        [.. seeds["status_words"].Select(row => new StatusRule(Named<HazardStatus>(row, "status", row.Required("status")), row.Integer("order"), Pattern(row)))];

    public static WordPattern PatternOf(IEnumerable<StatusRule> rules, HazardStatus status) =>
        rules.FirstOrDefault(rule => rule.Status == status)?.Pattern ?? new WordPattern([]);

    public static List<DeadlineWord> DeadlineWords(SeedSet seeds)
    {
        var words = new List<DeadlineWord>();
        foreach (var row in seeds["deadline_words"])
        {
            var kind = Named<DueKind>(row, "kind", row.Required("kind").Split(':')[0]);
            var meaning = kind == DueKind.Event ? row.Required("kind").Split(':', 2) is [_, var period] ? period : row.Required("meaning") : "";
            words.AddRange(row.List("words").Select(word => new DeadlineWord(kind, CellText.Squeeze(word), meaning)));
        }

        return words;
    }

    public static HighRiskPeriods Periods(SeedSet seeds) =>
        new(seeds["high_risk_periods"].Select(Period));

    public static WorkingDays WorkingDays(SeedSet seeds)
    {
        var days = seeds["holidays"].ToLookup(row => row.Required("kind"), row => row.Date("date"), StringComparer.Ordinal);
        return new WorkingDays(days["off"].ToHashSet(), days["working_make_up"].ToHashSet());
    }

    public static Dictionary<string, string> DepartmentAliases(SeedSet seeds) =>
        Aliases(seeds["departments"].Where(row => row["kind"] != "group"), "department");

    public static Dictionary<string, IReadOnlyList<string>> DepartmentGroups(SeedSet seeds)
    {
        var members = seeds["departments"].Where(row => row["in_supervising_group"] == "yes").Select(row => row.Required("department")).ToArray();
        var groups = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var alias in Aliases(seeds["departments"].Where(row => row["kind"] == "group"), "department").Keys) groups[alias] = members;
        return groups;
    }

    public static Dictionary<string, string> CommunityAliases(SeedSet seeds) => Aliases(seeds["communities"], "community");

    /// <summary>A sender is known by its own name and by every alias its department or community has.</summary>
    public static Dictionary<string, string> SenderAliases(SeedSet seeds)
    {
        var senders = Aliases(seeds["submitters"], "submitter");
        var own = senders.Values.ToHashSet(StringComparer.Ordinal);
        foreach (var (alias, name) in DepartmentAliases(seeds).Concat(CommunityAliases(seeds)))
            if (own.Contains(name)) senders.TryAdd(alias, name);
        return senders;
    }

    /// <summary>Longest alias first.</summary>
    public static KeyValuePair<string, string>[] SectorAliases(SeedSet seeds) =>
        [.. Aliases(seeds["sectors"], "sector").OrderByDescending(pair => pair.Key.Length).ThenBy(pair => pair.Key, StringComparer.Ordinal)];

    public static HashSet<string> Reasons(SeedSet seeds) => seeds["reasons"].Select(row => row.Required("code")).ToHashSet(StringComparer.Ordinal);

    private static Dictionary<string, string> Aliases(IEnumerable<SeedRow> rows, string column)
    {
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var name = row.Required(column);
            foreach (var alias in row.List("aliases").Prepend(name))
                if (!aliases.TryAdd(CellText.Squeeze(alias), name) && aliases[CellText.Squeeze(alias)] != name)
                    throw row.Fault("aliases", $"'{alias}' already stands for {aliases[CellText.Squeeze(alias)]}", "Let each alias stand for one name.");
        }

        return aliases;
    }

    private static HighRiskPeriod Period(SeedRow row)
    {
        var period = new HighRiskPeriod(row.Required("period").Split('、', '|'), row["kind"] == HighRiskPeriods.AnyHoliday, row.Date("starts_on"), row.Date("ends_on"));
        return period.EndsOn >= period.StartsOn ? period : throw row.Fault("ends_on", $"'{row["ends_on"]}' is before the start", "Exchange starts_on and ends_on.");
    }

    private static WordPattern Pattern(SeedRow row)
    {
        try
        {
            return new WordPattern(row.List("words"));
        }
        catch (ArgumentException error)
        {
            throw row.Fault("words", $"an expression between slashes cannot be used ({error.Message})", "Mend or remove it.", error);
        }
    }

    private static T Named<T>(SeedRow row, string column, string value)
        where T : struct, Enum =>
        SnakeCase.Parse<T>(value) ?? throw row.Fault(column, $"'{value}' is not known", $"Write one of {string.Join(", ", Enum.GetValues<T>().Select(SnakeCase.Of))}.");
}
