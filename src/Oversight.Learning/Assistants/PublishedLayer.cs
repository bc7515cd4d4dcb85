using Oversight.Neural;

namespace Oversight.Learning.Assistants;

/// <summary>
/// One transformer layer of the published network, with the norm before each half: x + attention(norm x), then x + mlp(norm x). What attention reads is
/// given from outside: for a fact the facts of its context as they stand, for a question the encoded facts.
/// </summary>
internal sealed class PublishedLayer
{
    private const int Expansion = 4;
    private readonly int _heads;
    private readonly float _scale;
    private readonly Parameter _normGain;
    private readonly Parameter _normBias;
    private readonly (Parameter Weight, Parameter Bias) _query;
    // A bias here would add the same to every logit of a row, which a softmax does not see.
    private readonly Parameter _key;
    private readonly (Parameter Weight, Parameter Bias) _value;
    private readonly (Parameter Weight, Parameter Bias) _output;
    private readonly Parameter _mlpNormGain;
    private readonly Parameter _mlpNormBias;
    private readonly (Parameter Weight, Parameter Bias) _up;
    private readonly (Parameter Weight, Parameter Bias) _down;

    public PublishedLayer(ParameterLayout layout, string name, int width, int heads)
    {
        _heads = heads;
        _scale = 1 / MathF.Sqrt(width / (float)heads);
        _normGain = layout.Add($"{name}.attention.norm.gain", 1, width, Initialisers.One);
        _normBias = layout.Add($"{name}.attention.norm.bias", 1, width, Initialisers.Zero);
        _query = PublishedNetwork.AddLinear(layout, $"{name}.attention.query", width, width);
        _key = layout.Add($"{name}.attention.key.weight", width, width, Initialisers.FanIn());
        _value = PublishedNetwork.AddLinear(layout, $"{name}.attention.value", width, width);
        _output = PublishedNetwork.AddLinear(layout, $"{name}.attention.output", width, width);
        _mlpNormGain = layout.Add($"{name}.mlp.norm.gain", 1, width, Initialisers.One);
        _mlpNormBias = layout.Add($"{name}.mlp.norm.bias", 1, width, Initialisers.Zero);
        _up = PublishedNetwork.AddLinear(layout, $"{name}.mlp.up", width, Expansion * width);
        _down = PublishedNetwork.AddLinear(layout, $"{name}.mlp.down", Expansion * width, width);
    }

    /// <summary>Records the layer on facts, which read one another.</summary>
    /// <param name="tape">Recorded on.</param>
    /// <param name="facts">(facts, C).</param>
    public Tensor RecordFacts(Tape tape, Tensor facts)
    {
        Tensor n = tape.LayerNorm(facts, _normGain, _normBias);
        return Record(tape, facts, n, RecordReading(tape, n));
    }

    /// <summary>Records the keys and values under which the layer finds some facts.</summary>
    /// <param name="tape">Recorded on.</param>
    /// <param name="facts">(facts, C).</param>
    public (Tensor Keys, Tensor Values) RecordReading(Tape tape, Tensor facts) =>
        (tape.Linear(facts, _key), tape.Linear(facts, _value.Weight, _value.Bias));

    /// <summary>Records the layer on questions, which read facts and not one another.</summary>
    /// <param name="tape">Recorded on.</param>
    /// <param name="questions">(questions, C).</param>
    /// <param name="facts">What <see cref="RecordReading"/> made of the facts.</param>
    public Tensor RecordQuestions(Tape tape, Tensor questions, (Tensor Keys, Tensor Values) facts) =>
        Record(tape, questions, tape.LayerNorm(questions, _normGain, _normBias), facts);

    private Tensor Record(Tape tape, Tensor x, Tensor n, (Tensor Keys, Tensor Values) facts)
    {
        Tensor query = tape.Linear(n, _query.Weight, _query.Bias);
        Tensor fetched = tape.Attention(query, facts.Keys, facts.Values, _heads, _scale);
        x = tape.Linear(fetched, _output.Weight, _output.Bias, residual: x);
        Tensor hidden = tape.Linear(tape.LayerNorm(x, _mlpNormGain, _mlpNormBias), _up.Weight, _up.Bias, relu: true);
        return tape.Linear(hidden, _down.Weight, _down.Bias, residual: x);
    }
}
