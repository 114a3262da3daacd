using System.Globalization;
using System.Text;
using SafetyAnalytics.Warehouse.Building;
using SafetyAnalytics.Warehouse.Tests.Building;

namespace SafetyAnalytics.Warehouse.Tests.Proof;

/// <param name="Day">Null where the ledger states none.</param>
internal sealed record Visit(Month Month, string Sender, string Unit, DateOnly? Day);

/// <param name="Received">The day the ledger came; null when it never did.</param>
internal sealed record Submission(string Sender, Month Month, DateOnly? Received);

/// <param name="Listed">On the roster as a listed enterprise.</param>
internal sealed record RosterUnit(string Name, bool Listed);

internal sealed record DutyReport(string Person, Month Month, int Inspected, int Urged, int Solved);

/// <summary>Everything random about one proof, as plain rows, and the ledgers and seeds that say the same.</summary>
internal sealed class ProofLedgers
{
    private static readonly string[] s_persons = ["A", "B", "C"];

    public ProofLedgers(int seed)
    {
        var dice = new Random(seed);
        Lives = new RandomLives(seed).All(45);
        Visits = [.. Enumerable.Range(0, 25).Select(_ =>
        {
            var month = RandomLives.First.Plus(dice.Next(RandomLives.Months));
            return new Visit(month, Any(RandomLives.Senders), Any(RandomLives.Units), dice.Next(2) == 0 ? month.First.AddDays(dice.Next(28)) : null);
        }), new Visit(RandomLives.Last, "应急办", "甲店", null), new Visit(RandomLives.First, "应急办", "甲店", null)];
        Submissions = [.. RandomLives.Senders.Append("市政办").SelectMany(sender => Months.Select(month => new Submission(
            sender,
            month,
            Lives.Any(life => life.Sender == sender && life.Told.Any(told => told.Month == month)) || Visits.Any(visit => visit.Sender == sender && visit.Month == month)
                ? month.Last.AddDays(dice.Next(2, 9))
                : null)))];
        Roster = [.. RandomLives.Units.Append("丁店").Select(unit => new RosterUnit(unit, dice.Next(2) == 0))];
        Duties = [.. s_persons.SelectMany(person => Months.Where(_ => dice.Next(3) > 0).Select(month => new DutyReport(person, month, dice.Next(4), dice.Next(4), dice.Next(4))))];

        T Any<T>(T[] from) => from[dice.Next(from.Length)];
    }

    public static IReadOnlyList<Month> Months { get; } = [.. Enumerable.Range(0, RandomLives.Months).Select(i => RandomLives.First.Plus(i))];

    public IReadOnlyList<Life> Lives { get; }

    public IReadOnlyList<Visit> Visits { get; }

    public IReadOnlyList<Submission> Submissions { get; }

    public IReadOnlyList<RosterUnit> Roster { get; }

    public IReadOnlyList<DutyReport> Duties { get; }

    /// <summary>The roster names a person for each listed enterprise: A, B, C in turn, the next one as supervising.</summary>
    public IReadOnlyList<string> Persons => [.. Roster.Where(unit => unit.Listed).SelectMany((_, i) => new[] { s_persons[i % 3], s_persons[(i + 1) % 3] }).Distinct(StringComparer.Ordinal)];

    public GivenLedgers Build() => new(Table(), seeds: SeedsOf());

    private string Table()
    {
        var table = new StringBuilder("file month sender row unit hazard relation status found rectified due level community category kind received\n");
        var rows = new Dictionary<(Month, string), int>();
        string File(Month month, string sender) => $"{month}{sender}";
        int Row(Month month, string sender) => rows[(month, sender)] = rows.GetValueOrDefault((month, sender)) + 1;
        string Received(Month month, string sender) => Day(Submissions.Single(one => one.Sender == sender && one.Month == month).Received);
        var lines = Lives
            .SelectMany(life => life.Told.Select((told, i) => (told.Month, life.Sender, Text: $"{life.Unit} {life.Key} {told.Relation} {told.Status} {(i == 0 ? Day(life.FoundOn) : "-")} {Day(told.Rectified)} {Day(told.Due)} {told.Level ?? "-"} {told.Community ?? "-"} {life.Category ?? "-"} hazard")))
            .Concat(Visits.Select(visit => (visit.Month, visit.Sender, Text: $"{visit.Unit} - - - {Day(visit.Day)} - - - - - visit")))
            .OrderBy(line => line.Month);
        foreach (var (month, sender, text) in lines)
            table.Append(CultureInfo.InvariantCulture, $"{File(month, sender)} {month} {sender} {Row(month, sender)} {text} {Received(month, sender)}\n");
        return table.ToString();
    }

    private Seeds SeedsOf()
    {
        var seeds = Seeds.Embedded();
        var from = RandomLives.First.ToString();
        return seeds
            .With(Rows(seeds["submitters"], [.. RandomLives.Senders.Append("市政办").Select(sender => new[] { ("submitter", sender), ("kind", "department"), ("expected_from", from) })]))
            .With(Rows(seeds["units"], [.. Roster.Select((unit, i) => new[]
            {
                ("unit_name", unit.Name), ("is_listed", unit.Listed ? "yes" : "no"),
                ("administrative_person", unit.Listed ? s_persons[ListedBefore(i) % 3] : ""), ("supervising_person", unit.Listed ? s_persons[(ListedBefore(i) + 1) % 3] : ""),
            })]))
            .With(Rows(seeds["duties"], [.. Duties.Select((duty, i) => new[]
            {
                ("duty_no", $"{i}"), ("person", duty.Person), ("month", duty.Month.ToString()),
                ("listed_inspected", $"{duty.Inspected}"), ("hazards_urged", $"{duty.Urged}"), ("problems_solved", $"{duty.Solved}"),
            })]));
    }

    private int ListedBefore(int index) => Roster.Take(index).Count(unit => unit.Listed);

    private static Seed Rows(Seed seed, IReadOnlyList<(string Column, string Cell)[]> rows) =>
        seed with { Rows = [.. rows.Select(row => seed.Columns.Select(column => row.FirstOrDefault(cell => cell.Column == column).Cell ?? "").ToArray())] };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";
}
