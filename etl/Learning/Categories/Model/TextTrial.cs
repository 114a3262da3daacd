namespace SafetyAnalytics.Learning.Categories.Model;

/// <summary>What the labelled texts themselves say of how to join the votes and what to expect: each text is judged by voters that have not seen it, nor any text like it word for word.</summary>
internal sealed record TextTrial(PanelWeights Weights, Quality? Quality, double CertainFrom)
{
    /// <summary>Fewer are too few to choose weights by.</summary>
    private const int LeastTexts = 150;

    /// <summary>Where certainty cannot be measured, it takes this much.</summary>
    private const double UsualCertainFrom = 0.9;

    /// <summary>So many answers above the line, at least, before it is believed.</summary>
    private const int LeastCertain = 30;

    private const int FoldSeed = 20220601;

    public static TextTrial None { get; } = new(PanelWeights.Usual, null, UsualCertainFrom);

    public static TextTrial Of(Examples examples, string[] plainTexts, double[] usual, Effort effort, CancellationToken cancellationToken)
    {
        var fold = Folds(plainTexts, effort.Folds);
        if (plainTexts.Length < LeastTexts || examples.Classes < 2 || fold.Distinct().Count() < effort.Folds) return None;
        var votes = new double[plainTexts.Length][][];
        for (var f = 0; f < effort.Folds; f++)
        {
            var number = f;
            var panel = Panel.Fit(examples.Only([.. Enumerable.Range(0, fold.Length).Where(t => fold[t] != number)]), networks: 1, effort, cancellationToken);
            Parallel.For(0, fold.Length, new ParallelOptions { CancellationToken = cancellationToken }, t =>
            {
                if (fold[t] == number) votes[t] = panel.Votes(examples.Rows[t], examples.Classes);
            });
        }

        var weights = PanelWeights.Choose(votes, examples.Labels, usual);
        var joined = new double[examples.Classes];
        var answers = votes.Select(vote =>
        {
            weights.Join(vote, usual, joined);
            var best = LogShares.Best(joined);
            return (Best: best, Probability: Math.Exp(joined[best]));
        }).ToList();
        var judged = answers.Select((answer, t) => (answer.Probability, IsRight: answer.Best == examples.Labels[t])).ToList();
        return new TextTrial(weights, Model.Quality.Of(answers.Select(answer => answer.Best), examples.Labels, examples.Classes), CertainLine(judged));
    }

    /// <summary>The lowest probability above which answers are right as often as promised; above 1 when there is none.</summary>
    private static double CertainLine(IReadOnlyList<(double Probability, bool IsRight)> answers)
    {
        var (line, right, count) = (1.01, 0, 0);
        foreach (var (probability, isRight) in answers.OrderByDescending(answer => answer.Probability))
        {
            count++;
            if (isRight) right++;
            if (count >= LeastCertain && right >= TextModel.CertainPrecision * count) line = probability;
        }

        return line;
    }

    /// <summary>The same text always falls into the same part.</summary>
    private static int[] Folds(string[] plainTexts, int count)
    {
        var texts = plainTexts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        new Random(FoldSeed).Shuffle(texts);
        var fold = texts.Index().ToDictionary(text => text.Item, text => text.Index % count, StringComparer.Ordinal);
        return [.. plainTexts.Select(text => fold[text])];
    }
}
