namespace Oversight.Learning.Options;

/// <summary>What the layers of the look-up network have in common: the more, the further reaches what one has learned.</summary>
public enum LayerSharing
{
    /// <summary>Layers all of their own.</summary>
    Nothing,

    /// <summary>Layers with the same look-ups and gates, and MLPs of their own.</summary>
    Lookups,

    /// <summary>Layers that differ in an adjustment of their gates only.</summary>
    All,
}
