using Oversight.Learning.Options;
using Oversight.Neural;
using Oversight.Tasks;

namespace Oversight.Learning.Assistants;

/// <summary>
/// X as in the paper (Christiano et al. 2018, section 2.4 and appendix): a transformer encodes the facts of a context, each a vector made of its symbols' embeddings;
/// questions attend to the encoded facts; the answer comes symbol by symbol, each a mixture of copying a symbol out of a fact and of a softmax over the alphabet.
/// It starts from noise and knows nothing of what a fact's symbols stand for.
/// </summary>
public sealed class PublishedNetwork : AssistantNetwork
{
    // As a rule at least so many contexts are learned from, or answered about, at once.
    private const int ContextsAtOnce = 4;

    /// <summary>Lays out the parameters.</summary>
    /// <param name="task">The task: its lengths decide the inputs and the symbols of an answer.</param>
    /// <param name="options">The size.</param>
    /// <exception cref="ArgumentException">The width does not fall into as many heads as asked for.</exception>
    public PublishedNetwork(AlgorithmicTask task, AssistantOptions options)
        : base(task, options)
    {
        if (options.Width % options.Heads != 0)
            throw new ArgumentException($"A width of {options.Width} cannot be split over {options.Heads} attention heads.", nameof(options));
        int alphabet = task.Alphabet.Size;
        Facts = new JoinedSymbols(Layout, "facts", alphabet, task.FactLength, options.Embedding, options.Width);
        Questions = new JoinedSymbols(Layout, "questions", alphabet, task.QuestionLength, options.Embedding, options.Width);
        FactLayers = NewLayers("encoder", options.Layers, options);
        FactNorm = AddNorm("encoder.norm", options.Width);
        QuestionLayers = NewLayers("answerer", options.AnswerLayers, options);
        QuestionNorm = AddNorm("answerer.norm", options.Width);
        AnswerSymbols = [.. Enumerable.Range(0, task.AnswerLength).Select(
            i => new PublishedSymbol(Layout, i, alphabet, task.FactLength, options.Embedding, options.Width))];
        FoldsKeys = ContextsAtOnce * task.FactCount(Difficulty.Full) >= options.Width;
    }

    /// <summary>
    /// Whether the keys of the answer's pointers are folded into their queries. That costs, whenever the weights change, as much as keys for a fact a column; on each
    /// network it is the same whatever is asked, so that answers do not depend on what else is asked beside.
    /// </summary>
    internal bool FoldsKeys { get; init; }

    internal JoinedSymbols Facts { get; }

    internal JoinedSymbols Questions { get; }

    internal IReadOnlyList<PublishedLayer> FactLayers { get; }

    internal (Parameter Gain, Parameter Bias) FactNorm { get; }

    internal IReadOnlyList<PublishedLayer> QuestionLayers { get; }

    internal (Parameter Gain, Parameter Bias) QuestionNorm { get; }

    internal IReadOnlyList<PublishedSymbol> AnswerSymbols { get; }

    /// <inheritdoc/>
    public override AssistantPass Record(Tape tape, int contexts, int questionsPerContext) =>
        new PublishedPass(this, tape, contexts, questionsPerContext);

    /// <summary>Adds the weight and the bias of a linear map.</summary>
    internal static (Parameter Weight, Parameter Bias) AddLinear(ParameterLayout layout, string name, int rows, int columns) =>
        (layout.Add($"{name}.weight", rows, columns, Initialisers.FanIn()), layout.Add($"{name}.bias", 1, columns, Initialisers.Zero));

    private PublishedLayer[] NewLayers(string name, int count, AssistantOptions options) =>
        [.. Enumerable.Range(0, count).Select(i => new PublishedLayer(Layout, $"{name}.{i}", options.Width, options.Heads))];

    private (Parameter Gain, Parameter Bias) AddNorm(string name, int width) =>
        (Layout.Add($"{name}.gain", 1, width, Initialisers.One), Layout.Add($"{name}.bias", 1, width, Initialisers.Zero));
}
