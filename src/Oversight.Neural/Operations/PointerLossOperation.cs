using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>-weight log p(target) of a pointer mixture, with everything between logits and loss in one pass a row.</summary>
internal sealed class PointerLossOperation : Operation
{
    private const float Floor = 1e-9f;
    private readonly PointerMixture _mixture;
    private readonly IndexInput _targets;
    private readonly Tensor _weights;
    private readonly float _enough;
    private readonly Scratch _attention;
    private readonly Scratch _vocabulary;
    private readonly Scratch _mix;
    private readonly float[] _probability;
    private readonly PlacesOfWords _places;

    public PointerLossOperation(Tape tape, PointerMixture mixture, IndexInput targets, Tensor weights, float enough)
    {
        _mixture = mixture;
        _targets = targets;
        _weights = weights;
        _enough = enough < 1 ? enough : float.PositiveInfinity;
        int capacity = mixture.Logits.Groups.Capacity;
        _attention = tape.NewScratch(capacity * mixture.Scores.Columns);
        _vocabulary = tape.NewScratch(capacity * mixture.Logits.Columns);
        _mix = tape.NewScratch(capacity * mixture.Mix.Columns);
        _probability = new float[capacity];
        _places = new PlacesOfWords(mixture.Copies, mixture.Scores.Columns, mixture.Logits.Columns);
    }

    /// <summary>The weighted sum of the last replay.</summary>
    public double Loss { get; private set; }

    /// <summary>p(target) of each row of the last replay.</summary>
    public ReadOnlySpan<float> TargetProbabilities => _probability.AsSpan(0, _mixture.Logits.Rows);

    public override void Forward()
    {
        SoftmaxAll();
        ReadOnlySpan<float> weights = _weights.Values;
        ReadOnlySpan<int> targets = _targets.Values;
        Span<float> probability = _probability;
        Span<float> copied = stackalloc float[_mixture.Copies];
        double loss = 0;
        RowGroups groups = _mixture.Scores.Groups;
        for (int group = 0; group < groups.Count; group++)
        {
            _places.Load(_mixture.Places.Row(group));
            for (int row = groups.Start(group); row < groups.Start(group + 1); row++)
            {
                probability[row] = targets[row] < 0 ? 0 : Probability(row, targets[row], copied);
                if (weights[row] != 0)
                    loss -= weights[row] * Math.Log(probability[row] + Floor);
            }
        }

        Loss = loss;
    }

    public override void Backward()
    {
        ReadOnlySpan<float> weights = _weights.Values;
        Span<float> copied = stackalloc float[_mixture.Copies];
        RowGroups groups = _mixture.Scores.Groups;
        for (int group = 0; group < groups.Count; group++)
        {
            _places.Load(_mixture.Places.Row(group));
            for (int row = groups.Start(group); row < groups.Start(group + 1); row++)
            {
                // What is no number is not held back: it must be seen.
                bool isEnough = weights[row] > 0 && _probability[row] >= _enough;
                if (weights[row] != 0 && !isEnough)
                    Backward(row, _targets.Values[row], weights[row], copied);
            }
        }
    }

    private void SoftmaxAll()
    {
        int rows = _mixture.Logits.Rows;
        int places = _mixture.Scores.Columns / _mixture.Copies;
        int words = _mixture.Logits.Columns;
        int parts = _mixture.Mix.Columns;
        Softmax.Forward(rows * _mixture.Copies, places, _mixture.Scores.Values, places, _attention.Span, places, 1);
        Softmax.Forward(rows, words, _mixture.Logits.Values, words, _vocabulary.Span, words, 1);
        Softmax.Forward(rows, parts, _mixture.Mix.Values, parts, _mix.Span, parts, 1);
    }

    /// <summary>p(target), and the attention mass on it for each copy.</summary>
    private float Probability(int row, int target, Span<float> copied)
    {
        ReadOnlySpan<float> mix = _mix.Span.Slice(row * _mixture.Mix.Columns, _mixture.Mix.Columns);
        ReadOnlySpan<float> attention = _attention.Span.Slice(row * _mixture.Scores.Columns, _mixture.Scores.Columns);
        float probability = mix[^1] * _vocabulary.Span[row * _mixture.Logits.Columns + target];
        for (int copy = 0; copy < copied.Length; copy++)
        {
            float mass = 0;
            foreach (int place in _places.Of(copy, target))
                mass += attention[place];
            copied[copy] = mass;
            probability += mix[copy] * mass;
        }

        return probability;
    }

    private void Backward(int row, int target, float weight, Span<float> copied)
    {
        float probability = Probability(row, target, copied);
        float dProbability = -weight / (probability + Floor);
        int words = _mixture.Logits.Columns;
        int parts = _mixture.Mix.Columns;
        ReadOnlySpan<float> mix = _mix.Span.Slice(row * parts, parts);
        ReadOnlySpan<float> vocabulary = _vocabulary.Span.Slice(row * words, words);

        // Softmax's derivative: d logit_i = p_i (d p_i - sum_j p_j d p_j), where only the target's places have d p_i.
        Span<float> dMix = _mixture.Mix.Gradients.Slice(row * parts, parts);
        for (int part = 0; part < parts; part++)
        {
            float made = part < copied.Length ? copied[part] : vocabulary[target];
            dMix[part] += dProbability * mix[part] * (made - probability);
        }

        float dVocabulary = dProbability * mix[^1] * vocabulary[target];
        Span<float> dLogits = _mixture.Logits.Gradients.Slice(row * words, words);
        Elementwise.AddScaled(vocabulary, -dVocabulary, dLogits);
        dLogits[target] += dVocabulary;
        BackwardAttention(row, target, dProbability, copied);
    }

    private void BackwardAttention(int row, int target, float dProbability, ReadOnlySpan<float> copied)
    {
        int columns = _mixture.Scores.Columns;
        int width = columns / copied.Length;
        ReadOnlySpan<float> mix = _mix.Span.Slice(row * _mixture.Mix.Columns, _mixture.Mix.Columns);
        ReadOnlySpan<float> attention = _attention.Span.Slice(row * columns, columns);
        Span<float> dScores = _mixture.Scores.Gradients.Slice(row * columns, columns);
        for (int copy = 0; copy < copied.Length; copy++)
        {
            float dMass = dProbability * mix[copy];
            ReadOnlySpan<float> weights = attention.Slice(copy * width, width);
            Elementwise.AddScaled(weights, -dMass * copied[copy], dScores.Slice(copy * width, width));
            foreach (int place in _places.Of(copy, target))
                dScores[place] += dMass * attention[place];
        }
    }
}
