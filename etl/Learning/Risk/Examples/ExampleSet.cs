namespace SafetyAnalytics.Learning.Risk.Examples;

/// <summary>Examples of one kind: a row of features each, what it is about, and what later happened where that is known.</summary>
/// <param name="width">Features of a row.</param>
public sealed class ExampleSet(int width)
{
    private readonly List<float> _features = [];
    private readonly List<ExampleAbout> _about = [];

    public int Width { get; } = width;

    public int Count => _about.Count;

    public ExampleAbout this[int row] => _about[row];

    public ReadOnlySpan<float> Features(int row) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_features).Slice(row * Width, Width);

    public void Add(ReadOnlySpan<float> features, ExampleAbout about)
    {
        if (features.Length != Width) throw new ArgumentException($"A row has {Width} features, not {features.Length}.", nameof(features));
        _features.AddRange(features);
        _about.Add(about);
    }
}

/// <param name="Category">-1: about the unit as a whole.</param>
/// <param name="CutOff">Day number; nothing after it is in the features.</param>
/// <param name="OutcomeDay">Day of the unit's next visit within the horizon; 0: none, or not known yet.</param>
/// <param name="Hazards">What that visit found: hazards of the category, or of the unit.</param>
/// <param name="Majors">Major hazards among them.</param>
/// <param name="HasHistory">The unit had the category before; units: was visited before.</param>
/// <param name="BaseRate">The smoothed rate, the answer of last resort and a rival in every back-test.</param>
/// <param name="Naive">What the naive orders say, in the order of <see cref="Judging.NaiveOrders"/>.</param>
public sealed record ExampleAbout(int Unit, int Category, int CutOff, int OutcomeDay, int Hazards, int Majors, bool HasHistory, double BaseRate, double[] Naive, int VisitCount)
{
    /// <summary>Plain numbers for the reasons; only where scores are made.</summary>
    public ExampleFacts? Facts { get; init; }
}

/// <param name="TimesFound">The category at the unit, or hazards of the unit as a whole. Days are 0 when there is none.</param>
public sealed record ExampleFacts(int TimesFound, int LastFoundDay, int VisitCount, int LastVisitDay, int LastVisitHazards, int OpenCount, int OverdueCount, int ReturnCount, int MajorCount);
