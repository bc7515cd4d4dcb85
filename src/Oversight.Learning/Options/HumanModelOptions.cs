using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Oversight.Learning.Options;

/// <summary>H', the human model.</summary>
public sealed record HumanModelOptions
{
    /// <summary>C, the width.</summary>
    [Range(8, 4096), Description("width of H'")]
    public int Width { get; init; } = 64;

    /// <summary>Layers.</summary>
    [Range(1, 64), Description("layers of H'")]
    public int Layers { get; init; } = 1;

    /// <summary>NH, attention heads.</summary>
    [Range(1, 64), Description("attention heads of H'")]
    public int Heads { get; init; } = 1;

    /// <summary>The learning rate.</summary>
    [Range(0.0, 1.0), Description("learning rate of H'")]
    public double Rate { get; init; } = 0.002;

    /// <summary>Steps of warm-up.</summary>
    [Range(0, 1_000_000), Description("steps over which the learning rate of H' rises")]
    public int WarmUp { get; init; } = 50;

    /// <summary>Transcripts a step.</summary>
    [Range(1, 4096), Description("transcripts a step of H'")]
    public int Batch { get; init; } = 64;

    /// <summary>Steps a round. Where dialogues are long, H' must keep up with an X that gets further.</summary>
    [Range(1, 1000), Description("steps of H' a round")]
    public int StepsPerRound { get; init; } = 1;

    /// <summary>X begins to learn once the loss of H' is below this; a large number begins at once.</summary>
    [Range(0.0, 1000.0), Description("X begins to learn once the loss of H' is below this (1000: at once)")]
    public double ReadyBelow { get; init; } = 0.02;

    /// <summary>X begins to learn after this many rounds at the latest, however badly H' imitates an H who cannot be imitated.</summary>
    [Range(0, 1_000_000), Description("X begins to learn after this many preparing rounds at the latest")]
    public int Patience { get; init; } = 400;

    /// <summary>Below this loss H' is trained in one round of ten.</summary>
    [Range(0.0, 10.0), Description("below this loss H' is trained one round in ten")]
    public double IdleBelow { get; init; } = 0.002;

    /// <summary>How probable a symbol of H's must be for H' to have learned it well enough: such symbols move nothing.</summary>
    [Range(0.0, 1.0), Description("probability from which a symbol is learned well enough and moves H' no more (1: never)")]
    public double Enough { get; init; } = 1;

    /// <summary>How many steps H' averages over; 1 for none. In a long dialogue one wrong symbol is enough, and each step makes others wrong.</summary>
    [Range(1, 1_000_000), Description("steps that H' averages over (1: none)")]
    public int Horizon { get; init; } = 1;
}
