using Oversight.Neural;

namespace Oversight.Learning.Assistants;

/// <summary>
/// One way of looking up: some fields of a token look for the facts whose own fields are like them, and fetch a field. What fits no fact fetches nothing.
/// Queries and keys have length one, with a learned sharpness (Henry et al. 2020).
/// </summary>
internal sealed class LookupHead
{
    private const float Sharpness = 16;
    private readonly Parameter _query;
    private readonly Parameter _queryGain;
    private readonly Parameter _output;
    private readonly Parameter? _nothing;
    private readonly Parameter? _nothingBias;

    /// <summary>Lays out the parameters.</summary>
    /// <param name="layout">Gets them.</param>
    /// <param name="name">The head's name.</param>
    /// <param name="shape">The token's fields.</param>
    /// <param name="query">The first field of those that look, and how many they are.</param>
    /// <param name="output">The field that what is fetched goes into.</param>
    public LookupHead(ParameterLayout layout, string name, FieldShape shape, (int First, int Count) query, int output)
    {
        int width = query.Count * shape.FieldWidth;
        _query = layout.Add($"{name}.query", shape.Width, width, shape.PickFields(query.First));
        _queryGain = layout.Add($"{name}.query.gain", 1, width, Initialisers.One);
        _output = layout.Add($"{name}.output", shape.FieldWidth, shape.Width, shape.FillField(output));
        if (!shape.CanMiss)
            return;
        _nothing = layout.Add($"{name}.nothing", shape.Width, 1, Initialisers.Zero);
        // Half way between all fields alike and all but one.
        _nothingBias = layout.Add($"{name}.nothing.bias", 1, 1, Initialisers.Constant(1 - 0.5f / query.Count));
    }

    /// <summary>Records what the head fetches for each token.</summary>
    /// <param name="tape">Recorded on.</param>
    /// <param name="n">(rows, fields * field width): the tokens, normalised.</param>
    /// <param name="keys">What facts are found by.</param>
    /// <param name="values">What is fetched of them.</param>
    public Tensor Record(Tape tape, Tensor n, Tensor keys, Tensor values)
    {
        Tensor query = FieldShape.Unit(tape, tape.Linear(n, _query), _queryGain);
        Tensor? nothing = _nothing is null ? null : tape.Scale(tape.Linear(n, _nothing, _nothingBias), query.Columns);
        Tensor fetched = tape.Attention(query, keys, values, 1, Sharpness / query.Columns, nothing: nothing);
        return tape.Linear(fetched, _output);
    }
}
