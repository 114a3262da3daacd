namespace SafetyAnalytics.Learning.Categories.Model;

/// <summary>The voters, fitted on the same examples.</summary>
/// <param name="Linear">Also gives the reasons.</param>
/// <param name="Neighbours">Null: not worth the effort.</param>
internal sealed record Panel(LinearVoter Linear, IReadOnlyList<NetworkVoter> Networks, BayesVoter Bayes, NeighbourVoter? Neighbours)
{
    /// <summary>Fits both cores' worth at a time; what comes out does not depend on which is ready first.</summary>
    public static Panel Fit(Examples examples, int networks, Effort effort, CancellationToken cancellationToken)
    {
        LinearVoter? linear = null;
        BayesVoter? bayes = null;
        NeighbourVoter? neighbours = null;
        var nets = new NetworkVoter[networks];
        Action[] fits =
        [
            () => linear = LinearVoter.Fit(examples, effort.LinearPasses),
            .. Enumerable.Range(0, networks).Select<int, Action>(n => () => nets[n] = NetworkVoter.Fit(examples, seed: n + 1, effort.NetworkPasses, cancellationToken)),
            () => bayes = BayesVoter.Fit(examples),
            () => neighbours = effort.HasNeighbours ? NeighbourVoter.Fit(examples) : null,
        ];
        Parallel.Invoke(new ParallelOptions { CancellationToken = cancellationToken }, fits);
        return new Panel(linear!, nets, bayes!, neighbours);
    }

    /// <summary>One row of log shares a voter: linear, networks (their mean), Bayes, neighbours.</summary>
    public double[][] Votes(SparseRow row, int classes)
    {
        var votes = new double[PanelWeights.Voters][];
        for (var v = 0; v < votes.Length; v++) votes[v] = new double[classes];
        Linear.Vote(row, votes[0]);
        var one = new double[classes];
        foreach (var network in Networks)
        {
            network.Vote(row, one);
            for (var c = 0; c < classes; c++) votes[1][c] += one[c] / Networks.Count;
        }

        Bayes.Vote(row, votes[2]);
        Neighbours?.Vote(row, votes[3]);
        return votes;
    }
}

/// <summary>How much fitting a set of examples is worth: texts may be few and short, or many and long, the time stays about the same.</summary>
/// <param name="Folds">Parts of a cross-validation; 0: none.</param>
/// <param name="HasNeighbours">Whether each text's neighbours are looked up, which costs the most per text.</param>
internal sealed record Effort(int LinearPasses, int NetworkPasses, int Networks, int Folds, bool HasNeighbours)
{
    /// <summary>Above it, looking up neighbours costs more than it tells.</summary>
    private const long MostNeighbourCells = 8_000_000;

    /// <summary>For a few texts, learned without a trial and asked about millions: where it was compared, neither more networks nor neighbours told more (README).</summary>
    public static Effort Small { get; } = new(LinearPasses: 10, NetworkPasses: 10, Networks: 2, Folds: 0, HasNeighbours: false);

    /// <param name="cells">Features of all texts together; 12,000 texts of thirty characters have about 1.5 million.</param>
    public static Effort For(long cells) => new(
        LinearPasses: (int)Math.Clamp(25_000_000 / Math.Max(1, cells), 2, 7),
        NetworkPasses: (int)Math.Clamp(40_000_000 / Math.Max(1, cells), 2, 10),
        Networks: (int)Math.Clamp(14_000_000 / Math.Max(1, cells), 1, 4),
        Folds: cells < 500_000 ? 5 : cells < 4_000_000 ? 3 : 2,
        HasNeighbours: cells < MostNeighbourCells);
}
