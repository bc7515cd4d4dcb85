using Oversight.Determinism;
using Oversight.Neural;

namespace Oversight.Training.Assistants;

/// <summary>
/// One layer of the look-up network. n = norm(x); y = what attention fetches; u = y + mlp(norm(x + y)), which does not contain x; then each field is replaced
/// by u's as far as its gate opens: x + g (u - x). Queries and keys have length one, with a learned sharpness (Henry et al. 2020).
/// </summary>
internal sealed class LookupLayer
{
    private const double Noise = 0.1;
    private const float Sharpness = 16;

    // Adam moves every number at the same pace; a factor makes the gates move faster.
    private const float GatePace = 3;
    private const float Shut = -1;
    private const float Open = 1;
    private readonly int _fields;
    private readonly int _fieldWidth;
    private readonly Parameter _query;
    private readonly Parameter _queryGain;
    private readonly Parameter _key;
    private readonly Parameter _value;
    private readonly Parameter _output;
    private readonly Parameter _up;
    private readonly Parameter _upBias;
    private readonly Parameter _down;
    private readonly Parameter _downBias;
    private readonly Parameter _gate;
    private readonly Parameter _factGateBias;
    private readonly Parameter _questionGateBias;

    public LookupLayer(ParameterLayout layout, string name, int fields, int fieldWidth, bool prior)
    {
        (_fields, _fieldWidth) = (fields, fieldWidth);
        int width = fields * fieldWidth;
        int last = width - fieldWidth;
        _query = layout.Add($"{name}.query", width, fieldWidth, Near(prior, last));
        _queryGain = layout.Add($"{name}.query.gain", 1, fieldWidth, Initialisers.One);
        _key = layout.Add($"{name}.key", width, fieldWidth, Near(prior, 0));
        _value = layout.Add($"{name}.value", width, fieldWidth, Near(prior, last));
        _output = layout.Add($"{name}.output", fieldWidth, width, NearOutput(prior, last));
        _up = layout.Add($"{name}.mlp.up", width, width, Initialisers.FanIn(Math.Sqrt(2)));
        _upBias = layout.Add($"{name}.mlp.up.bias", 1, width, Initialisers.Zero);
        _down = layout.Add($"{name}.mlp.down", width, width, Initialisers.FanIn(Noise));
        _downBias = layout.Add($"{name}.mlp.down.bias", 1, width, Initialisers.Zero);
        _gate = layout.Add($"{name}.gate", width, fields, Initialisers.Zero);
        // Facts keep their first field and replace their last; whether a question does is what there is to learn.
        _factGateBias = layout.Add($"{name}.gate.bias.fact", 1, fields, GateStart(prior, Open));
        _questionGateBias = layout.Add($"{name}.gate.bias.question", 1, fields, GateStart(prior, 0));
    }

    /// <summary>Adds the identity to a square block of a matrix.</summary>
    /// <param name="block">Starts at the block's first number.</param>
    /// <param name="size">Rows and columns of the block.</param>
    /// <param name="stride">Columns of the matrix.</param>
    public static void AddIdentity(Span<float> block, int size, int stride)
    {
        for (int i = 0; i < size; i++)
            block[i * stride + i] += 1;
    }

    /// <summary>Keys and values of the facts, which questions and facts read.</summary>
    public (Tensor Keys, Tensor Values) RecordReading(Tape tape, Tensor facts)
    {
        Tensor n = tape.RmsNorm(facts, null, _fields);
        return (tape.RmsNorm(tape.Linear(n, _key), null), tape.Linear(n, _value));
    }

    /// <summary>The layer's effect on facts, or on questions.</summary>
    public Tensor Record(Tape tape, Tensor x, (Tensor Keys, Tensor Values) facts, bool questions)
    {
        Tensor n = tape.RmsNorm(x, null, _fields);
        Tensor query = tape.RmsNorm(tape.Linear(n, _query), _queryGain);
        Tensor fetched = tape.Attention(query, facts.Keys, facts.Values, 1, Sharpness / _fieldWidth);
        Tensor y = tape.Linear(fetched, _output);
        Tensor hidden = tape.Linear(tape.RmsNorm(tape.Add(x, y), null, _fields), _up, _upBias, relu: true);
        Tensor u = tape.Add(y, tape.Linear(hidden, _down, _downBias));
        Tensor gate = tape.Linear(n, _gate, questions ? _questionGateBias : _factGateBias);
        return tape.Gate(x, tape.Scale(gate, GatePace), u);
    }

    /// <summary>A projection of the whole token to one field that starts near picking out a field.</summary>
    public static Initialiser Near(bool prior, int firstRow) => (values, rows, columns, random) =>
    {
        StartNoise(values, rows, prior, random);
        if (prior)
            AddIdentity(values[(firstRow * columns)..], columns, columns);
    };

    /// <summary>A projection from one field to the whole token that starts near writing into a field.</summary>
    private static Initialiser NearOutput(bool prior, int firstColumn) => (values, rows, columns, random) =>
    {
        StartNoise(values, rows, prior, random);
        if (prior)
            AddIdentity(values[firstColumn..], rows, columns);
    };

    private static void StartNoise(Span<float> values, int rows, bool prior, RandomStream random) =>
        Initialisers.Normal((prior ? Noise : 1) / Math.Sqrt(rows))(values, rows, values.Length / rows, random);

    private static Initialiser GateStart(bool prior, float last) => (values, _, _, _) =>
    {
        if (!prior)
            return;
        values.Fill(Shut);
        values[^1] = last;
    };
}
