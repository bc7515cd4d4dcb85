using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Oversight.Runs.Rounds;

namespace Oversight.Methods.Debate;

/// <summary>Debate as a source of targets: what X proposes, how well it is argued, and who judges.</summary>
public sealed record DebateOptions : IMethodOptions
{
    string IMethodOptions.Group => "debate";

    /// <summary>How many answers are debated for a question at most; the first is X's most probable, the others are drawn.</summary>
    [Range(1, 1024), Description("answers debated for a question at most")]
    public int Proposals { get; init; } = 4;

    /// <summary>The temperature at which proposals are drawn. What X never proposes is never debated, and rare answers are proposed by none who is sure of common ones.</summary>
    [Range(0.05, 20.0), Description("temperature at which proposals are drawn")]
    public double Temperature { get; init; } = 2;

    /// <summary>How many turns debaters think ahead; 0 for X's own opinion of each claim.</summary>
    [Range(0, 3), Description("turns that debaters think ahead (0: X's own opinion of each claim)")]
    public int Ahead { get; init; } = 1;

    /// <summary>How often the opponent objects and contests at random: clumsiness, or a guard against errors that both sides share.</summary>
    [Range(0.0, 1.0), Description("share of the opponent's moves made at random")]
    public double Slips { get; init; }

    /// <summary>Who judges: one who checks the arithmetic of splits and looks up one fact; or a coin, a control that must fail.</summary>
    [Description("the judge: careful (checks arithmetic, looks up one fact), or coin (a control that must fail)")]
    public JudgeKind Judge { get; init; }
}
