using Oversight.Neural;

namespace Oversight.Learning.Assistants;

/// <summary>
/// How the published network writes one symbol of an answer: a pointer with a softmax over the facts for each place of a fact, mixed with a softmax over
/// the alphabet. Every symbol of an answer has weights of its own and reads the symbols before it.
/// </summary>
internal sealed class PublishedSymbol
{
    /// <summary>Lays out the parameters of the symbol at a position.</summary>
    /// <param name="layout">Gets them.</param>
    /// <param name="position">From 0: how many symbols stand before it.</param>
    /// <param name="alphabet">How many symbols there are.</param>
    /// <param name="factLength">Symbols a fact.</param>
    /// <param name="embedding">Numbers an embedding.</param>
    /// <param name="width">C.</param>
    public PublishedSymbol(ParameterLayout layout, int position, int alphabet, int factLength, int embedding, int width)
    {
        string name = $"symbols.{position}";
        int state = position == 0 ? width : 2 * width;
        FactLength = factLength;
        Prefix = position == 0 ? null : new JoinedSymbols(layout, $"{name}.prefix", alphabet, position, embedding, width);
        Query = PublishedNetwork.AddLinear(layout, $"{name}.pointer.query", state, factLength * width);
        Key = layout.Add($"{name}.pointer.key.weight", width, factLength * width, Initialisers.FanIn());
        MixHidden = PublishedNetwork.AddLinear(layout, $"{name}.mix.hidden", state, width);
        Mix = PublishedNetwork.AddLinear(layout, $"{name}.mix", width, factLength + 1);
        VocabularyHidden = PublishedNetwork.AddLinear(layout, $"{name}.vocabulary.hidden", state, width);
        Vocabulary = PublishedNetwork.AddLinear(layout, $"{name}.vocabulary", width, alphabet);
    }

    /// <summary>Symbols a fact: each place of a fact has a pointer of its own.</summary>
    public int FactLength { get; }

    /// <summary>The symbols before this one; null for the first.</summary>
    public JoinedSymbols? Prefix { get; }

    /// <summary>(state, FactLength * C): what the pointers look for.</summary>
    public (Parameter Weight, Parameter Bias) Query { get; }

    /// <summary>(C, FactLength * C): what they find facts by. A bias would add the same to every logit of a row.</summary>
    public Parameter Key { get; }

    /// <summary>(state, C).</summary>
    public (Parameter Weight, Parameter Bias) MixHidden { get; }

    /// <summary>(C, FactLength + 1): how much each pointer counts, and the softmax over the alphabet.</summary>
    public (Parameter Weight, Parameter Bias) Mix { get; }

    /// <summary>(state, C).</summary>
    public (Parameter Weight, Parameter Bias) VocabularyHidden { get; }

    /// <summary>(C, alphabet).</summary>
    public (Parameter Weight, Parameter Bias) Vocabulary { get; }
}
