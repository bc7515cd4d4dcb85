using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Tasks.Patterns;

namespace Oversight.Tasks.SatCounting;

/// <summary>
/// Satisfiability counting (<c>sat</c> in a fork of the reference, not in the paper): the facts are clauses; asked is how many
/// assignments that match a pattern satisfy all of them.
/// </summary>
public sealed class SatCountingTask : AlgorithmicTask
{
    private const int Values = 2;
    private const int FullSizeOverSmallest = 2;
    private readonly int _smallestSize;
    private readonly int _fullSize;
    private readonly int _clauseCount;

    /// <summary>A configuration; variables have two values.</summary>
    /// <param name="variables">How many variables there are (nvars).</param>
    /// <param name="literals">How many literals a clause has (length).</param>
    public SatCountingTask(int variables, int literals)
    {
        Configuration = $"sat_v{variables}_l{literals}";
        int assignments = ElementCode.CountOf(Values, variables);
        RequireSizes(Configuration, 2 + Values + variables + assignments + 1, variables, 2 * literals);
        if (literals is < 1 or > 4)
            throw new ArgumentException($"{Configuration} has clauses of {literals} literals, 1 to 4 are allowed.");
        Language = new SatCountingLanguage(variables, Values, literals);
        Human = new SatCountingHuman(Language);
        _clauseCount = (int)Math.Pow(variables * Values, literals);
        _smallestSize = Math.Min((int)Math.Pow(Values, literals), _clauseCount);
        _fullSize = Math.Min(FullSizeOverSmallest * _smallestSize, _clauseCount);
        Classes = [.. Enumerable.Range(1, variables).Select(wildcards => $"wilds {wildcards}")];
        Answers = [.. Enumerable.Range(0, Language.Counts.Count).Select(Language.Count)];
        Layout = SatCountingLayout.Of(Language, variables, Values);
    }

    /// <inheritdoc/>
    public override string Name => "sat-counting";

    /// <inheritdoc/>
    public override string Configuration { get; }

    /// <inheritdoc/>
    public override string Summary => "how many assignments that match a pattern satisfy all clauses";

    /// <inheritdoc/>
    public override Alphabet Alphabet => Language.Alphabet;

    /// <inheritdoc/>
    public override int FactLength => 2 * Language.Literals;

    /// <inheritdoc/>
    public override int QuestionLength => Language.Patterns.Length;

    /// <inheritdoc/>
    public override int AnswerLength => 1;

    /// <inheritdoc/>
    public override int InteractionLength => Values;

    /// <inheritdoc/>
    public override ImmutableArray<Answer> Answers { get; }

    /// <inheritdoc/>
    public override StatementLayout Layout { get; }

    /// <inheritdoc/>
    public override ImmutableArray<string> Classes { get; }

    /// <inheritdoc/>
    public override ScriptedOverseer Human { get; }

    /// <inheritdoc/>
    public override Answer MalformedAnswer => Language.Count(0);

    /// <inheritdoc/>
    public override int FullLevel => _fullSize - _smallestSize;

    /// <summary>How this task writes facts, questions and answers in symbols.</summary>
    public SatCountingLanguage Language { get; }

    /// <summary>How many clauses there are at difficulty 0 (min_clauses): each is broken by one assignment in as many.</summary>
    public int SmallestSize => _smallestSize;

    /// <summary>
    /// How many clauses there are. A level can be had up to all the clauses there are, which nothing satisfies; what counts as full size is less, so that a few assignments
    /// are left and 0 is not nearly always the answer.
    /// </summary>
    /// <param name="difficulty">The difficulty.</param>
    public override int FactCount(Difficulty difficulty) => difficulty == Difficulty.Full ? _fullSize : difficulty.Size(_smallestSize, _clauseCount);

    /// <inheritdoc/>
    public override Context DrawContext(Difficulty difficulty, RandomStream random)
    {
        int[] clauses = new int[FactCount(difficulty)];
        random.Choose(_clauseCount, clauses);
        return ContextOf(new Facts([.. clauses.Select(Clause)]));
    }

    /// <inheritdoc/>
    public override Context ContextOf(Facts facts) => new(facts, new SatCountingTruth(Language, facts));

    /// <inheritdoc/>
    public override Question DrawQuestion(Context context, RandomStream random) => new(context.Facts, Language.Patterns.Draw(random));

    /// <inheritdoc/>
    public override int SyntacticClass(Symbols words) => Math.Min(PatternCode.CountWildcards(words), Classes.Length) - 1;

    /// <inheritdoc/>
    public override bool IsPrimitive(Symbols words) => PatternCode.FirstWildcard(words) < 0;

    /// <inheritdoc/>
    public override bool IsWellFormed(Symbols words) => Language.Patterns.IsPattern(words);

    /// <inheritdoc/>
    public override Question DrawPrimitive(Facts facts, RandomStream random) =>
        new(facts, Language.Patterns.Strings.Encode(random.Next(Language.Patterns.Strings.Count)));

    /// <inheritdoc/>
    public override Answer AnswerPrimitive(Question question, RandomStream random) =>
        Language.Count(IsWellFormed(question.Words) && Language.Satisfies(question.Facts, question.Words) ? 1 : 0);

    /// <inheritdoc/>
    public override string Grammar =>
        $"count(PATTERN), for example count({new string('*', Language.Patterns.Length)}): a digit or a wildcard for each variable";

    /// <inheritdoc/>
    public override string FormatQuestion(Symbols words) => Language.FormatQuestion(words);

    /// <inheritdoc/>
    public override string FormatAnswer(Answer answer) => Language.FormatAnswer(answer);

    /// <inheritdoc/>
    public override string FormatFact(Symbols fact) => Language.FormatFact(fact);

    /// <inheritdoc/>
    public override ParsedQuestion Parse(string text) => Language.Parse(text);

    /// <summary>One of all the clauses there can be, by its number.</summary>
    private Symbols Clause(int number)
    {
        Symbols clause = Symbols.Empty;
        for (int i = 0; i < Language.Literals; i++)
        {
            int literal = number % (Language.Patterns.Length * Values);
            number /= Language.Patterns.Length * Values;
            clause = Language.AddLiteral(clause, i, literal / Values, literal % Values);
        }

        return clause;
    }
}
