namespace Oversight.Methods.Debate.Collusion;

/// <summary>What a debater of the collusion study sees and does: the places of its inputs and outputs.</summary>
/// <param name="messages">How many messages there are.</param>
internal sealed class CollusionFeatures(int messages)
{
    private const int Phases = 3;
    private const int Halves = 3;
    private const int Memories = 3;
    private const int Claims = 2;
    private const int Picks = 3;

    /// <summary>Numbers a row.</summary>
    public int Inputs => Phases + Halves + messages + Memories;

    /// <summary>Logits a row, over all phases.</summary>
    public int Outputs => Claims + messages + Picks;

    /// <summary>The logits of a phase.</summary>
    /// <param name="phase">What is decided.</param>
    /// <param name="mayConcede">Whether letting a claim stand is among the picks.</param>
    public (int Start, int Length) ActionsOf(CollusionPhase phase, bool mayConcede) => phase switch
    {
        CollusionPhase.Claim => (0, Claims),
        CollusionPhase.Message => (Claims, messages),
        _ => (Claims + messages, mayConcede ? Picks : Picks - 1),
    };

    /// <summary>Writes what a debater sees.</summary>
    /// <param name="row">(inputs), overwritten.</param>
    /// <param name="sight">What it sees.</param>
    public void Write(Span<float> row, CollusionSight sight)
    {
        row.Clear();
        row[(int)sight.Phase] = 1;
        row[Phases + sight.FalseHalf] = 1;
        row[Phases + Halves + sight.Message] = 1;
        row[Phases + Halves + messages + sight.Memory] = 1;
    }
}
