using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Determinism;

namespace Oversight.Tasks.PermutationPowering;

/// <summary>
/// Permutation powering (<c>iterate</c> in the reference): the facts are sigma(x) = y for every used element; the question is sigma^n(x).
/// </summary>
public sealed class PermutationPoweringTask : AlgorithmicTask
{
    private const int SmallestSize = 8;
    private readonly Func<Facts, GroundTruth> _truthOf;

    /// <summary>A configuration.</summary>
    /// <param name="characters">How many characters there are (nchars).</param>
    /// <param name="length">How many characters name an element.</param>
    /// <param name="exponentBits">How many bits an exponent has (log_iters).</param>
    public PermutationPoweringTask(int characters, int length, int exponentBits)
    {
        Configuration = $"iterate_c{characters}_l{length}_k{exponentBits}";
        RequireSizes(Configuration, 3 + characters, 2 * length, length + exponentBits);
        if (exponentBits < 2)
            throw new ArgumentException($"{Configuration} has exponents of {exponentBits} bits, at least 2 are allowed.");
        var elements = new ElementCode(characters, length, PermutationPoweringLanguage.FirstCharacter);
        Language = new PermutationPoweringLanguage(elements, exponentBits);
        Human = new PermutationPoweringHuman(Language);
        _truthOf = facts => new PermutationPoweringTruth(Language, facts);
        Classes = [.. Enumerable.Range(2, exponentBits - 1).Select(bits => $"bits {bits}")];
        Answers = [.. Enumerable.Range(0, Language.Elements.Count).Select(x => new Answer(Language.Elements.Encode(x)))];
    }

    /// <summary>How this task writes facts, questions and answers in symbols.</summary>
    public PermutationPoweringLanguage Language { get; }

    /// <inheritdoc/>
    public override string Name => "permutation-powering";

    /// <inheritdoc/>
    public override string Configuration { get; }

    /// <inheritdoc/>
    public override string Summary => "apply a permutation n times: sigma^n(x) from the facts sigma(x) = y";

    /// <inheritdoc/>
    public override Alphabet Alphabet => Language.Alphabet;

    /// <inheritdoc/>
    public override int FactLength => 2 * Language.Elements.Length;

    /// <inheritdoc/>
    public override int QuestionLength => Language.Elements.Length + Language.ExponentBits;

    /// <inheritdoc/>
    public override int AnswerLength => Language.Elements.Length;

    /// <inheritdoc/>
    public override int InteractionLength => 3;

    /// <inheritdoc/>
    public override ImmutableArray<Answer> Answers { get; }

    /// <inheritdoc/>
    public override ImmutableArray<string> Classes { get; }

    /// <inheritdoc/>
    public override ScriptedOverseer Human { get; }

    /// <inheritdoc/>
    public override int FullLevel => Math.Max(0, Language.Elements.Count - SmallestSize);

    /// <inheritdoc/>
    public override int FactCount(Difficulty difficulty) => difficulty.Size(SmallestSize, Language.Elements.Count);

    /// <inheritdoc/>
    public override Context DrawContext(Difficulty difficulty, RandomStream random)
    {
        int size = FactCount(difficulty);
        Span<int> elements = stackalloc int[size];
        random.Choose(Language.Elements.Count, elements);
        Span<int> images = stackalloc int[size];
        elements.CopyTo(images);
        random.Shuffle(images);

        Span<Symbols> facts = stackalloc Symbols[size];
        for (int i = 0; i < size; i++)
            facts[i] = Language.Fact(elements[i], images[i]);
        return new Context(new Facts(facts), _truthOf);
    }

    /// <inheritdoc/>
    public override Context ContextOf(Facts facts) => new(facts, new PermutationPoweringTruth(Language, facts));

    /// <inheritdoc/>
    public override Question DrawQuestion(Context context, RandomStream random)
    {
        // The leading one bit is uniform among the top positions but the last, so n >= 2 and every bit length is as likely.
        int element = Language.Source(context.Facts[random.Next(context.Facts.Count)]);
        int leadingBit = 1 + random.Next(Language.ExponentBits - 1);
        int exponent = 1 << leadingBit | random.Next(1 << leadingBit);
        return new Question(context.Facts, Language.Power(element, exponent));
    }

    /// <inheritdoc/>
    public override int SyntacticClass(Symbols words) => Math.Max(Language.BitLength(words) - 2, -1);

    /// <inheritdoc/>
    public override bool IsPrimitive(Symbols words) => Language.IsPrimitive(words);

    /// <inheritdoc/>
    public override bool IsWellFormed(Symbols words) => Language.TryRead(words, out _, out _);

    /// <inheritdoc/>
    public override Question DrawPrimitive(Facts facts, RandomStream random) =>
        new(facts, Language.Power(Language.Source(facts[random.Next(facts.Count)]), 1));

    /// <inheritdoc/>
    public override Answer AnswerPrimitive(Question question, RandomStream random)
    {
        if (!Language.TryRead(question.Words, out int element, out int exponent))
            return Answer.Unknown;
        int image = Language.Image(question.Facts, element);
        return image < 0 ? Answer.Unknown : new Answer(Language.Elements.Encode(exponent == 0 ? element : image));
    }

    /// <inheritdoc/>
    public override string Grammar => "sigma^N(X) or sigma(X), for example sigma^13(5): X an element, N an exponent";

    /// <inheritdoc/>
    public override string FormatQuestion(Symbols words) => Language.FormatQuestion(words);

    /// <inheritdoc/>
    public override string FormatAnswer(Answer answer) => Language.FormatElement(answer.Words);

    /// <inheritdoc/>
    public override string FormatFact(Symbols fact) =>
        Language.IsFact(fact) ? $"sigma({Language.Source(fact)}) = {Language.Target(fact)}" : Alphabet.Spell(fact);

    /// <inheritdoc/>
    public override ParsedQuestion Parse(string text) => Language.Parse(text);
}
