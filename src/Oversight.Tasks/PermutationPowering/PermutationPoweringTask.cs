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
    private readonly PermutationPoweringLanguage _language;

    /// <summary>A configuration.</summary>
    /// <param name="characters">How many characters there are (nchars).</param>
    /// <param name="length">How many characters name an element.</param>
    /// <param name="exponentBits">How many bits an exponent has (log_iters).</param>
    public PermutationPoweringTask(int characters, int length, int exponentBits)
    {
        _language = new PermutationPoweringLanguage(new ElementCode(characters, length, PermutationPoweringLanguage.FirstCharacter), exponentBits);
        Human = new PermutationPoweringHuman(_language);
        Configuration = $"iterate_c{characters}_l{length}_k{exponentBits}";
        Classes = [.. Enumerable.Range(2, exponentBits - 1).Select(bits => $"bits {bits}")];
        Answers = [.. Enumerable.Range(0, _language.Elements.Count).Select(x => new Answer(_language.Elements.Encode(x)))];
        FactSlots = [new WordSlot(0, length), new WordSlot(length, length)];
        QuestionSlots = [new WordSlot(0, length)];
    }

    /// <inheritdoc/>
    public override string Name => "permutation-powering";

    /// <inheritdoc/>
    public override string Configuration { get; }

    /// <inheritdoc/>
    public override string Summary => "apply a permutation n times: sigma^n(x) from the facts sigma(x) = y";

    /// <inheritdoc/>
    public override Alphabet Alphabet => _language.Alphabet;

    /// <inheritdoc/>
    public override int FactLength => 2 * _language.Elements.Length;

    /// <inheritdoc/>
    public override int QuestionLength => _language.Elements.Length + _language.ExponentBits;

    /// <inheritdoc/>
    public override int AnswerLength => _language.Elements.Length;

    /// <inheritdoc/>
    public override int InteractionLength => 3;

    /// <inheritdoc/>
    public override ImmutableArray<Answer> Answers { get; }

    /// <inheritdoc/>
    public override ImmutableArray<WordSlot> FactSlots { get; }

    /// <inheritdoc/>
    public override ImmutableArray<WordSlot> QuestionSlots { get; }

    /// <inheritdoc/>
    public override ImmutableArray<string> Classes { get; }

    /// <inheritdoc/>
    public override ScriptedOverseer Human { get; }

    /// <inheritdoc/>
    public override int FullLevel => Math.Max(0, _language.Elements.Count - SmallestSize);

    /// <inheritdoc/>
    public override int FactCount(Difficulty difficulty) => difficulty.Size(SmallestSize, _language.Elements.Count);

    /// <inheritdoc/>
    public override Context DrawContext(Difficulty difficulty, RandomStream random)
    {
        int size = FactCount(difficulty);
        Span<int> elements = stackalloc int[size];
        random.Choose(_language.Elements.Count, elements);
        Span<int> images = stackalloc int[size];
        elements.CopyTo(images);
        random.Shuffle(images);

        Span<Symbols> facts = stackalloc Symbols[size];
        for (int i = 0; i < size; i++)
            facts[i] = _language.Fact(elements[i], images[i]);
        return ContextOf(new Facts(facts));
    }

    /// <summary>The context that given facts make.</summary>
    /// <param name="facts">sigma(x) = y, one fact a used element.</param>
    public Context ContextOf(Facts facts) => new(facts, new PermutationPoweringTruth(_language, facts));

    /// <inheritdoc/>
    public override Question DrawQuestion(Context context, RandomStream random)
    {
        // The leading one bit is uniform among the top positions but the last, so n >= 2 and every bit length is as likely.
        int element = _language.Source(context.Facts[random.Next(context.Facts.Count)]);
        int leadingBit = 1 + random.Next(_language.ExponentBits - 1);
        int exponent = 1 << leadingBit | random.Next(1 << leadingBit);
        return new Question(context.Facts, _language.Power(element, exponent));
    }

    /// <inheritdoc/>
    public override int SyntacticClass(Symbols words) => Math.Max(_language.BitLength(words) - 2, -1);

    /// <inheritdoc/>
    public override bool IsPrimitive(Symbols words) => _language.IsPrimitive(words);

    /// <inheritdoc/>
    public override bool IsWellFormed(Symbols words) => _language.TryRead(words, out _, out _);

    /// <inheritdoc/>
    public override Answer AnswerPrimitive(Question question, RandomStream random)
    {
        if (!_language.TryRead(question.Words, out int element, out int exponent))
            return Answer.Unknown;
        int image = _language.Image(question.Facts, element);
        return image < 0 ? Answer.Unknown : new Answer(_language.Elements.Encode(exponent == 0 ? element : image));
    }

    /// <inheritdoc/>
    public override string Grammar => "sigma^N(X), for example sigma^13(5): X an element, N an exponent";

    /// <inheritdoc/>
    public override string FormatQuestion(Symbols words) => _language.FormatQuestion(words);

    /// <inheritdoc/>
    public override string FormatAnswer(Answer answer) => _language.FormatElement(answer.Words);

    /// <inheritdoc/>
    public override string FormatFact(Symbols fact) => $"sigma({_language.Source(fact)}) = {_language.Target(fact)}";

    /// <inheritdoc/>
    public override bool TryParse(string text, out Symbols words) => _language.TryParse(text, out words);
}
