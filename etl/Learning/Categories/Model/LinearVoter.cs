using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace SafetyAnalytics.Learning.Categories.Model;

/// <summary>Maximum entropy, fitted by ML.NET's dual coordinate ascent; afterwards plain weights, safe for many threads.</summary>
internal sealed class LinearVoter : IVoter
{
    /// <summary>L2, for texts scaled to length 1: chosen on invented ledgers (README) and the same for all.</summary>
    private const float Regularization = 3e-5f;

    private readonly float[] _weights;
    private readonly float[] _biases;

    private LinearVoter(float[] weights, float[] biases)
    {
        _weights = weights;
        _biases = biases;
    }

    public static LinearVoter Fit(Examples examples, int passes)
    {
        // With one category there is nothing to tell apart, and the trainer refuses.
        if (examples.Classes < 2) return new LinearVoter(new float[examples.Width], [0]);
        var ml = new MLContext(seed: 1);
        var schema = SchemaDefinition.Create(typeof(Example));
        schema[nameof(Example.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, examples.Width);
        schema[nameof(Example.Label)].ColumnType = new KeyDataViewType(typeof(uint), examples.Classes);
        var rows = examples.Rows.Select((row, i) => new Example { Label = (uint)examples.Labels[i], Features = new VBuffer<float>(examples.Width, row.Features.Length, row.Weights, row.Features) }).ToList();
        var trainer = ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(new SdcaMaximumEntropyMulticlassTrainer.Options
        {
            LabelColumnName = nameof(Example.Label),
            FeatureColumnName = nameof(Example.Features),
            L2Regularization = Regularization,
            L1Regularization = 0,
            MaximumNumberOfIterations = passes,
            ConvergenceTolerance = 0.01f,
            // One thread and one seed: the same labels give the same model, to the last digit.
            NumberOfThreads = 1,
        });
        var model = trainer.Fit(ml.Data.LoadFromEnumerable(rows, schema)).Model;
        VBuffer<float>[] byClass = [];
        model.GetWeights(ref byClass, out var count);
        var weights = new float[examples.Width * examples.Classes];
        for (var c = 0; c < count; c++)
        {
            foreach (var (feature, weight) in byClass[c].Items()) weights[(feature * examples.Classes) + c] = weight;
        }

        return new LinearVoter(weights, [.. model.GetBiases()]);
    }

    public void Vote(SparseRow row, Span<double> logShares)
    {
        for (var c = 0; c < logShares.Length; c++) logShares[c] = _biases[c];
        for (var i = 0; i < row.Features.Length; i++)
        {
            var at = row.Features[i] * logShares.Length;
            for (var c = 0; c < logShares.Length; c++) logShares[c] += row.Weights[i] * _weights[at + c];
        }

        LogShares.Normalise(logShares);
    }

    /// <summary>How much a feature speaks for a class rather than for the classes on average.</summary>
    public double Evidence(int feature, int category)
    {
        var weights = _weights.AsSpan(feature * _biases.Length, _biases.Length);
        var mean = 0.0;
        foreach (var weight in weights) mean += weight / _biases.Length;
        return weights[category] - mean;
    }

    private sealed class Example
    {
        public uint Label { get; set; }

        public VBuffer<float> Features { get; set; }
    }
}
