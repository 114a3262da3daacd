using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;
using SafetyAnalytics.Learning.Risk.Examples;

namespace SafetyAnalytics.Learning.Risk.Models;

/// <summary>
/// ML.NET's learners, each with one thread and a seed, so that the same examples always teach the same. What they learn is taken out as plain numbers.
/// </summary>
public static class Learners
{
    private const int Seed = 20220501;

    /// <summary>Weight of the squares of the weights: of 1, 30 and 100, the best on Chicago's months up to 2013-10.</summary>
    private const float Ridge = 100;

    /// <param name="rows">Rows of <paramref name="examples"/> to learn from.</param>
    public static LogisticScorer Logistic(ExampleSet examples, IReadOnlyList<int> rows, Func<ExampleAbout, bool> label)
    {
        var (means, scales) = Spread(examples, rows);
        var standard = new LogisticScorer(means, scales, new double[examples.Width], 0);
        var ml = new MLContext(Seed);
        var trainer = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            L1Regularization = 0, L2Regularization = Ridge, NumberOfThreads = 1, OptimizationTolerance = 1e-4f, HistorySize = 20, MaximumNumberOfIterations = 100,
        });
        var model = trainer.Fit(View(ml, examples, rows, label, standard.Standard)).Model.SubModel;
        return standard with { Weights = [.. model.Weights.Select(weight => (double)weight)], Bias = model.Bias };
    }

    /// <summary>Logarithm of the number of hazards a visit finds, by Poisson regression over standardised features.</summary>
    public static LogisticScorer Poisson(ExampleSet examples, IReadOnlyList<int> rows)
    {
        var (means, scales) = Spread(examples, rows);
        var standard = new LogisticScorer(means, scales, new double[examples.Width], 0);
        var ml = new MLContext(Seed);
        var trainer = ml.Regression.Trainers.LbfgsPoissonRegression(new LbfgsPoissonRegressionTrainer.Options
        {
            LabelColumnName = nameof(LearningRow.Number), L1Regularization = 0, L2Regularization = 1, NumberOfThreads = 1, OptimizationTolerance = 1e-5f, HistorySize = 20, MaximumNumberOfIterations = 200,
        });
        var model = trainer.Fit(View(ml, examples, rows, about => about.Hazards > 0, standard.Standard)).Model;
        return standard with { Weights = [.. model.Weights.Select(weight => (double)weight)], Bias = model.Bias };
    }

    public static TreesScorer Trees(ExampleSet examples, IReadOnlyList<int> rows, Func<ExampleAbout, bool> label)
    {
        var ml = new MLContext(Seed);
        var trainer = ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
        {
            NumberOfIterations = 110,
            LearningRate = 0.065,
            NumberOfLeaves = 12,
            MinimumExampleCountPerLeaf = Math.Clamp(rows.Count / 200, 20, 200),
            NumberOfThreads = 1,
            Seed = Seed,
            Silent = true,
            HandleMissingValue = false,
            UseCategoricalSplit = false,
            Sigmoid = 1,
            Booster = new GradientBooster.Options { FeatureFraction = 0.6, SubsampleFraction = 0.8, SubsampleFrequency = 1, L2Regularization = 5 },
        });
        var ensemble = trainer.Fit(View(ml, examples, rows, label, (row, into) => row.CopyTo(into))).Model.SubModel.TrainedTreeEnsemble;
        var trees = ensemble.Trees.Select(Plain).ToArray();
        foreach (var tree in trees) FillUsual(tree, examples, rows);
        return new TreesScorer(trees, 1);
    }

    private static RiskTree Plain(RegressionTree tree) => new(
        [.. tree.LeftChild], [.. tree.RightChild], [.. tree.NumericalSplitFeatureIndexes], [.. tree.NumericalSplitThresholds], [.. tree.LeafValues], new double[tree.NumberOfNodes]);

    /// <summary>Sends a sample of the examples down the tree; the explanation needs each node's mean answer.</summary>
    private static void FillUsual(RiskTree tree, ExampleSet examples, IReadOnlyList<int> rows)
    {
        var counts = new int[tree.Usual.Length];
        var step = Math.Max(1, rows.Count / 1000);
        for (var at = 0; at < rows.Count; at += step)
        {
            var row = examples.Features(rows[at]);
            var answer = tree.Answer(row);
            for (var node = tree.Left.Length == 0 ? -1 : 0; node >= 0; node = tree.Next(row, node))
            {
                counts[node]++;
                tree.Usual[node] += answer;
            }
        }

        for (var node = 0; node < counts.Length; node++)
        {
            if (counts[node] > 0) tree.Usual[node] /= counts[node];
        }
    }

    private static (double[] Means, double[] Scales) Spread(ExampleSet examples, IReadOnlyList<int> rows)
    {
        var (sums, squares) = (new double[examples.Width], new double[examples.Width]);
        foreach (var row in rows)
        {
            var features = examples.Features(row);
            for (var i = 0; i < features.Length; i++)
            {
                sums[i] += features[i];
                squares[i] += features[i] * (double)features[i];
            }
        }

        var means = Array.ConvertAll(sums, sum => sum / rows.Count);
        var scales = squares.Select((square, i) => square / rows.Count - (means[i] * means[i])).Select(variance => variance > 1e-9 ? 1 / Math.Sqrt(variance) : 0).ToArray();
        return (means, scales);
    }

    private static IDataView View(MLContext ml, ExampleSet examples, IReadOnlyList<int> rows, Func<ExampleAbout, bool> label, FillRow fill)
    {
        var schema = SchemaDefinition.Create(typeof(LearningRow));
        schema[nameof(LearningRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, examples.Width);
        return ml.Data.LoadFromEnumerable(Rows(), schema);

        IEnumerable<LearningRow> Rows()
        {
            foreach (var row in rows)
            {
                var features = new float[examples.Width];
                fill(examples.Features(row), features);
                yield return new LearningRow { Features = features, Label = label(examples[row]), Number = examples[row].Hazards };
            }
        }
    }

    private delegate void FillRow(ReadOnlySpan<float> row, Span<float> into);

    private sealed class LearningRow
    {
        public float[] Features { get; set; } = [];

        public bool Label { get; set; }

        public float Number { get; set; }
    }
}
