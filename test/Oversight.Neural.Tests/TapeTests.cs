using Oversight.Determinism;
using Oversight.Numerics;

namespace Oversight.Neural.Tests;

/// <summary>A small transformer with a pointer on a tape, for the laws that every tape obeys.</summary>
public sealed class TapeTests
{
    private const int Copies = 2;

    private static readonly (string Name, int Rows, int Columns)[] PreludeParameters =
    [
        ("x", 3, 4), ("query", 4, Copies * 4), ("bias", 1, Copies * 4), ("key", 4, Copies * 4), ("symbols", 3, 2), ("place", 2, 4), ("first", 1, 4),
    ];

    [Fact]
    public void Forward_Replayed_GivesTheSameBytes()
    {
        using var model = new SmallModel(3, 5);
        model.Load([4, 2, 5]);
        (double loss, float[] gradients) = model.Run();
        model.Load([1, 5, 3]);
        model.Run();
        model.Load([4, 2, 5]);
        (double again, float[] gradientsAgain) = model.Run();
        Assert.Equal(loss, again);
        Assert.Equal(gradients, gradientsAgain);
    }

    [Fact]
    public void Forward_SmallerBatchOnLargerTape_EqualsTapeOfThatSize()
    {
        using var large = new SmallModel(6, 5);
        using var small = new SmallModel(2, 5);
        large.Load([5, 5, 5, 5, 5, 5]);
        large.Run();
        large.Load([3, 4]);
        small.Load([3, 4]);
        (double expected, float[] expectedGradients) = small.Run();
        (double loss, float[] gradients) = large.Run();
        Assert.Equal(expected, loss);
        Assert.Equal(expectedGradients, gradients);
    }

    [Fact]
    public void Forward_TwoTapesWithTheSameWeights_GiveTheSameBytes()
    {
        using var first = new SmallModel(2, 5);
        using var second = new SmallModel(2, 5);
        first.Load([3, 4]);
        second.Load([3, 4]);
        Assert.Equal(first.Run().Loss, second.Run().Loss);
    }

    [Fact]
    public void Run_WeightsCutIntoPanels_GivesTheSameBytes()
    {
        using var plain = new SmallModel(3, 5);
        using var cut = new SmallModel(3, 5, withPanels: true);
        plain.Load([4, 2, 5]);
        cut.Load([4, 2, 5]);
        Assert.Throws<InvalidOperationException>(() => cut.Run());
        cut.Panels!.Refresh();
        AssertSameRun();

        foreach (SmallModel model in (SmallModel[])[plain, cut])
        {
            foreach (ref float weight in model.Weights.Values)
                weight *= 0.5f;
        }

        using var pool = new WorkerPool(2);
        cut.Panels.Refresh(pool);
        AssertSameRun();

        void AssertSameRun()
        {
            (double expected, float[] expectedGradients) = plain.Run();
            (double loss, float[] gradients) = cut.Run();
            Assert.Equal(expected, loss);
            Assert.Equal(expectedGradients, gradients);
        }
    }

    [Fact]
    public void Backward_SumBegunInUsedVector_GivesTheBytesOfAClearedOne()
    {
        using var cleared = new SmallModel(3, 5);
        using var begun = new SmallModel(3, 5);
        for (int turn = 0; turn < 3; turn++)
        {
            cleared.Gradients.Values.Clear();
            begun.Gradients.Values.Fill(float.NaN);
            begun.Tape.BeginSum(begun.Gradients);
            foreach (int[] sizes in (int[][])[[4, 2, 5], [1, 5, 3]])
            {
                foreach (SmallModel model in (SmallModel[])[cleared, begun])
                {
                    model.Load(sizes);
                    model.Tape.Forward();
                    model.Tape.Backward();
                }
            }

            begun.Tape.EndSum();
            Assert.Equal(cleared.Gradients.Values.ToArray(), begun.Gradients.Values.ToArray());
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EndSum_WithPrelude_GivesTheGradientsOfReplayingItEachTime(bool lendsMemory)
    {
        using BufferPool? memory = lendsMemory ? new BufferPool() : null;
        var layout = new ParameterLayout();
        foreach ((string name, int rows, int columns) in PreludeParameters)
            GradientCheck.Random(layout, name, rows, columns);
        using ParameterVector weights = new(layout), expected = new(layout), found = new(layout);
        weights.Initialise(RandomKey.FromSeed(8));
        using Tape plain = PreludeModel(new Tape(weights, expected), layout, hasPrelude: false, out IndexInput plainRows, out GivenGradient plainSlope);
        using Tape once = PreludeModel(new Tape(weights, found, memory: memory), layout, hasPrelude: true, out IndexInput onceRows, out GivenGradient onceSlope);
        for (int sum = 0; sum < 3; sum++)
        {
            plain.BeginSum(expected);
            once.BeginSum(found);
            for (int pass = 0; pass < 3; pass++)
            {
                foreach ((Tape tape, IndexInput rows, GivenGradient slope) in new[] { (plain, plainRows, plainSlope), (once, onceRows, onceSlope) })
                {
                    for (int row = 0; row < rows.Values.Length; row++)
                        rows.Values[row] = (row + pass) % 3;
                    tape.Forward();
                    for (int i = 0; i < slope.Values.Length; i++)
                        slope.Values[i] = ((i + pass) % 5) - 2;
                    tape.Backward();
                }
            }

            plain.EndSum();
            once.EndSum();
            once.Release();
            AssertNear(expected.Values, found.Values);
            Assert.Contains(found.Values.ToArray(), value => value != 0);
            Assert.True(once.Flops < plain.Flops);
            // What the prelude made of the weights before must not be used again.
            foreach (ref float weight in weights.Values)
                weight *= -0.7f;
        }
    }

    [Fact]
    public void EndSum_NothingAdded_LeavesZeros()
    {
        using var model = new SmallModel(2, 5);
        model.Load([3, 4]);
        model.Run();
        model.Tape.BeginSum(model.Gradients);
        model.Tape.EndSum();
        Assert.All(model.Gradients.Values.ToArray(), gradient => Assert.Equal(0, gradient));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Backward_WeightInSlicesAndAsAWhole_Throws(int firstRow)
    {
        var layout = new ParameterLayout();
        Parameter table = GradientCheck.Random(layout, "table", 2, 4);
        Parameter weight = GradientCheck.Random(layout, "weight", 4, 3);
        using var weights = new ParameterVector(layout);
        using var gradients = new ParameterVector(layout);
        using var tape = new Tape(weights, gradients);
        Tensor x = GradientCheck.Rows(tape, new RowGroups(1, 2), table);
        tape.Give(tape.Linear(x, weight));
        tape.Give(tape.Linear(tape.Linear(x, weight), weight.Slice(firstRow, 3)));
        tape.Forward();
        Assert.Throws<InvalidOperationException>(tape.Backward);
    }

    [Fact]
    public void Run_AfterRelease_GivesTheSameBytes()
    {
        using var memory = new BufferPool();
        using var plain = new SmallModel(3, 5);
        using var lent = new SmallModel(3, 5, memory: memory);
        plain.Load([4, 2, 5]);
        (double expected, float[] expectedGradients) = plain.Run();
        for (int turn = 0; turn < 2; turn++)
        {
            lent.Load([4, 2, 5]);
            (double loss, float[] gradients) = lent.Run();
            Assert.Equal(expected, loss);
            Assert.Equal(expectedGradients, gradients);
            lent.Tape.Release();
            using (var other = new SmallModel(3, 5, memory: memory))
            {
                other.Load([1, 5, 3]);
                other.Run();
            }
        }

        // Values and gradients of one tape: the two never ran at once.
        using var alone = new BufferPool();
        using var model = new SmallModel(3, 5, memory: alone);
        model.Load([4, 2, 5]);
        model.Run();
        Assert.Equal(alone.Length, memory.Length);
    }

    [Fact]
    public void Panels_ManyWeights_AreNotCut()
    {
        var layout = new ParameterLayout();
        Parameter small = layout.Add("small", 8, 8, Initialisers.Zero);
        using var few = new ParameterVector(layout);
        using var panelsOfFew = new WeightPanels(few);
        Assert.NotNull(panelsOfFew.Of(small, isTransposed: false));
        layout.Add("large", 2048, 2048, Initialisers.Zero);
        using var many = new ParameterVector(layout);
        using var panelsOfMany = new WeightPanels(many);
        Assert.Null(panelsOfMany.Of(small, isTransposed: false));
    }

    [Fact]
    public void Forward_BetweenMarks_EqualsForwardOfAll()
    {
        using var model = new SmallModel(2, 5);
        model.Load([3, 4]);
        double expected = model.Run().Loss;
        model.Load([5, 5]);
        model.Tape.Forward();
        model.Load([3, 4]);
        model.Tape.Forward(0, model.Middle);
        model.Tape.Forward(model.Middle, model.Tape.Mark());
        Assert.Equal(expected, model.Loss.Value);
    }

    [Fact]
    public void Backward_TwoPasses_GradientsAddUp()
    {
        using var model = new SmallModel(2, 5);
        model.Load([3, 4]);
        float[] once = model.Run().Gradients;
        model.Load([5, 1]);
        float[] other = model.Run().Gradients;
        model.Tape.Forward();
        model.Tape.Backward();
        model.Load([3, 4]);
        model.Tape.Forward();
        model.Tape.Backward();
        ReadOnlySpan<float> sum = model.Gradients.Values;
        for (int i = 0; i < sum.Length; i++)
            Assert.Equal(2 * other[i] + (double)once[i], sum[i], 1e-5);
    }

    [Fact]
    public void Replay_ForwardAndBackward_AllocatesNothing()
    {
        using var model = new SmallModel(4, 5);
        model.Load([4, 0, 5, 1]);
        model.Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 20; i++)
        {
            model.Tape.Forward();
            model.Tape.Backward();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Backward_TapeThatOnlyAnswers_Throws()
    {
        using var weights = new ParameterVector(new ParameterLayout());
        using var tape = new Tape(weights);
        Assert.False(tape.Trains);
        Assert.Throws<InvalidOperationException>(tape.Backward);
    }

    [Fact]
    public void Record_AfterAReplay_Throws()
    {
        using var weights = new ParameterVector(new ParameterLayout());
        using var tape = new Tape(weights);
        tape.Forward();
        Assert.Throws<InvalidOperationException>(() => tape.Input(new RowGroups(1, 1), 1));
    }

    [Fact]
    public void RowGroups_MoreThanTheirCapacity_Throw()
    {
        var groups = new RowGroups(2, 3);
        Assert.Throws<ArgumentOutOfRangeException>(() => groups.SetUniform(3, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => groups.SetUniform(1, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => groups.Set([1, 4]));
        groups.Set([0, 2]);
        Assert.Equal((2, 2, 0, 2), (groups.Count, groups.Total, groups.Size(0), groups.Size(1)));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    [InlineData(2, 3)]
    public void CachedAttention_SomeStepsAtOnce_EqualsCausalAttention(int heads, int atOnce)
    {
        const int Width = 8, Steps = 6;
        // More than one group of lanes, one of them full.
        int[] lengths = [.. Enumerable.Range(0, 19).Select(i => 6 - i % 4)];
        var layout = new ParameterLayout();
        Parameter table = GradientCheck.Random(layout, "table", Steps * lengths.Length, 3 * Width, 1);
        Parameter[] projections = [.. Enumerable.Range(0, 3).Select(i => GradientCheck.Random(layout, $"{i}", 3 * Width, Width))];
        using var weights = new ParameterVector(layout);
        weights.Initialise(RandomKey.FromSeed(3));

        using var whole = new Tape(weights);
        var groups = new RowGroups(lengths.Length, Steps);
        groups.Set(lengths);
        var rows = new IndexInput(groups, 1);
        Tensor x = whole.Embed(rows, table);
        Tensor[] qkv = [.. projections.Select(projection => whole.Linear(x, projection))];
        Tensor expected = whole.Attention(qkv[0], qkv[1], qkv[2], heads, 0.5f, causal: true);
        Tensor expectedScores = whole.Scores(qkv[0], qkv[1], 1, 0.5f, causal: true);
        for (int row = 0; row < groups.Total; row++)
            rows.Row(row)[0] = row;
        whole.Forward();

        using var stepwise = new Tape(weights);
        var cursor = new SequenceCursor(lengths.Length, Steps, atOnce);
        using var pool = new BufferPool();
        using var memory = new SequenceMemory(pool);
        var cache = new SequenceCache(memory, cursor, Width, heads);
        var scoreCache = new SequenceCache(memory, cursor, Width, keepsValues: false);
        memory.Open();
        var open = new RowGroups(lengths.Length * atOnce, 1);
        var last = new RowGroups(lengths.Length, 1);
        var now = new IndexInput(open, 1);
        Tensor one = stepwise.Embed(now, table);
        Tensor[] step = [.. projections.Select(projection => stepwise.Linear(one, projection))];
        Tensor found = stepwise.CachedAttention(cache, step[0], step[1], step[2], 0.5f);
        stepwise.Append(scoreCache, step[1]);
        Tensor scores = stepwise.CachedScores(scoreCache, stepwise.LastRows(step[0], last), 0.5f);
        for (int at = 0; at < Steps; at += atOnce)
        {
            int[] sequences = [.. Enumerable.Range(0, lengths.Length).Where(i => lengths[i] >= at + atOnce)];
            int Place(int row) => groups.Start(sequences[row % sequences.Length]) + at + (row / sequences.Length);
            open.SetUniform(sequences.Length * atOnce, 1);
            last.SetUniform(sequences.Length, 1);
            int[] own = [.. Enumerable.Range(0, sequences.Length)];
            cursor.MoveTo(at, sequences, own);
            for (int more = 1; more < atOnce; more++)
                cursor.GoOn(own);
            for (int row = 0; row < open.Total; row++)
                now.Row(row)[0] = Place(row);
            stepwise.Forward();
            for (int row = 0; row < open.Total; row++)
                AssertNear(expected.Row(Place(row)), found.Row(row));
            for (int row = 0; row < last.Total; row++)
                AssertNear(expectedScores.Row(Place(row + open.Total - last.Total)), scores.Row(row));
        }
    }

    /// <summary>Rows of a table, times a weight made of weights, joined with what another weight makes of a table of symbols.</summary>
    private static Tape PreludeModel(Tape tape, ParameterLayout layout, bool hasPrelude, out IndexInput rows, out GivenGradient slope)
    {
        Parameter Of(string name) => layout.Parameters.Single(parameter => parameter.Name == name);
        Tensor Fold(Tensor queries) => tape.Fold(queries, Of("key"), Copies);

        Tensor table = Fold(tape.Linear(tape.JoinTable(Of("symbols"), Of("place"), Of("first")), Of("query")));
        Tensor made = Fold(tape.Weight(Of("query"))), shift = Fold(tape.Weight(Of("bias")));
        if (hasPrelude)
            tape.EndPrelude();
        rows = new IndexInput(new RowGroups(1, 7), 1);
        Tensor y = tape.Linear(tape.Embed(rows, Of("x")), made, tape.Join(rows, table, shift));
        slope = tape.Give(tape.Scores(y, tape.Embed(rows, Of("x")), Copies, 0.5f));
        return tape;
    }

    private static void AssertNear(ReadOnlySpan<float> expected, ReadOnlySpan<float> found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < found.Length; i++)
            Assert.True(expected[i] == found[i] || Math.Abs(expected[i] - found[i]) < 1e-5, $"{i}: expected {expected[i]}, found {found[i]}");
    }
}
