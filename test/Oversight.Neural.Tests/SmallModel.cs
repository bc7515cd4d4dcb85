using Oversight.Determinism;

namespace Oversight.Neural.Tests;

/// <summary>One layer with every operation that trains, and a loss.</summary>
internal sealed class SmallModel : IDisposable
{
    private const int Width = 6;
    private const int Vocabulary = 5;
    private readonly RowGroups _rows;
    private readonly IndexInput _symbols;
    private readonly IndexInput _places;
    private readonly IndexInput _targets;
    private readonly Tensor _counts;
    private readonly ParameterVector _weights;

    public SmallModel(int groups, int rows, bool withPanels = false, BufferPool? memory = null)
    {
        var layout = new ParameterLayout();
        Parameter table = GradientCheck.Random(layout, "table", Vocabulary, Width / 2, 1);
        Parameter gain = layout.Add("gain", 1, Width, Initialisers.One);
        Parameter bias = layout.Add("bias", 1, Width, Initialisers.Zero);
        Parameter[] square = [.. Enumerable.Range(0, 5).Select(i => layout.Add($"square.{i}", Width, Width, Initialisers.FanIn()))];
        Parameter joined = layout.Add("joined", 2 * Width, Width, Initialisers.FanIn());
        Parameter vocabulary = layout.Add("vocabulary", Width, Vocabulary, Initialisers.FanIn());
        Parameter mix = layout.Add("mix", Width, 2, Initialisers.FanIn());
        _weights = new ParameterVector(layout);
        _weights.Initialise(RandomKey.FromSeed(5));
        Gradients = new ParameterVector(layout);
        Panels = withPanels ? new WeightPanels(_weights) : null;
        Tape = new Tape(_weights, Gradients, Panels, memory);

        _rows = new RowGroups(groups, rows);
        _symbols = new IndexInput(_rows, 2);
        _places = new IndexInput(new RowGroups(groups, 1), rows);
        _targets = new IndexInput(_rows, 1);
        _counts = Tape.Input(_rows, 1);
        Tensor x = Tape.Embed(_symbols, table, 2);
        Tensor n = Tape.LayerNorm(x, gain, bias);
        Tensor fetched = Tape.Attention(Tape.Linear(n, square[0]), Tape.Linear(n, square[1]), Tape.Linear(n, square[2]), 2, 0.5f, causal: true);
        x = Tape.Gate(x, Tape.Scale(Tape.Linear(n, square[3]), 2), Tape.Add(x, fetched));
        Middle = Tape.Mark();
        x = Tape.Linear(Tape.Concatenate(x, Tape.RmsNorm(x, gain, 2)), joined, bias, relu: true);
        Tensor scores = Tape.Scores(Tape.Linear(x, square[4]), x, 1, 0.5f);
        Loss = Tape.PointerLoss(new PointerMixture(scores, _places, 1, Tape.Linear(x, vocabulary), Tape.Linear(x, mix)), _targets, _counts);
    }

    public Tape Tape { get; }

    public WeightPanels? Panels { get; }

    public ParameterVector Weights => _weights;

    public ParameterVector Gradients { get; }

    public MixtureLoss Loss { get; }

    /// <summary>A mark somewhere between the first and the last operation.</summary>
    public int Middle { get; }

    /// <summary>Fills the inputs in a way that depends on the sizes alone.</summary>
    public void Load(ReadOnlySpan<int> sizes)
    {
        _rows.Set(sizes);
        for (int group = 0; group < sizes.Length; group++)
        {
            _places.Row(group).Fill(-1);
            for (int i = 0; i < sizes[group]; i++)
            {
                int row = _rows.Start(group) + i;
                int symbol = (3 * group + 2 * i + sizes[group]) % Vocabulary;
                _symbols.Row(row)[0] = _places.Row(group)[i] = symbol;
                _symbols.Row(row)[1] = i % Vocabulary;
                _targets.Row(row)[0] = (symbol + group) % Vocabulary;
                _counts.Row(row)[0] = i % 3 == 2 ? 0 : 0.5f;
            }
        }
    }

    /// <summary>One pass with gradients that start at zero.</summary>
    public (double Loss, float[] Gradients) Run()
    {
        Gradients.Values.Clear();
        Tape.Forward();
        Tape.Backward();
        return (Loss.Value, Gradients.Values.ToArray());
    }

    public void Dispose()
    {
        Tape.Dispose();
        Panels?.Dispose();
        Gradients.Dispose();
        _weights.Dispose();
    }
}
