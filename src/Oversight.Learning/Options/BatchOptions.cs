using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Oversight.Learning.Options;

/// <summary>The shape of a batch.</summary>
public sealed record BatchOptions
{
    /// <summary>Contexts a batch.</summary>
    [Range(1, 1024), Description("contexts a batch of X")]
    public int Contexts { get; init; } = 8;

    /// <summary>Questions a context.</summary>
    [Range(1, 1024), Description("questions a context")]
    public int Questions { get; init; } = 64;

    /// <summary>How many pieces a batch is cut into; pieces run side by side and their gradients are added in order, so results depend on this and never on threads.</summary>
    [Range(1, 64), Description("pieces a batch is cut into for the threads; changes the last bits of results")]
    public int Shards { get; init; } = 4;
}
