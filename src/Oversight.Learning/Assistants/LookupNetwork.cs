using Oversight.Learning.Options;
using Oversight.Neural;
using Oversight.Tasks;

namespace Oversight.Learning.Assistants;

/// <summary>
/// X as a look-up network: a token is several <em>fields</em>, and each layer's attention starts near "my last field looks for your first field
/// and fetches your last", behind a gate for each field that <em>replaces</em> what was there. Facts and questions pass the same layers; a question reads the
/// facts as they stand before the layer and is never read. The answer is a pointer over the words of the facts, mixed with a softmax over all answers.
/// The starting point is a prior shaped for questions about lists of facts; <c>assistant.prior=false</c> takes it away.
/// </summary>
public sealed class LookupNetwork : AssistantNetwork
{
    private const double Noise = 0.1;
    private const float PointerFirst = 2;

    /// <summary>Lays out the parameters.</summary>
    /// <param name="task">The task: its <see cref="AlgorithmicTask.Layout"/> decides the fields.</param>
    /// <param name="options">The size, and whether the prior is on.</param>
    public LookupNetwork(AlgorithmicTask task, AssistantOptions options)
        : base(task, options)
    {
        Statements = task.Layout;
        int fieldWidth = options.Width / Statements.Fields;
        Shape = new FieldShape(
            Statements.Fields,
            Statements.KeptFields,
            fieldWidth,
            options.Prior,
            Statements.SharesNames,
            Statements.ComputesResults,
            options.Counts);
        Encoding = new FieldEncoding(task, Layout, Shape);
        SharedParts? shared = SharedOf(options);
        ReadsOnce = shared is not null && Shape.HoldsSets;
        Layers = [.. Enumerable.Range(0, options.Layers).Select(i => new LookupLayer(Layout, $"layers.{i}", Shape, shared))];
        PointerQuery = Layout.Add("pointer.query", Width, FieldWidth, Shape.SumFields());
        PointerField = Layout.Add("pointer.field", Width, Fields, Initialisers.Zero);
        int answer = Shape.HoldsSets ? 1 : Shape.Result;
        PointerFieldBias = Layout.Add("pointer.field.bias", 1, Fields, (values, _, _, _) => values[answer] = 1);
        PointerGain = Layout.Add("pointer.gain", 1, FieldWidth, Initialisers.One);
        Vocabulary = Layout.Add("vocabulary", Width, Answers.Count, Initialisers.FanIn(Noise));
        VocabularyBias = Layout.Add("vocabulary.bias", 1, Answers.Count, Initialisers.Zero);
        Mix = Layout.Add("mix", Width, 2, Initialisers.Zero);
        MixBias = Layout.Add("mix.bias", 1, 2, static (values, _, _, _) => values[0] = PointerFirst);
    }

    /// <summary>How the task's facts and questions are read.</summary>
    internal StatementLayout Statements { get; }

    internal FieldShape Shape { get; }

    internal FieldEncoding Encoding { get; }

    internal IReadOnlyList<LookupLayer> Layers { get; }

    /// <summary>Whether every layer finds the same in the facts.</summary>
    internal bool ReadsOnce { get; }

    internal Parameter PointerQuery { get; }

    /// <summary>Decides which fields the pointer takes its word from.</summary>
    internal Parameter PointerField { get; }

    internal Parameter PointerFieldBias { get; }

    internal Parameter PointerGain { get; }

    internal Parameter Vocabulary { get; }

    internal Parameter VocabularyBias { get; }

    internal Parameter Mix { get; }

    internal Parameter MixBias { get; }

    internal int Fields => Shape.Fields;

    internal int FieldWidth => Shape.FieldWidth;

    internal int Width => Shape.Width;

    /// <inheritdoc/>
    public override AssistantPass Record(Tape tape, int contexts, int questionsPerContext) =>
        new LookupPass(this, tape, contexts, questionsPerContext);

    private SharedParts? SharedOf(AssistantOptions options) => options.Shared == LayerSharing.Nothing
        ? null
        : new SharedParts(
            LookupLayer.NewLookups(Layout, "layers", Shape),
            new LookupGates(Layout, "layers.gates", Shape, adjusts: false),
            options.Shared == LayerSharing.Lookups ? null : new LookupMlp(Layout, "layers.mlp", Shape));
}
