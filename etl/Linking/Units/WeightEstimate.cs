namespace SafetyAnalytics.Linking.Units;

/// <summary>
/// Estimates the weights from the pairs at hand by expectation and maximisation: how surely each pair is one unit by the weights so far, then the weights from that, a few times over.
/// Prior weights stand for <see cref="Imagined"/> pairs, so that ten rows move them little and ten thousand much. What stewards answered counts as pairs that are sure.
/// </summary>
internal static class WeightEstimate
{
    private const double Imagined = 300;

    /// <summary>An answer weighs as many pairs: it is about a doubtful one.</summary>
    private const double Answer = 5;

    private const int Rounds = 8;

    /// <summary>More pairs than this make the estimate no better.</summary>
    private const int Most = 400_000;

    private const int RandomPairs = 200_000;

    /// <param name="pairs">Pairs of spelling numbers, with how they agree.</param>
    /// <param name="answered">Pairs a steward has decided.</param>
    public static void Fit(UnitWeights weights, Spelling[] all, ulong[] pairs, Agreements[] seen, IReadOnlyList<(int A, int B, bool IsSame)> answered)
    {
        FitChance(weights, all);
        var prior = new Tally(weights);
        var step = Math.Max(1, pairs.Length / Most);
        var sure = answered.Select(pair => (pair, Agreements.Of(all[pair.A], all[pair.B]))).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            var tally = new Tally();
            double matches = 0;
            for (var i = 0; i < pairs.Length; i += step)
            {
                var (a, b) = (all[(int)(pairs[i] >> 32)], all[(int)(uint)pairs[i]]);
                var probability = UnitWeights.Probability(weights.LogOdds(seen[i], a, b));
                if (probability < 0.001) continue;
                matches += probability * step;
                tally.Add(seen[i], probability);
            }

            foreach (var (pair, agreements) in sure)
            {
                if (pair.IsSame) tally.Add(agreements, Answer);
            }

            weights.PartnersOfSpelling = Math.Clamp((2 * matches + 0.7 * 50) / (all.Length + 50), 0.2, 3);
            tally.Write(weights, prior);
            Teach(weights, sure);
            weights.KeepApart();
        }
    }

    /// <summary>A "different" answer makes its agreements likelier among two units.</summary>
    private static void Teach(UnitWeights weights, List<((int A, int B, bool IsSame) Pair, Agreements Seen)> sure)
    {
        foreach (var (pair, seen) in sure)
        {
            if (pair.IsSame) continue;
            Lift(weights.NameSame, (int)seen.Name);
            Lift(weights.PlaceSame, seen.Place == PlaceLevel.Missing ? -1 : (int)seen.Place);
            Lift(weights.PhonesSame, (int)seen.Phones - 1);
            Lift(weights.PersonsSame, (int)seen.Persons - 1);
        }

        static void Lift(double[] shares, int level)
        {
            if (level >= 0 && level < shares.Length) shares[level] *= 1 - (Answer / (Imagined * Math.Max(shares[level], 0.02)) / 2);
        }
    }

    /// <summary>How often strangers agree: from pairs taken at random, the same ones for the same spellings.</summary>
    private static void FitChance(UnitWeights weights, Spelling[] all)
    {
        var count = (int)Math.Min(RandomPairs, (long)all.Length * (all.Length - 1) / 2);
        var names = new double[weights.NameOther.Length];
        var places = new double[weights.PlaceOther.Length];
        var state = 0x9E3779B97F4A7C15UL;
        for (var i = 0; i < count; i++)
        {
            var (a, b) = (Next(ref state, all.Length), Next(ref state, all.Length));
            if (a == b) continue;
            var name = NameComparison.Compare(all[a].Name, all[b].Name);
            if (name is > NameLevel.Contained and < NameLevel.Missing) names[(int)name]++;
            var place = PlaceComparison.Compare(all[a].Place, all[b].Place);
            if (place > PlaceLevel.Overlap) places[(int)place]++;
        }

        Mix(weights.NameOther, names, (int)NameLevel.Most, 500);
        Mix(weights.PlaceOther, places, (int)PlaceLevel.RoadSlip, 500);
    }

    private static int Next(ref ulong state, int count)
    {
        // SplitMix64 (Steele, Lea, Flood 2014): a fixed row of numbers, no chance in it.
        state += 0x9E3779B97F4A7C15UL;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return (int)((z ^ (z >> 31)) % (ulong)count);
    }

    /// <summary>Shares of the levels from <paramref name="first"/> on: what was counted, and the prior as so many imagined pairs.</summary>
    private static void Mix(double[] shares, double[] counted, int first, double imagined)
    {
        double total = 0, prior = 0;
        for (var i = first; i < shares.Length; i++) (total, prior) = (total + counted[i], prior + shares[i]);
        for (var i = first; i < shares.Length; i++) shares[i] = (counted[i] + (imagined * shares[i] / prior)) / (total + imagined) * prior;
    }

    /// <summary>How much of one unit's pairs fell to each level.</summary>
    private sealed class Tally
    {
        private readonly double[] _name = new double[(int)NameLevel.Missing];
        private readonly double[] _place = new double[(int)PlaceLevel.Vague + 1];
        private readonly double[] _numbers = new double[2];
        private readonly double[] _branches = new double[2];
        private readonly double[] _phones = new double[2];
        private readonly double[] _persons = new double[2];

        public Tally()
        {
        }

        public Tally(UnitWeights weights)
        {
            weights.NameSame.CopyTo(_name, 0);
            weights.PlaceSame.CopyTo(_place, 0);
            weights.NumbersSame.CopyTo(_numbers, 0);
            weights.BranchesSame.CopyTo(_branches, 0);
            weights.PhonesSame.CopyTo(_phones, 0);
            weights.PersonsSame.CopyTo(_persons, 0);
        }

        public void Add(in Agreements seen, double weight)
        {
            if (seen.Name != NameLevel.Missing) _name[(int)seen.Name] += weight;
            if (seen.Place != PlaceLevel.Missing) _place[(int)seen.Place] += weight;
            if (seen.Numbers != Agreement.Unknown) _numbers[(int)seen.Numbers - 1] += weight;
            if (seen.Branches != Agreement.Unknown) _branches[(int)seen.Branches - 1] += weight;
            if (seen.Phones != Agreement.Unknown) _phones[(int)seen.Phones - 1] += weight;
            if (seen.Persons != Agreement.Unknown) _persons[(int)seen.Persons - 1] += weight;
        }

        public void Write(UnitWeights weights, Tally prior)
        {
            Mixed(_name, prior._name, weights.NameSame);
            Mixed(_place, prior._place, weights.PlaceSame);
            Mixed(_numbers, prior._numbers, weights.NumbersSame);
            Mixed(_branches, prior._branches, weights.BranchesSame);
            Mixed(_phones, prior._phones, weights.PhonesSame);
            Mixed(_persons, prior._persons, weights.PersonsSame);
        }

        private static void Mixed(double[] counted, double[] prior, double[] into)
        {
            var (total, imagined) = (counted.Sum(), prior.Sum());
            for (var i = 0; i < into.Length; i++) into[i] = prior[i] == 0 && counted[i] == 0 ? 0 : (counted[i] + (Imagined * prior[i] / imagined)) / (total + Imagined);
        }
    }
}
