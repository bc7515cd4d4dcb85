using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Oversight.Learning.Options;

/// <summary>X, the assistant.</summary>
public sealed record AssistantOptions
{
    /// <summary>Which network.</summary>
    [Description("X's network: lookup, or published as in the paper")]
    public AssistantKind Network { get; init; }

    /// <summary>C, the width.</summary>
    [Range(8, 4096), Description("width of X")]
    public int Width { get; init; } = 64;

    /// <summary>Layers (published: of the encoder over the facts).</summary>
    [Range(1, 64), Description("layers of X (published: of its encoder)")]
    public int Layers { get; init; } = 6;

    /// <summary>Layers in which questions read the encoded facts; published network only.</summary>
    [Range(1, 64), Description("layers that read the encoded facts (published only)")]
    public int AnswerLayers { get; init; } = 3;

    /// <summary>NH, attention heads; published network only.</summary>
    [Range(1, 64), Description("attention heads (published only)")]
    public int Heads { get; init; } = 8;

    /// <summary>Numbers a symbol's embedding (the paper: 100); published network only.</summary>
    [Range(1, 4096), Description("numbers a symbol's embedding (published only)")]
    public int Embedding { get; init; } = 32;

    /// <summary>The learning rate.</summary>
    [Range(0.0, 1.0), Description("learning rate of X")]
    public double Rate { get; init; } = 0.002;

    /// <summary>Steps of warm-up.</summary>
    [Range(0, 1_000_000), Description("steps over which X's learning rate rises")]
    public int WarmUp { get; init; } = 100;

    /// <summary>The step after which the rate falls as 1 / step; 0 for never.</summary>
    [Range(0, 1_000_000), Description("step after which X's learning rate falls as 1 / step (0: never)")]
    public int CoolAfter { get; init; }

    /// <summary>
    /// After so many steps X begins anew, as often as <see cref="AnewUntil"/> allows: with fresh weights it learns in few steps what the X before, sure of earlier targets, could not be
    /// brought to (Nikishin et al. 2022, the primacy bias). Until half as many steps later the X before goes on answering. 0: never.
    /// </summary>
    [Range(0, 1_000_000), Description("steps after which X begins anew with fresh weights, the X before answering for half as many more (0: never)")]
    public int AnewEvery { get; init; }

    /// <summary>The step after which X begins anew no more.</summary>
    [Range(0, 1_000_000), Description("step after which X begins anew no more")]
    public int AnewUntil { get; init; } = 1_000_000;

    /// <summary>Whether the look-up network starts near looking up; off, it starts from noise of the same size.</summary>
    [Description("start the lookup network near a look-up (false: from noise)")]
    public bool Prior { get; init; } = true;

    /// <summary>What the layers of the look-up network have in common.</summary>
    [Description("what layers of the lookup network share: nothing, lookups, or all but an adjustment of their gates")]
    public LayerSharing Shared { get; init; }

    /// <summary>Whether layers of the look-up network add up over all facts, beside looking facts up.</summary>
    [Description("layers of the lookup network also add up over all facts (for answers that lie in no one fact)")]
    public bool Counts { get; init; }

    /// <summary>
    /// Adam's epsilon: steps get smaller once gradients are below it. Without any, the step of a weight that no gradient has reached yet is
    /// 0 / 0.
    /// </summary>
    [Range(1e-12, 1.0), Description("Adam's epsilon for X")]
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>How probable a target must be for X to have learned it well enough: such targets move nothing.</summary>
    [Range(0.0, 1.0), Description("probability from which a target is learned well enough and moves X no more (1: never)")]
    public double Enough { get; init; } = 1;
}
