using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Determinism;

namespace Oversight.Tasks.UnionFind;

/// <summary>
/// Union find (<c>equals</c> in the reference): the facts are equalities that make trees, and the value of one variable in each; asked
/// are the value, the parent and the depth of a variable.
/// </summary>
public sealed class UnionFindTask : AlgorithmicTask
{
    private const int SmallestSize = 10;

    /// <summary>A configuration.</summary>
    /// <param name="characters">How many characters there are (nchars).</param>
    /// <param name="length">How many characters name a variable.</param>
    public UnionFindTask(int characters, int length)
    {
        Configuration = $"equals_c{characters}_l{length}";
        int count = ElementCode.CountOf(characters, length);
        RequireSizes(Configuration, UnionFindLanguage.SymbolCountOf(characters, count), 2 * length, 1 + length);
        Language = new UnionFindLanguage(characters, length, count);
        Human = new UnionFindHuman(Language);
        Classes = [.. Enumerable.Range(0, count).SelectMany(depth => new[] { $"value {depth}", $"parent {depth}", $"depth {depth}" })];
        Answers =
        [
            .. Enumerable.Range(0, count).Select(Language.Variable),
            .. Enumerable.Range(0, Language.Values.Count).Select(Language.Value),
            .. Enumerable.Range(0, Language.Depths.Count).Select(Language.Depth),
            UnionFindLanguage.Yes,
        ];
        Layout = UnionFindLayout.Of(Language);
    }

    /// <summary>How this task writes facts, questions and answers in symbols.</summary>
    public UnionFindLanguage Language { get; }

    /// <inheritdoc/>
    public override string Name => "union-find";

    /// <inheritdoc/>
    public override string Configuration { get; }

    /// <inheritdoc/>
    public override string Summary => "the value, parent and depth of a variable in trees of equalities";

    /// <inheritdoc/>
    public override Alphabet Alphabet => Language.Alphabet;

    /// <inheritdoc/>
    public override int FactLength => 2 * Language.Variables.Length;

    /// <inheritdoc/>
    public override int QuestionLength => Math.Max(1 + Language.Variables.Length, 2 * Language.Variables.Length);

    /// <inheritdoc/>
    public override int AnswerLength => Language.Variables.Length;

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
    public override int FullLevel => Math.Max(0, Language.Variables.Count - SmallestSize);

    /// <inheritdoc/>
    public override bool IsTestable(Answer answer) => !answer.IsUnknown;

    /// <inheritdoc/>
    public override int FactCount(Difficulty difficulty) => difficulty.Size(SmallestSize, Language.Variables.Count);

    /// <inheritdoc/>
    public override Context DrawContext(Difficulty difficulty, RandomStream random)
    {
        int[] variables = new int[FactCount(difficulty)];
        random.Choose(Language.Variables.Count, variables);
        int[] values = new int[ValueCount(difficulty)];
        random.Choose(Language.Values.Count, values);

        var facts = new List<Symbols>(variables.Length);
        var equalities = new List<Symbols>(variables.Length);
        foreach (IGrouping<int, int> sharing in variables.GroupBy(_ => values[random.Next(values.Length)]))
        {
            int[] members = [.. sharing];
            facts.Add(Language.ValueFact(members[random.Next(members.Length)], sharing.Key));
            Join(members, 0, members.Length, equalities, random);
        }

        facts.AddRange(equalities);
        return ContextOf(new Facts([.. facts]));
    }

    /// <inheritdoc/>
    public override Context ContextOf(Facts facts) => new(facts, new UnionFindTruth(Language, facts));

    /// <inheritdoc/>
    public override Question DrawQuestion(Context context, RandomStream random)
    {
        int[] variables = ((UnionFindTruth)context.Truth).Variables;
        var kind = (UnionFindQuestion)random.Next((int)UnionFindQuestion.Value, (int)UnionFindQuestion.Depth + 1);
        return new Question(context.Facts, Language.Ask(kind, variables[random.Next(variables.Length)]));
    }

    /// <inheritdoc/>
    public override bool IsPrimitive(Symbols words) => Language.IsPrimitive(words);

    /// <inheritdoc/>
    public override bool IsWellFormed(Symbols words) => Language.TryRead(words, out _, out _, out _);

    /// <inheritdoc/>
    public override Question DrawPrimitive(Facts facts, RandomStream random)
    {
        Language.TryReadFact(facts[random.Next(facts.Count)], out int x, out int y, out _);
        return new Question(facts, Language.Ask(y < 0 ? UnionFindQuestion.SimpleValue : UnionFindQuestion.Neighbor, x));
    }

    /// <inheritdoc/>
    public override Answer AnswerPrimitive(Question question, RandomStream random)
    {
        if (!Language.TryRead(question.Words, out UnionFindQuestion kind, out int x, out int y))
            return Answer.Unknown;
        return kind switch
        {
            UnionFindQuestion.SimpleValue => StatedValue(question.Facts, x),
            UnionFindQuestion.Neighbor => DrawNeighbor(question.Facts, x, random),
            _ => HasEquality(question.Facts, x, y) ? UnionFindLanguage.Yes : Answer.Unknown,
        };
    }

    /// <inheritdoc/>
    public override string Grammar =>
        "value(X), parent(X), depth(X), simple-value(X), neighbor(X) or equal(X, Y), for example value(x5): X and Y variables";

    /// <inheritdoc/>
    public override string FormatQuestion(Symbols words) => Language.FormatQuestion(words);

    /// <inheritdoc/>
    public override string FormatAnswer(Answer answer) => Language.FormatAnswer(answer);

    /// <inheritdoc/>
    public override string FormatFact(Symbols fact) => Language.FormatFact(fact);

    /// <inheritdoc/>
    public override ParsedQuestion Parse(string text) => Language.Parse(text);

    private int ValueCount(Difficulty difficulty) =>
        Math.Min((int)Math.Sqrt(difficulty.Size(SmallestSize, Language.Variables.Count + SmallestSize)), Language.Values.Count);

    /// <summary>Joins members[low..high] into a random tree: one edge across a random split, then each side.</summary>
    private void Join(int[] members, int low, int high, List<Symbols> equalities, RandomStream random)
    {
        if (high - low < 2)
            return;
        int split = random.Next(low + 1, high);
        int left = random.Next(low, split);
        int right = random.Next(split, high);
        equalities.Add(Language.Equal(members[left], members[right]));
        Join(members, low, split, equalities, random);
        Join(members, split, high, equalities, random);
    }

    private Answer StatedValue(Facts facts, int x)
    {
        Symbols name = Language.Variables.Encode(x);
        foreach (Symbols fact in facts.Statements)
        {
            var stated = new Answer(fact.Slice(name.Length, name.Length));
            if (fact.Slice(0, name.Length) == name && Language.IsValue(stated))
                return stated;
        }

        return Answer.Unknown;
    }

    private bool HasEquality(Facts facts, int x, int y) =>
        facts.Statements.Contains(Language.Equal(x, y)) || facts.Statements.Contains(Language.Equal(y, x));

    /// <summary>One of the variables that a fact says x equals, each as likely.</summary>
    private Answer DrawNeighbor(Facts facts, int x, RandomStream random)
    {
        Symbols name = Language.Variables.Encode(x);
        Answer drawn = Answer.Unknown;
        int seen = 0;
        foreach (Symbols fact in facts.Statements)
        {
            Symbols left = fact.Slice(0, name.Length);
            Symbols right = fact.Slice(name.Length, name.Length);
            var other = new Answer(left == name ? right : left);
            bool isNeighbor = (left == name || right == name) && Language.IsVariable(other, out _);
            if (isNeighbor && random.Next(++seen) == 0)
                drawn = other;
        }

        return drawn;
    }
}
