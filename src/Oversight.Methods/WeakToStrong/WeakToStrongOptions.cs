using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Oversight.Runs.Rounds;

namespace Oversight.Methods.WeakToStrong;

/// <summary>Weak-to-strong generalisation: who the weak supervisor is, and how X, the strong student, is prepared and learns from it.</summary>
public sealed record WeakToStrongOptions : IMethodOptions
{
    string IMethodOptions.Group => "weak";

    /// <summary>C, the supervisor's width.</summary>
    [Range(8, 4096), Description("width of the weak supervisor")]
    public int Width { get; init; } = 64;

    /// <summary>The supervisor's layers; all else is as in X.</summary>
    [Range(1, 64), Description("layers of the weak supervisor; all else as in X")]
    public int Layers { get; init; } = 2;

    /// <summary>Batches of true labels that the supervisor learns from before it is frozen.</summary>
    [Range(1, 1_000_000), Description("batches of true labels that the weak supervisor learns from; no steps of X")]
    public int Steps { get; init; } = 100;

    /// <summary>Steps of X on what the facts say outright, before it learns from the supervisor; 0 for a student that comes unprepared, a control.</summary>
    [Range(0, 1_000_000), Description("preparing steps of X, on what the facts say outright, counted apart (0: none, a control)")]
    public int Pretraining { get; init; } = 100;

    /// <summary>Alpha of the auxiliary confidence loss (Burns et al. 2023, section 4.3): the share of X's targets that are its own answers.</summary>
    [Range(0.0, 1.0), Description("share of X's targets that are its own answers: the auxiliary confidence loss (0: none)")]
    public double Confidence { get; init; }

    /// <summary>Steps over which that share rises from nothing.</summary>
    [Range(0, 1_000_000), Description("steps over which that share rises")]
    public int Ramp { get; init; } = 100;
}
