using Oversight.Determinism;

namespace Oversight.Methods.WeakToStrong;

/// <summary>
/// The environment of the weak-to-strong study: strings of bits; concepts, each "if this bit then that bit else a third"; and a target, the majority of some of the concepts.
/// Whoever looks at the environment without labels can learn the concepts, but not which of them the target is made of.
/// </summary>
public sealed class ConceptWorld
{
    /// <summary>Bits of an input.</summary>
    public const int Bits = 24;

    /// <summary>How many concepts there are.</summary>
    public const int Concepts = 48;

    private const int Relevant = 9;
    private readonly (int If, int Then, int Else)[] _concepts = new (int, int, int)[Concepts];
    private readonly int[] _relevant = new int[Relevant];

    /// <summary>A world.</summary>
    /// <param name="key">Names it.</param>
    public ConceptWorld(RandomKey key)
    {
        RandomStream random = key.Stream();
        Span<int> bits = stackalloc int[3];
        for (int i = 0; i < Concepts; i++)
        {
            random.Choose(Bits, bits);
            _concepts[i] = (bits[0], bits[1], bits[2]);
        }

        random.Choose(Concepts, _relevant);
    }

    /// <summary>Draws examples.</summary>
    /// <param name="count">How many.</param>
    /// <param name="key">Names them.</param>
    public Examples Draw(int count, RandomKey key)
    {
        RandomStream random = key.Stream();
        var examples = new Examples(count, Bits, Concepts);
        for (int row = 0; row < count; row++)
            Draw(examples.Inputs.AsSpan(row * Bits, Bits), examples.Concepts.AsSpan(row * Concepts, Concepts), ref examples.Targets[row], random);
        return examples;
    }

    private void Draw(Span<float> bits, Span<float> concepts, ref float target, RandomStream random)
    {
        for (int i = 0; i < Bits; i++)
            bits[i] = random.NextBool() ? 1 : -1;
        for (int i = 0; i < Concepts; i++)
            concepts[i] = bits[bits[_concepts[i].If] > 0 ? _concepts[i].Then : _concepts[i].Else] > 0 ? 1 : 0;
        float votes = 0;
        foreach (int concept in _relevant)
            votes += concepts[concept];
        target = 2 * votes > Relevant ? 1 : 0;
    }
}
