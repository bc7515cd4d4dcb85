namespace Oversight.Learning.Options;

/// <summary>Which network X is.</summary>
public enum AssistantKind
{
    /// <summary>Layers that look facts up by their keys: small, and quick to learn on a CPU.</summary>
    Lookup,

    /// <summary>The encoder over the facts and the layers that read it, as in the paper.</summary>
    Published,
}
