using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Determinism;

namespace Oversight.Tasks.SequentialAssignments;

/// <summary>
/// Sequential assignments (<c>eval</c> in the reference): the facts are x := value, x := f(y, z) and the table of f; asked is the value
/// of x. In its variants (<c>evalsum</c>) f is addition, modulo m or clamped, and no table is needed.
/// </summary>
public sealed class SequentialAssignmentsTask : AlgorithmicTask
{
    private const int SmallestSize = 8;

    private SequentialAssignmentsTask(SequentialAssignmentsLanguage language, string name, string configuration)
    {
        int length = language.Variables.Length;
        int count = language.Variables.Count;
        Name = name;
        Configuration = configuration;
        RequireSizes(Configuration, language.Alphabet.Size, 3 * length, 1 + length);
        Language = language;
        Human = new SequentialAssignmentsHuman(language);
        Classes = [.. Enumerable.Range(0, count - ConstantCount(count) + 1).Select(depth => $"depth {depth}")];
        Answers =
        [
            .. Enumerable.Range(language.Values.Low, language.Values.Count).Select(language.Value),
            .. Enumerable.Range(0, count).Select(language.Variable),
        ];
        Layout = SequentialAssignmentsLayout.Of(language);
    }

    /// <summary>How this task writes facts, questions and answers in symbols.</summary>
    public SequentialAssignmentsLanguage Language { get; }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string Configuration { get; }

    /// <inheritdoc/>
    public override string Summary => "the value of a variable after assignments x := f(y, z)";

    /// <inheritdoc/>
    public override Alphabet Alphabet => Language.Alphabet;

    /// <inheritdoc/>
    public override int FactLength => 3 * Language.Variables.Length;

    /// <inheritdoc/>
    public override int QuestionLength => 1 + Language.Variables.Length;

    /// <inheritdoc/>
    public override int AnswerLength => Language.Variables.Length;

    /// <inheritdoc/>
    public override int InteractionLength => Language.HasTable ? 5 : 4;

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

    /// <summary>f is a table of abstract values (<c>eval</c>).</summary>
    /// <param name="characters">How many characters there are (nchars).</param>
    /// <param name="length">How many characters name a variable.</param>
    public static SequentialAssignmentsTask WithTable(int characters, int length) =>
        new(SequentialAssignmentsLanguage.WithTable(characters, length), "sequential-assignments", $"eval_c{characters}_l{length}");

    /// <summary>f is addition modulo a number (<c>evalsum</c>).</summary>
    /// <param name="characters">How many characters there are (nchars).</param>
    /// <param name="length">How many characters name a variable.</param>
    /// <param name="modulus">What sums are reduced by; at least 2.</param>
    public static SequentialAssignmentsTask Modulo(int characters, int length, int modulus)
    {
        string configuration = $"evalsum_c{characters}_l{length}_mod{modulus}";
        if (modulus < 2)
            throw new ArgumentException($"{configuration} has modulus {modulus}, at least 2 is allowed.");
        var language = SequentialAssignmentsLanguage.Modulo(characters, length, modulus);
        return new(language, $"sequential-assignments:mod{modulus}", configuration);
    }

    /// <summary>f is addition, clamped at every step (<c>evalsum</c>, raw).</summary>
    /// <param name="characters">How many characters there are (nchars).</param>
    /// <param name="length">How many characters name a variable.</param>
    public static SequentialAssignmentsTask Clamped(int characters, int length) =>
        new(
            SequentialAssignmentsLanguage.Clamped(characters, length),
            "sequential-assignments:raw",
            $"evalsum_c{characters}_l{length}_raw");

    /// <inheritdoc/>
    public override int FactCount(Difficulty difficulty)
    {
        int variables = VariableCount(difficulty);
        return Language.HasTable ? 2 * variables - ConstantCount(variables) : variables;
    }

    /// <inheritdoc/>
    public override Context DrawContext(Difficulty difficulty, RandomStream random)
    {
        int[] variables = new int[VariableCount(difficulty)];
        random.Choose(Language.Variables.Count, variables);
        int[] values = new int[variables.Length];
        var table = new Dictionary<(int, int), int>();
        var facts = new List<Symbols>(FactCount(difficulty));
        for (int i = 0; i < variables.Length; i++)
        {
            if (i < ConstantCount(variables.Length))
            {
                values[i] = DrawConstant(random);
                facts.Add(Language.ConstantFact(variables[i], values[i]));
                continue;
            }

            int y = random.Next(i);
            int z = random.Next(i);
            facts.Add(Language.ApplicationFact(variables[i], variables[y], variables[z]));
            values[i] = Language.HasTable
                ? Tabulate(values[y], values[z], table, facts, random)
                : Language.Values.Fit(values[y] + values[z]);
        }

        return ContextOf(new Facts([.. facts]));
    }

    /// <inheritdoc/>
    public override Context ContextOf(Facts facts) => new(facts, new SequentialAssignmentsTruth(Language, facts));

    /// <inheritdoc/>
    public override Question DrawQuestion(Context context, RandomStream random)
    {
        int[] variables = ((SequentialAssignmentsTruth)context.Truth).Variables;
        return new Question(context.Facts, Language.ValueOf(variables[random.Next(variables.Length)]));
    }

    /// <inheritdoc/>
    public override bool IsPrimitive(Symbols words) => Language.IsPrimitive(words);

    /// <inheritdoc/>
    public override bool IsWellFormed(Symbols words) => Language.IsWellFormed(words);

    /// <inheritdoc/>
    public override Question DrawPrimitive(Facts facts, RandomStream random)
    {
        while (true)
        {
            Symbols fact = facts[random.Next(facts.Count)];
            switch (Language.Read(fact, out int first, out int second, out _))
            {
                case SequentialAssignmentsFact.Application:
                    SequentialAssignmentsQuestion kind = random.NextBool() ? SequentialAssignmentsQuestion.First : SequentialAssignmentsQuestion.Second;
                    return new Question(facts, SequentialAssignmentsLanguage.Ask(kind, Language.Variables.Encode(first)));
                case SequentialAssignmentsFact.Entry:
                    return new Question(facts, Language.Apply(first, second));
            }
        }
    }

    /// <inheritdoc/>
    public override Answer AnswerPrimitive(Question question, RandomStream random)
    {
        if (!Language.IsWellFormed(question.Words))
            return Answer.Unknown;
        if (Language.IsApply(question.Words, out int a, out int b))
            return FindEntry(question.Facts, a, b);
        Language.TryRead(question.Words, out SequentialAssignmentsQuestion kind, out int x);
        return FindOperand(question.Facts, x, kind == SequentialAssignmentsQuestion.First);
    }

    /// <inheritdoc/>
    public override string Grammar => Language.HasTable
        ? "value(X), first(X), second(X) or f(A, B), for example value(x5): X a variable, A and B values"
        : "value(X), first(X) or second(X), for example value(x5): X a variable";

    /// <inheritdoc/>
    public override string FormatQuestion(Symbols words) => Language.FormatQuestion(words);

    /// <inheritdoc/>
    public override string FormatAnswer(Answer answer) => Language.FormatAnswer(answer);

    /// <inheritdoc/>
    public override string FormatFact(Symbols fact) => Language.FormatFact(fact);

    /// <inheritdoc/>
    public override ParsedQuestion Parse(string text) => Language.Parse(text);

    private static int ConstantCount(int variables) => (int)Math.Sqrt(variables);

    private int VariableCount(Difficulty difficulty) => difficulty.Size(SmallestSize, Language.Variables.Count);

    private int DrawConstant(RandomStream random) =>
        Language.HasTable ? random.Next(Language.Values.Count) : Language.Values.Fit(random.NextBool() ? 1 : -1);

    /// <summary>f(p, q): from the table, or drawn and entered when first needed. Either way there is one fact more.</summary>
    private int Tabulate(int p, int q, Dictionary<(int, int), int> table, List<Symbols> facts, RandomStream random)
    {
        if (table.TryGetValue((p, q), out int value))
        {
            facts.Add(Symbols.Empty);
            return value;
        }

        value = random.Next(Language.Values.Count);
        table.Add((p, q), value);
        facts.Add(Language.EntryFact(p, q, value));
        return value;
    }

    private Answer FindEntry(Facts facts, int a, int b)
    {
        int length = Language.Variables.Length;
        Symbols operands = Language.EntryFact(a, b, Language.Values.Low).Slice(0, 2 * length);
        foreach (Symbols fact in facts.Statements)
        {
            if (fact.Slice(0, 2 * length) == operands)
                return new Answer(fact.Slice(2 * length, 1));
        }

        return Answer.Unknown;
    }

    private Answer FindOperand(Facts facts, int x, bool isFirst)
    {
        Symbols name = Language.Variables.Encode(x);
        foreach (Symbols fact in facts.Statements)
        {
            if (fact.Slice(0, name.Length) != name)
                continue;
            return Language.Read(fact, out _, out int second, out int third) == SequentialAssignmentsFact.Constant
                ? Language.Value(second)
                : Language.Variable(isFirst ? second : third);
        }

        return Answer.Unknown;
    }
}
