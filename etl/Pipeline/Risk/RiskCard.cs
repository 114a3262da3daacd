using System.Globalization;
using System.Text;
using SafetyAnalytics.Learning.Risk.Examples;
using SafetyAnalytics.Learning.Risk.Judging;
using SafetyAnalytics.Learning.Risk.Models;

namespace SafetyAnalytics.Pipeline.Risk;

/// <summary>The model card as a page to read: data, cut-off, features, results, limits; in the culture of the thread.</summary>
internal static class RiskCard
{
    private static readonly string[] s_measures = ["auc", "average_precision", "log_loss", "brier", "calibration_error"];

    public static string Write(DateOnly asOf, int horizonDays, RiskHistory history, TrainingResult training, RiskModelFile models)
    {
        var page = new StringBuilder();
        void Line(string key, params object?[] values) => page.AppendLine(Messages.Of("card_" + key, values)).AppendLine();
        Line("title", Day(asOf), horizonDays);
        Line("question");
        Line("data", history.Visits.Count, history.Units.Count, history.Findings.Count, history.Categories.Count, history.Visits.Count > 0 ? Day(DateOnly.FromDayNumber(history.FirstDay)) : "—", Day(asOf));
        Line("examples", models.Pair.Examples, training.Plan.CutOffs.Count, training.Plan.HorizonDays);
        Line(models.Pair.IsThin ? "thin" : "chosen", models.Pair.Name, models.Any.Name, models.Major.Name, models.Count.Name);
        Line("features", string.Join(", ", Enum.GetNames<PairFeature>()), string.Join(", ", Enum.GetNames<UnitFeature>()));
        if (training.Pair.Rounds.Count > 0) Results(page, training);
        Line("limits");
        return page.ToString();
    }

    private static void Results(StringBuilder page, TrainingResult training)
    {
        page.AppendLine(Messages.Of("card_results", string.Join(", ", training.Pair.Rounds.Select(round => Day(DateOnly.FromDayNumber(round.Origin)))))).AppendLine();
        foreach (var question in training.Measures().Where(row => row.CutOff is null).GroupBy(row => row.Question))
        {
            page.Append("| ").Append(question.Key).Append(" | ").AppendJoin(" | ", s_measures).AppendLine(" |").Append('|').AppendJoin("|", Enumerable.Repeat("---", s_measures.Length + 1)).AppendLine("|");
            foreach (var order in question.GroupBy(row => row.Order))
            {
                var values = order.ToDictionary(row => row.Measure, row => row.Value, StringComparer.Ordinal);
                page.Append("| ").Append(order.Key).Append(" | ")
                    .AppendJoin(" | ", s_measures.Select(measure => values.TryGetValue(measure, out var value) && double.IsFinite(value) ? value.ToString("F3", CultureInfo.InvariantCulture) : "—"))
                    .AppendLine(" |");
            }

            page.AppendLine();
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
