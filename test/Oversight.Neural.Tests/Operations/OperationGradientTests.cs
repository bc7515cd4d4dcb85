using Oversight.Determinism;

namespace Oversight.Neural.Tests.Operations;

/// <summary>The gradient of every operation by its inputs and parameters; see <see cref="GradientCheck"/> for the tolerance.</summary>
public sealed class OperationGradientTests
{
    public static TheoryData<int[]> GroupSizes => [[1], [3], [2, 0, 3], [0, 4, 1], [0]];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 3)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    public void Embed_FieldsAndSums_EqualsFiniteDifferences(int fields, int summed)
    {
        var layout = new ParameterLayout();
        Parameter table = GradientCheck.Random(layout, "table", 6, 3);
        var indices = new IndexInput(Groups([2, 0, 3]), fields * summed);
        for (int i = 0; i < indices.Values.Length; i++)
            indices.Values[i] = i % 5 == 4 ? -1 : i * 5 % 6;
        GradientCheck.OfTensor(layout, tape => tape.Embed(indices, table, fields));
    }

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(3, 5, true)]
    [InlineData(17, 18, true)]
    public void Linear_Shapes_EqualsFiniteDifferences(int columns, int outputs, bool bias)
    {
        var layout = new ParameterLayout();
        Parameter x = GradientCheck.Random(layout, "x", 4, columns);
        Parameter weight = GradientCheck.Random(layout, "weight", columns, outputs);
        Parameter? shift = bias ? GradientCheck.Random(layout, "bias", 1, outputs) : null;
        GradientCheck.OfTensor(layout, tape => tape.Linear(GradientCheck.Rows(tape, Groups([4]), x), weight, shift));
    }

    [Fact]
    public void Linear_BiasOfEachRow_EqualsFiniteDifferences()
    {
        var layout = new ParameterLayout();
        Parameter x = GradientCheck.Random(layout, "x", 4, 3);
        Parameter weight = GradientCheck.Random(layout, "weight", 3, 5);
        Parameter biases = GradientCheck.Random(layout, "biases", 4, 5);
        GradientCheck.OfTensor(layout, tape => tape.Linear(
            GradientCheck.Rows(tape, Groups([3, 1]), x), weight, GradientCheck.Rows(tape, Groups([3, 1]), biases)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Fold_Copies_EqualsFiniteDifferences(int copies)
    {
        var layout = new ParameterLayout();
        Parameter q = GradientCheck.Random(layout, "q", 4, copies * 2);
        Parameter key = GradientCheck.Random(layout, "key", 3, copies * 2);
        GradientCheck.OfTensor(layout, tape => tape.Fold(tape.Weight(q), key, copies));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(4, false)]
    [InlineData(1, true)]
    [InlineData(4, true)]
    public void Linear_WeightMadeOfWeights_EqualsFiniteDifferences(int biasRows, bool isOfPrelude)
    {
        var layout = new ParameterLayout();
        Parameter x = GradientCheck.Random(layout, "x", 4, 3);
        Parameter weight = GradientCheck.Random(layout, "weight", 3, 5);
        Parameter bias = GradientCheck.Random(layout, "bias", biasRows, 5);
        GradientCheck.OfTensor(layout, tape =>
        {
            (Tensor made, Tensor shift) = (tape.Weight(weight), tape.Weight(bias));
            if (isOfPrelude)
                tape.EndPrelude();
            return tape.Linear(GradientCheck.Rows(tape, Groups([3, 1]), x), made, shift);
        });
    }

    [Fact]
    public void Linear_BiasTensorOfAllRows_EqualsFiniteDifferences()
    {
        var layout = new ParameterLayout();
        Parameter x = GradientCheck.Random(layout, "x", 4, 3);
        Parameter weight = GradientCheck.Random(layout, "weight", 3, 5);
        Parameter bias = GradientCheck.Random(layout, "bias", 1, 5);
        GradientCheck.OfTensor(layout, tape => tape.Linear(GradientCheck.Rows(tape, Groups([3, 1]), x), weight, tape.Weight(bias)));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(2, true)]
    public void Join_SymbolsAtPlaces_EqualsFiniteDifferences(int places, bool mapped)
    {
        var layout = new ParameterLayout();
        Parameter table = GradientCheck.Random(layout, "table", 4, 3);
        Parameter weight = GradientCheck.Random(layout, "weight", places * 3, 5);
        Parameter bias = GradientCheck.Random(layout, "bias", 1, 5);
        Parameter map = GradientCheck.Random(layout, "map", 5, 2);
        Parameter mapBias = GradientCheck.Random(layout, "mapBias", 1, 2);
        IndexInput symbols = Symbols([2, 0, 3], places);
        GradientCheck.OfTensor(layout, tape =>
        {
            Tensor parts = tape.JoinTable(table, weight, bias);
            return mapped ? tape.Join(symbols, tape.Linear(parts, map), tape.Weight(mapBias)) : tape.Join(symbols, parts);
        });
    }

    [Fact]
    public void Join_OfSymbols_EqualsProjectionOfJoinedEmbeddings()
    {
        var layout = new ParameterLayout();
        Parameter table = GradientCheck.Random(layout, "table", 4, 3);
        Parameter weight = GradientCheck.Random(layout, "weight", 6, 20);
        Parameter bias = GradientCheck.Random(layout, "bias", 1, 20);
        Parameter map = GradientCheck.Random(layout, "map", 20, 7);
        Parameter mapBias = GradientCheck.Random(layout, "mapBias", 1, 7);
        using var weights = new ParameterVector(layout);
        weights.Initialise(RandomKey.FromSeed(5));
        using var tape = new Tape(weights);
        IndexInput symbols = Symbols([5, 2], 2);
        Tensor expected = tape.Linear(tape.Linear(tape.Embed(symbols, table, 2), weight, bias), map, mapBias);
        Tensor parts = tape.JoinTable(table, weight, bias);
        Tensor found = tape.Join(symbols, tape.Linear(parts, map), tape.Weight(mapBias));
        tape.Forward();
        for (int i = 0; i < expected.Values.Length; i++)
            Assert.Equal(expected.Values[i], found.Values[i], 1e-5);
    }

    [Fact]
    public void Join_TableOfOtherPlaces_Throws()
    {
        var layout = new ParameterLayout();
        Parameter table = GradientCheck.Random(layout, "table", 4, 3);
        Parameter weight = GradientCheck.Random(layout, "weight", 6, 5);
        Parameter bias = GradientCheck.Random(layout, "bias", 1, 5);
        using var weights = new ParameterVector(layout);
        using var tape = new Tape(weights);
        Tensor parts = tape.JoinTable(table, weight, bias);
        Assert.Throws<ArgumentException>(() => tape.Join(Symbols([2], 3), parts));
        Assert.Throws<ArgumentException>(() => tape.JoinTable(table, weight.Slice(0, 5), bias));
        Assert.Throws<ArgumentOutOfRangeException>(() => weight.Slice(4, 3));
        IndexInput outside = Symbols([2], 2);
        outside.Values[0] = 4;
        tape.Join(outside, parts);
        Assert.Throws<ArgumentException>(tape.Forward);
    }

    [Fact]
    public void Linear_Relu_EqualsFiniteDifferencesAwayFromTheKink()
    {
        // Quarters from halves times halves, shifted by an eighth: no sum comes nearer to 0 than steps of 1/32 reach.
        var layout = new ParameterLayout();
        Parameter x = layout.Add("x", 4, 3, Halves);
        Parameter weight = layout.Add("weight", 3, 6, Halves);
        Parameter bias = layout.Add("bias", 1, 6, Initialisers.Constant(0.125f));
        GradientCheck.OfTensor(layout, tape => tape.Linear(GradientCheck.Rows(tape, Groups([3, 1]), x), weight, bias, relu: true));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(3, true)]
    [InlineData(3, false)]
    public void RmsNorm_Parts_EqualsFiniteDifferences(int parts, bool gain)
    {
        var layout = new ParameterLayout();
        Parameter x = GradientCheck.Random(layout, "x", 4, 6, 1);
        Parameter? factor = gain ? GradientCheck.Random(layout, "gain", 1, 6, 1) : null;
        GradientCheck.OfTensor(layout, tape => tape.RmsNorm(GradientCheck.Rows(tape, Groups([1, 3]), x), factor, parts));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(19)]
    public void LayerNorm_Widths_EqualsFiniteDifferences(int columns)
    {
        var layout = new ParameterLayout();
        Parameter x = GradientCheck.Random(layout, "x", 3, columns, 1);
        Parameter gain = GradientCheck.Random(layout, "gain", 1, columns, 1);
        Parameter bias = GradientCheck.Random(layout, "bias", 1, columns);
        GradientCheck.OfTensor(layout, tape => tape.LayerNorm(GradientCheck.Rows(tape, Groups([3]), x), gain, bias));
    }

    [Fact]
    public void Add_TwoTensorsAndOneTwice_EqualsFiniteDifferences()
    {
        var layout = new ParameterLayout();
        Parameter x = GradientCheck.Random(layout, "x", 4, 3);
        Parameter y = GradientCheck.Random(layout, "y", 4, 3);
        GradientCheck.OfTensor(layout, tape =>
        {
            Tensor left = GradientCheck.Rows(tape, Groups([4]), x);
            Tensor sum = tape.Add(left, GradientCheck.Rows(tape, Groups([4]), y));
            return tape.Add(tape.Add(sum, sum), left);
        });
    }

    [Fact]
    public void Scale_Factor_EqualsFiniteDifferences()
    {
        var layout = new ParameterLayout();
        Parameter x = GradientCheck.Random(layout, "x", 4, 3);
        GradientCheck.OfTensor(layout, tape => tape.Scale(GradientCheck.Rows(tape, Groups([4]), x), -1.75f));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    public void Gate_Fields_EqualsFiniteDifferences(int fields)
    {
        var layout = new ParameterLayout();
        Parameter x = GradientCheck.Random(layout, "x", 4, 6);
        Parameter logits = GradientCheck.Random(layout, "logits", 4, fields, 1);
        Parameter u = GradientCheck.Random(layout, "u", 4, 6);
        GradientCheck.OfTensor(layout, tape =>
        {
            RowGroups rows = Groups([4]);
            return tape.Gate(GradientCheck.Rows(tape, rows, x), GradientCheck.Rows(tape, rows, logits), GradientCheck.Rows(tape, rows, u));
        });
    }

    [Theory]
    [MemberData(nameof(GroupSizes))]
    public void Attention_UnevenGroups_EqualsFiniteDifferences(int[] sizes)
    {
        CheckAttention(sizes, [.. sizes.Select((size, i) => size == 0 ? i % 3 : 1 + (size + i) % 4)], heads: 2, causal: false);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Attention_Causal_EqualsFiniteDifferences(int heads) => CheckAttention([3, 0, 4], [3, 0, 4], heads, causal: true);

    [Fact]
    public void Attention_ToItself_EqualsFiniteDifferences()
    {
        var layout = new ParameterLayout();
        Parameter x = GradientCheck.Random(layout, "x", 5, 4, 1);
        GradientCheck.OfTensor(layout, tape =>
        {
            Tensor rows = GradientCheck.Rows(tape, Groups([2, 3]), x);
            return tape.Attention(rows, rows, rows, 2, 0.7f);
        });
    }

    [Theory]
    [MemberData(nameof(GroupSizes))]
    public void Attention_ThatMayFindNothing_EqualsFiniteDifferences(int[] sizes)
    {
        const int Heads = 2;
        RowGroups rows = Groups(sizes);
        RowGroups keys = Groups([.. sizes.Select((size, i) => 1 + (size + i) % 3)]);
        var layout = new ParameterLayout();
        Parameter q = GradientCheck.Random(layout, "q", rows.Capacity, Heads * 3, 1);
        Parameter k = GradientCheck.Random(layout, "k", keys.Capacity, Heads * 3, 1);
        Parameter v = GradientCheck.Random(layout, "v", keys.Capacity, Heads * 2, 1);
        Parameter nothing = GradientCheck.Random(layout, "nothing", rows.Capacity, Heads, 1);
        GradientCheck.OfTensor(layout, tape => tape.Attention(
            GradientCheck.Rows(tape, rows, q),
            GradientCheck.Rows(tape, keys, k),
            GradientCheck.Rows(tape, keys, v),
            Heads,
            0.6f,
            nothing: GradientCheck.Rows(tape, rows, nothing)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Gather_UnevenGroups_EqualsFiniteDifferences(int parts)
    {
        RowGroups rows = Groups([2, 0, 3]);
        RowGroups keys = Groups([3, 2, 1]);
        var layout = new ParameterLayout();
        Parameter q = GradientCheck.Random(layout, "q", rows.Capacity, parts * 3, 1);
        Parameter k = GradientCheck.Random(layout, "k", keys.Capacity, parts * 3, 1);
        Parameter v = GradientCheck.Random(layout, "v", keys.Capacity, 2, 1);
        GradientCheck.OfTensor(layout, tape => tape.Gather(
            GradientCheck.Rows(tape, rows, q), GradientCheck.Rows(tape, keys, k), GradientCheck.Rows(tape, keys, v), parts, 2));
    }

    [Theory]
    [MemberData(nameof(GroupSizes))]
    public void PairSums_UnevenGroups_EqualsFiniteDifferencesAwayFromTheKink(int[] sizes)
    {
        // Halves and halves shifted by an eighth: no sum comes nearer to 0 than steps of 1/32 reach.
        RowGroups rows = Groups(sizes);
        RowGroups keys = Groups([.. sizes.Select((size, i) => (size + i) % 4)]);
        var layout = new ParameterLayout();
        Parameter q = layout.Add("q", rows.Capacity, 5, Halves);
        Parameter k = layout.Add("k", keys.Capacity, 5, ShiftedHalves);
        GradientCheck.OfTensor(layout, tape => tape.PairSums(GradientCheck.Rows(tape, rows, q), GradientCheck.Rows(tape, keys, k)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Weigh_SeveralParts_EqualsFiniteDifferences(int parts)
    {
        var layout = new ParameterLayout();
        Parameter x = GradientCheck.Random(layout, "x", 4, 6);
        Parameter weights = GradientCheck.Random(layout, "weights", 4, parts);
        GradientCheck.OfTensor(
            layout, tape => tape.Weigh(GradientCheck.Rows(tape, Groups([3, 1]), x), GradientCheck.Rows(tape, Groups([3, 1]), weights)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Presence_SeveralParts_EqualsFiniteDifferences(int parts)
    {
        var layout = new ParameterLayout();
        Parameter x = GradientCheck.Random(layout, "x", 4, 6);
        GradientCheck.OfTensor(layout, tape => tape.Presence(GradientCheck.Rows(tape, Groups([3, 1]), x), parts));
    }

    [Theory]
    [MemberData(nameof(GroupSizes))]
    public void Scores_UnevenGroups_EqualsFiniteDifferences(int[] sizes)
    {
        CheckScores(sizes, [.. sizes.Select((size, i) => 1 + (size + i) % 4)], copies: 2, causal: false);
        CheckScores(sizes, [.. sizes.Select((size, i) => 1 + (size + i) % 4)], copies: 3, causal: false, isShared: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Scores_Causal_EqualsFiniteDifferences(int copies) => CheckScores([3, 0, 4], [3, 0, 4], copies, causal: true);

    [Fact]
    public void Concatenate_TwoTensorsAndAnInput_EqualsFiniteDifferences()
    {
        var layout = new ParameterLayout();
        Parameter x = GradientCheck.Random(layout, "x", 4, 3);
        Parameter y = GradientCheck.Random(layout, "y", 4, 2);
        GradientCheck.OfTensor(layout, tape =>
        {
            RowGroups rows = Groups([3, 0, 1]);
            Tensor input = tape.Input(rows, 2);
            Tensor joined = tape.Concatenate(GradientCheck.Rows(tape, rows, x), GradientCheck.Rows(tape, rows, y));
            return tape.Concatenate(tape.Concatenate(input, joined), input);
        });
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 4)]
    [InlineData(3, 5)]
    public void PointerLoss_Copies_EqualsFiniteDifferences(int copies, int width)
    {
        const int Vocabulary = 6;
        var layout = new ParameterLayout();
        RowGroups rows = Groups([2, 0, 5, 1]);
        Parameter scores = GradientCheck.Random(layout, "scores", rows.Total, copies * width, 1);
        Parameter logits = GradientCheck.Random(layout, "logits", rows.Total, Vocabulary, 1);
        Parameter mix = GradientCheck.Random(layout, "mix", rows.Total, copies + 1, 1);
        GradientCheck.OfLoss(layout, tape => GradientCheck.Loss(tape, new PointerMixture(
            GradientCheck.Rows(tape, rows, scores),
            Places(rows.GroupCapacity, copies * width, Vocabulary),
            copies,
            GradientCheck.Rows(tape, rows, logits),
            GradientCheck.Rows(tape, rows, mix))));
    }

    [Fact]
    public void PointerLoss_TargetProbableEnough_MovesNothing()
    {
        const int Vocabulary = 6;
        const int Rows = 32;
        const float Enough = 0.2f;
        var layout = new ParameterLayout();
        var rows = new RowGroups(Rows, 1);
        Parameter scores = GradientCheck.Random(layout, "scores", Rows, 1, 1);
        Parameter logits = GradientCheck.Random(layout, "logits", Rows, Vocabulary, 1);
        Parameter mix = GradientCheck.Random(layout, "mix", Rows, 2, 1);
        (float[] always, float[] probable) = Gradients(1);
        (float[] untilEnough, _) = Gradients(Enough);
        Assert.Contains(probable, p => p > Enough);
        Assert.Contains(probable, p => p > 0 && p < Enough);
        for (int i = 0; i < always.Length; i++)
            Assert.Equal(probable[i / Vocabulary] > Enough ? 0 : always[i], untilEnough[i]);
        // What is to be less probable is so the more urgently the more probable it is.
        Assert.Equal(Gradients(1, sign: -1).OfLogits, Gradients(Enough, sign: -1).OfLogits);

        (float[] OfLogits, float[] Probable) Gradients(float enough, float sign = 1)
        {
            using var weights = new ParameterVector(layout);
            using var gradients = new ParameterVector(layout);
            weights.Initialise(Determinism.RandomKey.FromSeed(7));
            using var tape = new Tape(weights, gradients);
            MixtureLoss loss = GradientCheck.Loss(
                tape,
                new PointerMixture(
                    GradientCheck.Rows(tape, rows, scores), Places(Rows, 1, Vocabulary), 1, GradientCheck.Rows(tape, rows, logits), GradientCheck.Rows(tape, rows, mix)),
                enough,
                sign);
            tape.Forward();
            tape.Backward();
            return (gradients.Of(logits).ToArray(), loss.Probabilities.ToArray());
        }
    }

    private static void CheckAttention(int[] rowSizes, int[] keySizes, int heads, bool causal)
    {
        var layout = new ParameterLayout();
        RowGroups rows = Groups(rowSizes);
        RowGroups keys = Groups(keySizes);
        Parameter q = GradientCheck.Random(layout, "q", rows.Capacity, heads * 3, 1);
        Parameter k = GradientCheck.Random(layout, "k", keys.Capacity, heads * 3, 1);
        Parameter v = GradientCheck.Random(layout, "v", keys.Capacity, heads * 2, 1);
        GradientCheck.OfTensor(layout, tape => tape.Attention(
            GradientCheck.Rows(tape, rows, q), GradientCheck.Rows(tape, keys, k), GradientCheck.Rows(tape, keys, v), heads, 0.6f, causal));
    }

    private static void CheckScores(int[] rowSizes, int[] keySizes, int copies, bool causal, bool isShared = false)
    {
        const int Vocabulary = 4;
        var layout = new ParameterLayout();
        RowGroups rows = Groups(rowSizes);
        RowGroups keys = Groups(keySizes);
        Parameter q = GradientCheck.Random(layout, "q", rows.Capacity, copies * 3, 1);
        Parameter k = GradientCheck.Random(layout, "k", keys.Capacity, isShared ? 3 : copies * 3, 1);
        Parameter logits = GradientCheck.Random(layout, "logits", rows.Capacity, Vocabulary);
        Parameter mix = GradientCheck.Random(layout, "mix", rows.Capacity, copies + 1);
        GradientCheck.OfLoss(layout, tape => GradientCheck.Loss(tape, new PointerMixture(
            tape.Scores(GradientCheck.Rows(tape, rows, q), GradientCheck.Rows(tape, keys, k), copies, 0.6f, causal),
            Places(rows.GroupCapacity, copies * keys.RowCapacity, Vocabulary),
            copies,
            GradientCheck.Rows(tape, rows, logits),
            GradientCheck.Rows(tape, rows, mix))));
    }

    private static IndexInput Places(int groups, int places, int vocabulary)
    {
        var words = new IndexInput(new RowGroups(groups, 1), places);
        for (int i = 0; i < words.Values.Length; i++)
            words.Values[i] = i % 6 == 5 ? -1 : i * 3 % vocabulary;
        return words;
    }

    /// <summary>Symbols from 0 to 3, and one that is none.</summary>
    private static IndexInput Symbols(int[] sizes, int places)
    {
        var symbols = new IndexInput(Groups(sizes), places);
        for (int i = 0; i < symbols.Values.Length; i++)
            symbols.Values[i] = i == 1 ? -1 : i * 3 % 4;
        return symbols;
    }

    /// <summary>Groups of the given sizes; the smaller ones are not full.</summary>
    private static RowGroups Groups(int[] sizes)
    {
        var groups = new RowGroups(sizes.Length, Math.Max(1, sizes.Max()));
        groups.Set(sizes);
        return groups;
    }

    private static void Halves(Span<float> values, int rows, int columns, Determinism.RandomStream random)
    {
        foreach (ref float value in values)
            value = (random.Next(5) - 2) / 2f;
    }

    private static void ShiftedHalves(Span<float> values, int rows, int columns, Determinism.RandomStream random)
    {
        Halves(values, rows, columns, random);
        foreach (ref float value in values)
            value += 0.125f;
    }
}
