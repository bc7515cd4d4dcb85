using Oversight.Neural;

namespace Oversight.Learning.Assistants;

/// <summary>
/// How far each field of a token lets itself be replaced. A gate tends to stay shut where nothing was found for its field: what is not found is not replaced.
/// </summary>
internal sealed class LookupGates
{
    private const float Shut = -1;
    private const float Open = 1;
    private const float Wary = 2.5f;
    private const float Kept = -4.5f;
    private readonly Parameter _token;
    private readonly Parameter _factBias;
    private readonly Parameter _questionBias;

    /// <summary>Lays out the parameters.</summary>
    /// <param name="layout">Gets them.</param>
    /// <param name="name">The name of the gates.</param>
    /// <param name="shape">The token's fields.</param>
    /// <param name="adjusts">Whether these only adjust other gates, and so start at zero.</param>
    public LookupGates(ParameterLayout layout, string name, FieldShape shape, bool adjusts)
    {
        float wary = WaryOf(shape);
        bool prior = shape.Prior && !adjusts;
        _token = layout.Add($"{name}.token", shape.Width, shape.Fields, Initialisers.Zero);
        // Facts keep their first field and replace the others by what they find; whether a question does is what there is to learn.
        // Where results are computed, operands are kept: a layer that took a wrong result for an operand could never be put right by those behind it.
        float operands = shape.ComputesResults ? Kept : Open - wary;
        _factBias = layout.Add($"{name}.fact", 1, shape.Fields, prior ? Start(operands, result: Open - wary) : Initialisers.Zero);
        // A set is all there is to go on from.
        _questionBias = layout.Add($"{name}.question", 1, shape.Fields, prior ? Start(-wary, result: shape.HoldsSets ? Open - wary : -wary) : Initialisers.Zero);
    }

    /// <summary>The gates' logits.</summary>
    /// <param name="tape">Recorded on.</param>
    /// <param name="n">The tokens, normalised.</param>
    /// <param name="questions">Whether the tokens are questions.</param>
    public Tensor Record(Tape tape, Tensor n, bool questions) => tape.Linear(n, _token, questions ? _questionBias : _factBias);

    /// <summary>What finding something adds to the logits; not learned, for gates that can be talked out of it shut before deeper layers are needed.</summary>
    /// <param name="tape">Recorded on.</param>
    /// <param name="shape">The token's fields.</param>
    /// <param name="found">What was found for each field.</param>
    /// <returns>(rows, fields), or null where it adds nothing.</returns>
    public static Tensor? RecordFound(Tape tape, FieldShape shape, Tensor found) =>
        WaryOf(shape) == 0 ? null : tape.Scale(tape.Presence(found, shape.Fields), WaryOf(shape));

    /// <summary>Where facts have two fields, both are always filled and look-ups do not fail; gates that shut where one seems to would only hide what there is to learn.</summary>
    private static float WaryOf(FieldShape shape) => shape.Fields > 2 ? Wary : 0;

    private static Initialiser Start(float others, float result) => (values, _, _, _) =>
    {
        values.Fill(others);
        values[0] = Shut;
        values[^1] = result;
    };
}
