using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Protocols.Debate;
using Oversight.Tasks.Patterns;

namespace Oversight.Tasks.WildcardSearch;

/// <summary>
/// Wildcard search (<c>sum</c> in the reference): the facts give strings the values 1 and -1; asked is the sum over the strings that
/// match a pattern.
/// </summary>
public sealed class WildcardSearchTask : AlgorithmicTask
{
    private const int SmallestSize = 8;

    /// <summary>A configuration.</summary>
    /// <param name="characters">How many characters there are (nchars).</param>
    /// <param name="length">How many characters a string has.</param>
    /// <param name="modulus">What sums are reduced by; null to clamp them instead.</param>
    public WildcardSearchTask(int characters, int length, int? modulus)
    {
        Configuration = modulus is null ? $"sum_c{characters}_l{length}" : $"sum_c{characters}_l{length}_mod{modulus}";
        if (modulus < 2)
            throw new ArgumentException($"{Configuration} has modulus {modulus}, at least 2 is allowed.");
        int count = ElementCode.CountOf(characters, length);
        RequireSizes(Configuration, 2 + characters + (modulus ?? 1 + 2 * count / characters), length + 1);
        Language = new WildcardSearchLanguage(characters, length, modulus);
        Human = new WildcardSearchHuman(Language);
        Name = NameOf(characters, modulus);
        Classes = [.. Enumerable.Range(1, length).Select(wildcards => $"wilds {wildcards}")];
        Answers = [.. Enumerable.Range(Language.Numbers.Low, Language.Numbers.Count).Select(Language.Number)];
        Layout = new StatementLayout([new WordSlot(0, length), new WordSlot(length, 1)], [new WordSlot(0, length)])
        {
            Wildcard = PatternCode.Wildcard,
        };
    }

    /// <summary>How this task writes facts, questions and answers in symbols.</summary>
    public WildcardSearchLanguage Language { get; }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string Configuration { get; }

    /// <inheritdoc/>
    public override string Summary => "the sum of a table over the strings that match a pattern with wildcards";

    /// <inheritdoc/>
    public override Alphabet Alphabet => Language.Alphabet;

    /// <inheritdoc/>
    public override int FactLength => Language.Patterns.Length + 1;

    /// <inheritdoc/>
    public override int QuestionLength => Language.Patterns.Length;

    /// <inheritdoc/>
    public override int AnswerLength => 1;

    /// <inheritdoc/>
    public override int InteractionLength => Language.Patterns.Characters;

    /// <inheritdoc/>
    public override ImmutableArray<Answer> Answers { get; }

    /// <inheritdoc/>
    public override StatementLayout Layout { get; }

    /// <inheritdoc/>
    public override ImmutableArray<string> Classes { get; }

    /// <inheritdoc/>
    public override ScriptedOverseer Human { get; }

    /// <inheritdoc/>
    public override Answer MalformedAnswer => Language.Number(0);

    /// <inheritdoc/>
    public override int FullLevel => Math.Max(0, Language.Patterns.Strings.Count - SmallestSize);

    /// <inheritdoc/>
    public override int FactCount(Difficulty difficulty) => difficulty.Size(SmallestSize, Language.Patterns.Strings.Count);

    /// <inheritdoc/>
    public override Context DrawContext(Difficulty difficulty, RandomStream random)
    {
        int[] strings = new int[FactCount(difficulty)];
        random.Choose(Language.Patterns.Strings.Count, strings);
        var facts = new Symbols[strings.Length];
        for (int i = 0; i < facts.Length; i++)
            facts[i] = Language.Fact(Language.Patterns.Strings.Encode(strings[i]), Language.Numbers.Fit(random.NextBool() ? 1 : -1));
        return ContextOf(new Facts(facts));
    }

    /// <inheritdoc/>
    public override Context ContextOf(Facts facts) => new(facts, new WildcardSearchTruth(Language, facts));

    /// <inheritdoc/>
    public override Question DrawQuestion(Context context, RandomStream random) => new(context.Facts, Language.Patterns.Draw(random));

    /// <inheritdoc/>
    public override int SyntacticClass(Symbols words) => Math.Min(PatternCode.CountWildcards(words), Classes.Length) - 1;

    /// <inheritdoc/>
    public override bool IsPrimitive(Symbols words) => PatternCode.FirstWildcard(words) < 0;

    /// <inheritdoc/>
    public override bool IsWellFormed(Symbols words) => Language.Patterns.IsPattern(words);

    /// <inheritdoc/>
    public override Question DrawPrimitive(Facts facts, RandomStream random) => new(facts, Language.Text(facts[random.Next(facts.Count)]));

    /// <inheritdoc/>
    public override Answer AnswerPrimitive(Question question, RandomStream random) => Language.Sum(question.Facts, question.Words);

    /// <summary>The value that a fact gives its string.</summary>
    /// <param name="fact">A fact of this task.</param>
    public int ValueOf(Symbols fact) =>
        Language.TryReadFact(fact, out int value) ? value : throw new ArgumentException($"'{fact}' is no fact of {Configuration}.", nameof(fact));

    /// <summary>The number of the string with which a fact, or a pattern without wildcards, begins; -1 if it is none.</summary>
    /// <param name="words">A fact or a question.</param>
    public int IndexOf(Symbols words) => Language.Patterns.Strings.Decode(words, 0);

    /// <summary>Whether the string of a fact matches a pattern.</summary>
    /// <param name="pattern">A question's words.</param>
    /// <param name="fact">A fact of this task.</param>
    public bool Matches(Symbols pattern, Symbols fact) => Language.Patterns.Matches(pattern, fact);

    /// <summary>A pattern with its first wildcard replaced by a character: one of the parts that H asks for.</summary>
    /// <param name="pattern">A pattern with a wildcard.</param>
    /// <param name="character">From 0.</param>
    public static Symbols Fill(Symbols pattern, int character) => PatternCode.Put(pattern, PatternCode.FirstWildcard(pattern), character);

    /// <summary>Null but for two characters: a claim is split in two, once for each.</summary>
    public override IDispute? Dispute =>
        Language.Patterns.Characters == 2 ? field ??= new PatternDispute(new PatternGame(this, new TaskFold(Language.Numbers))) : null;

    /// <summary>The pattern that every string matches.</summary>
    public Symbols AllStrings
    {
        get
        {
            Symbols pattern = Symbols.Empty;
            for (int i = 0; i < Language.Patterns.Length; i++)
                pattern = pattern.With(i, PatternCode.Wildcard);
            return pattern;
        }
    }

    /// <inheritdoc/>
    public override string Grammar => $"sum(PATTERN), for example sum({new string('*', Language.Patterns.Length)}): digits and wildcards";

    /// <inheritdoc/>
    public override string FormatQuestion(Symbols words) => Language.FormatQuestion(words);

    /// <inheritdoc/>
    public override string FormatAnswer(Answer answer) => Language.FormatAnswer(answer);

    /// <inheritdoc/>
    public override string FormatFact(Symbols fact) => Language.FormatFact(fact);

    /// <inheritdoc/>
    public override ParsedQuestion Parse(string text) => Language.Parse(text);

    private static string NameOf(int characters, int? modulus) => (characters, modulus) switch
    {
        (2, null) => "wildcard-search",
        (2, _) => $"wildcard-search:mod{modulus}",
        (_, null) => $"wildcard-search:{characters}",
        _ => $"wildcard-search:{characters}-mod{modulus}",
    };
}
