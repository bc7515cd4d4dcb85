using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Protocols.Debate;

namespace Oversight.Tasks.ShortestPath;

/// <summary>
/// Shortest path (<c>graph</c> in the reference): the facts are directed edges; asked are the distance between two vertices and the first
/// step of a shortest way.
/// </summary>
public sealed class ShortestPathTask : AlgorithmicTask
{
    private const int SmallestSize = 8;

    /// <summary>A configuration.</summary>
    /// <param name="characters">How many characters there are (nchars).</param>
    /// <param name="length">How many characters name a vertex.</param>
    public ShortestPathTask(int characters, int length)
    {
        Configuration = $"graph_c{characters}_l{length}";
        int count = ElementCode.CountOf(characters, length);
        RequireSizes(Configuration, ShortestPathLanguage.SymbolCountOf(characters, count), 2 * length, 1 + 2 * length);
        Language = new ShortestPathLanguage(characters, length, count);
        Human = new ShortestPathHuman(Language);
        Classes = ClassesOf(count);
        Answers =
        [
            .. Enumerable.Range(0, count).Select(Language.Vertex),
            .. Enumerable.Range(0, Language.Distances.Count).Select(Language.Distance),
            ShortestPathLanguage.Infinite,
            ShortestPathLanguage.Unreachable,
            ShortestPathLanguage.Yes,
        ];
        Layout = ShortestPathLayout.Of(length, Answers);
    }

    /// <summary>How this task writes facts, questions and answers in symbols.</summary>
    public ShortestPathLanguage Language { get; }

    /// <inheritdoc/>
    public override string Name => "shortest-path";

    /// <inheritdoc/>
    public override string Configuration { get; }

    /// <inheritdoc/>
    public override string Summary => "distances and first steps in a directed graph, from its edges";

    /// <inheritdoc/>
    public override Alphabet Alphabet => Language.Alphabet;

    /// <inheritdoc/>
    public override int FactLength => 2 * Language.Vertices.Length;

    /// <inheritdoc/>
    public override int QuestionLength => Language.QuestionLength;

    /// <inheritdoc/>
    public override int AnswerLength => Language.Vertices.Length;

    /// <inheritdoc/>
    public override int InteractionLength => 9;

    /// <inheritdoc/>
    public override ImmutableArray<Answer> Answers { get; }

    /// <inheritdoc/>
    public override StatementLayout Layout { get; }

    /// <inheritdoc/>
    public override ImmutableArray<string> Classes { get; }

    /// <inheritdoc/>
    public override ScriptedOverseer Human { get; }

    /// <inheritdoc/>
    public override int FullLevel => Math.Max(0, Language.Vertices.Count - SmallestSize);

    /// <inheritdoc/>
    public override int FactCount(Difficulty difficulty) => 2 * VertexCountAt(difficulty);

    /// <inheritdoc/>
    public override bool SaysNothing(Answer answer) => answer == ShortestPathLanguage.Unreachable || answer == ShortestPathLanguage.Infinite;

    /// <inheritdoc/>
    public override bool IsTestable(Answer answer) => !answer.IsUnknown && !SaysNothing(answer);

    /// <inheritdoc/>
    public override bool StandsFirstTest(Question question, Answer guess)
    {
        int from = EndsOf(question.Words).From;
        if (from < 0 || !ShortestPathLanguage.AsksForStep(question.Words))
            return true;
        return Language.IsVertexAlone(guess, out int to) && question.Facts.Statements.Contains(Edge(from, to));
    }

    /// <inheritdoc/>
    public override Context DrawContext(Difficulty difficulty, RandomStream random)
    {
        Span<int> vertices = stackalloc int[VertexCountAt(difficulty)];
        random.Choose(Language.Vertices.Count, vertices);
        var edges = new Symbols[2 * vertices.Length];
        for (int i = 0; i < edges.Length; i++)
            edges[i] = Language.Fact(vertices[random.Next(vertices.Length)], vertices[random.Next(vertices.Length)]);
        var facts = new Facts(edges);
        return new Context(facts, new ShortestPathTruth(Language, facts, vertices));
    }

    /// <inheritdoc/>
    public override Context ContextOf(Facts facts) => new(facts, new ShortestPathTruth(Language, facts, []));

    /// <inheritdoc/>
    public override Question DrawQuestion(Context context, RandomStream random)
    {
        int[] vertices = ((ShortestPathTruth)context.Truth).Vertices;
        ShortestPathQuestion kind = random.NextBool() ? ShortestPathQuestion.Step : ShortestPathQuestion.Distance;
        int a = vertices[random.Next(vertices.Length)];
        int b = vertices[random.Next(vertices.Length)];
        return new Question(context.Facts, Language.Ask(kind, a, b));
    }

    /// <inheritdoc/>
    public override bool IsPrimitive(Symbols words) => ShortestPathLanguage.IsPrimitive(words);

    /// <inheritdoc/>
    public override bool IsWellFormed(Symbols words) => Language.TryRead(words, out _, out _, out _);

    /// <inheritdoc/>
    public override Question DrawPrimitive(Facts facts, RandomStream random) => new(facts, Language.Neighbor(Language.Source(facts[random.Next(facts.Count)])));

    /// <inheritdoc/>
    public override Answer AnswerPrimitive(Question question, RandomStream random)
    {
        if (Language.IsNeighborQuestion(question.Words, out int vertex))
            return DrawNeighbor(question.Facts, vertex, random);
        if (!Language.TryRead(question.Words, out _, out int a, out int b))
            return Answer.Unknown;
        return question.Facts.Statements.Contains(Language.Fact(a, b)) ? ShortestPathLanguage.Yes : Answer.Unknown;
    }

    /// <summary>How many vertices there are names for.</summary>
    public int VertexCount => Language.Vertices.Count;

    /// <summary>The vertices that a fact joins.</summary>
    /// <param name="fact">A fact of this task.</param>
    public (int Source, int Target) EdgeOf(Symbols fact) => (Language.Source(fact), Language.Target(fact));

    /// <summary>The fact that an edge leads from one vertex to another.</summary>
    /// <param name="source">A vertex.</param>
    /// <param name="target">A vertex.</param>
    public Symbols Edge(int source, int target) => Language.Fact(source, target);

    /// <summary>The two vertices that a question is about; -1 where one is missing.</summary>
    /// <param name="words">A question's words.</param>
    public (int From, int To) EndsOf(Symbols words) => Language.TryRead(words, out _, out int from, out int to) ? (from, to) : (-1, -1);

    /// <summary>The question how far it is from one vertex to another.</summary>
    /// <param name="from">A vertex.</param>
    /// <param name="to">A vertex.</param>
    public Symbols AskDistance(int from, int to) => Language.Ask(ShortestPathQuestion.Distance, from, to);

    /// <inheritdoc/>
    public override IDispute Dispute => field ??= new PathDispute(new PathGame(this, Language.Distances.High + 1));

    /// <inheritdoc/>
    public override string Grammar =>
        "distance(A, B), step(A, B), edge(A, B) or neighbor(A), for example distance(3, 17): A and B vertices";

    /// <inheritdoc/>
    public override string FormatQuestion(Symbols words) => Language.FormatQuestion(words);

    /// <inheritdoc/>
    public override string FormatAnswer(Answer answer) => Language.FormatAnswer(answer);

    /// <inheritdoc/>
    public override string FormatFact(Symbols fact) =>
        Language.IsFact(fact) ? $"{Language.Source(fact)} -> {Language.Target(fact)}" : Alphabet.Spell(fact);

    /// <inheritdoc/>
    public override ParsedQuestion Parse(string text) => Language.Parse(text);

    private static ImmutableArray<string> ClassesOf(int count)
    {
        (string Name, int Nearest)[] buckets = [("1", 1), ("2", 2), ("3-4", 3), ("5-8", 5), ("9-16", 9), ("long", 17), ("inf", 0)];
        return
        [
            .. buckets.Where(bucket => bucket.Nearest <= count)
                .SelectMany(bucket => new[] { $"distance {bucket.Name}", $"step {bucket.Name}" }),
        ];
    }

    private int VertexCountAt(Difficulty difficulty) => difficulty.Size(SmallestSize, Language.Vertices.Count);

    /// <summary>One of the distinct vertices that an edge leads to, each as likely; repeated edges do not weigh more.</summary>
    private Answer DrawNeighbor(Facts facts, int vertex, RandomStream random)
    {
        int length = Language.Vertices.Length;
        Symbols source = Language.Vertices.Encode(vertex);
        Answer drawn = Answer.Unknown;
        int seen = 0;
        for (int i = 0; i < facts.Count; i++)
        {
            bool leadsAway = facts[i].Slice(0, length) == source && !facts.Statements[..i].Contains(facts[i]);
            if (leadsAway && random.Next(++seen) == 0)
                drawn = new Answer(facts[i].Slice(length, length));
        }

        return drawn;
    }
}
