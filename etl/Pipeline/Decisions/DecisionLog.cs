using System.Security.Cryptography;
using System.Text;
using DuckDB.NET.Data;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>
/// What people decided, in <c>raw_decision</c>: appended, never changed. A decision is replayed by itself at the next build, over everything landed before and after it;
/// undoing one is another decision.
/// </summary>
public sealed class DecisionLog(DataDirectory data, Seeds seeds, TimeProvider clock)
{
    private const int IdLength = 8;

    /// <summary>Remembers decisions, all or none. Works before anything is landed, and about files that are not landed yet.</summary>
    /// <returns>As remembered, in the same order; each is later than the one before.</returns>
    /// <exception cref="DecisionRefusedException">One or more cannot be made; every fault is listed, and nothing was remembered.</exception>
    /// <exception cref="PipelineException">Another writer is busy (<see cref="PipelineException.IsBusy"/>).</exception>
    public IReadOnlyList<Decision> Append(IReadOnlyList<NewDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        using var held = data.LockForWriting();
        using var connection = RawDatabase.OpenForWriting(data);
        var made = Made(connection, decisions);
        connection.InOneTransaction(() =>
        {
            foreach (var decision in made) DecisionTable.Append(connection, decision);
        });
        return made;
    }

    /// <summary>Every decision ever made, in order, undone ones and undoings too.</summary>
    /// <exception cref="PipelineException">A writer does not let go of the raw tables.</exception>
    public IReadOnlyList<Decision> All() => DecisionTable.All(data);

    /// <summary>Those that hold: see <see cref="StandingDecisions"/>.</summary>
    /// <exception cref="PipelineException">A writer does not let go of the raw tables.</exception>
    public IReadOnlyList<Decision> Standing() => StandingDecisions.Of(All());

    private List<Decision> Made(DuckDBConnection connection, IReadOnlyList<NewDecision> decisions)
    {
        var all = DecisionTable.All(connection).ToList();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Thresholds.Of(seeds).TimeZone).Date);
        var rules = new DecisionRules(seeds, new RawLedgers(connection), today);
        var (made, faults) = (new List<Decision>(), new List<DecisionFault>());
        for (var i = 0; i < decisions.Count; i++)
        {
            try
            {
                made.Add(Remembered(rules.Read(decisions[i], all), decisions[i], all));
                all.Add(made[^1]);
            }
            catch (RefusedDecision e)
            {
                faults.Add(new DecisionFault(i, e.Message));
            }
        }

        return faults.Count == 0 ? made : throw new DecisionRefusedException(faults);
    }

    /// <summary>Gives it its time and its name. Each is later than all before, so that the latest is never in doubt, even within one microsecond.</summary>
    /// <param name="given">Names it: what was said, not what a landed file made of it, so that the name does not tell in which order things came.</param>
    private Decision Remembered(Decision decision, NewDecision given, IReadOnlyCollection<Decision> all)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        now = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
        var last = all.Select(one => one.DecidedAt).DefaultIfEmpty(DateTime.MinValue).Max();
        var dated = decision with { DecidedAt = now > last ? now : last.AddMicroseconds(1) };
        for (var attempt = 0; ; attempt++)
        {
            var id = IdOf(given, attempt);
            if (all.All(one => one.Id != id)) return dated with { Id = id };
        }
    }

    private static string IdOf(NewDecision given, int attempt) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{given} {attempt}"))))[..IdLength];
}
