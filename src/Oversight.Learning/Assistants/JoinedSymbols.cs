using Oversight.Neural;

namespace Oversight.Learning.Assistants;

/// <summary>A fixed number of symbols as one vector: each is embedded, the embeddings are joined, and the joined vector is projected to the width.</summary>
internal sealed class JoinedSymbols
{
    private readonly Parameter _embedding;
    private readonly Parameter _weight;
    private readonly Parameter _bias;

    public JoinedSymbols(ParameterLayout layout, string name, int alphabet, int count, int embedding, int width)
    {
        _embedding = layout.Add($"{name}.embedding", alphabet, embedding, Initialisers.Normal(1));
        _weight = layout.Add($"{name}.weight", count * embedding, width, Initialisers.FanIn());
        _bias = layout.Add($"{name}.bias", 1, width, Initialisers.Zero);
    }

    /// <summary>Records what each symbol at each place adds to a vector; the vectors are the <see cref="Tape.Join"/> of it, and a linear map of them is the join of that map of it.</summary>
    /// <param name="tape">Recorded on.</param>
    /// <returns>(1 + count * alphabet, C).</returns>
    public Tensor RecordTable(Tape tape) => tape.JoinTable(_embedding, _weight, _bias);
}
