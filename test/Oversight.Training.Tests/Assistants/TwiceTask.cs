using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Assistants;

/// <summary>
/// A task as a researcher might write it, without a word about networks: the facts are f(x) = y for every letter, and asked is f(f(x)).
/// </summary>
/// <param name="answerLength">Symbols an answer; 2 makes an answer as long as a fact.</param>
internal sealed class TwiceTask(int answerLength) : AlgorithmicTask
{
    private const int Letters = 8;
    private const byte Once = Letters + 1;
    private const byte Twice = Letters + 2;

    public override string Name => "twice";

    public override string Configuration => "twice_8";

    public override string Summary => "apply a table twice";

    public override Alphabet Alphabet { get; } = new(["_", "a", "b", "c", "d", "e", "f", "g", "h", "once", "twice"]);

    public override int FactLength => 2;

    public override int QuestionLength => 2;

    public override int AnswerLength => answerLength;

    public override int InteractionLength => 2;

    public override ImmutableArray<Answer> Answers { get; } =
        [.. Enumerable.Range(1, Letters).Select(letter => new Answer(Symbols.Of((byte)letter)))];

    public override ImmutableArray<string> Classes => ["twice"];

    public override ScriptedOverseer Human { get; } = new Script();

    public override int FullLevel => 0;

    public override string Grammar => "f(f(a))";

    public override int FactCount(Difficulty difficulty) => Letters;

    public override Context DrawContext(Difficulty difficulty, RandomStream random) =>
        ContextOf(new Facts([.. Enumerable.Range(1, Letters).Select(x => Symbols.Of((byte)x).With(1, DrawLetter(random)))]));

    public override Context ContextOf(Facts facts) => new(facts, new Truth(facts));

    public override Question DrawQuestion(Context context, RandomStream random) => new(context.Facts, Ask(DrawLetter(random), Twice));

    public override Question DrawPrimitive(Facts facts, RandomStream random) => new(facts, Ask(DrawLetter(random), Once));

    public override bool IsPrimitive(Symbols words) => IsWellFormed(words) && words[1] == Once;

    public override bool IsWellFormed(Symbols words) => words[0] is >= 1 and <= Letters && words[1] is Once or Twice && words.Length == 2;

    public override Answer AnswerPrimitive(Question question, RandomStream random) => Image(question.Facts, question.Words[0]);

    public override string FormatQuestion(Symbols words) => Alphabet.Spell(words);

    public override string FormatAnswer(Answer answer) => answer.IsUnknown ? "idk" : Alphabet.Spell(answer.Words);

    public override string FormatFact(Symbols fact) => Alphabet.Spell(fact);

    public override ParsedQuestion Parse(string text) =>
        Alphabet.TryReadSpelling(text, out Symbols words) ? ParsedQuestion.Of(words) : ParsedQuestion.None;

    private static byte DrawLetter(RandomStream random) => (byte)(1 + random.Next(Letters));

    private static Symbols Ask(byte letter, byte kind) => Symbols.Of(letter).With(1, kind);

    private static Answer Image(Facts facts, byte letter)
    {
        foreach (Symbols fact in facts.Statements)
        {
            if (fact[0] == letter)
                return new Answer(Symbols.Of(fact[1]));
        }

        return Answer.Unknown;
    }

    /// <summary>Asks f(x), then f of that.</summary>
    private sealed class Script : ScriptedOverseer
    {
        public override OverseerMove NextMove(Symbols question, Dialogue dialogue)
        {
            if (!dialogue.TryAsk(Ask(question[0], Once), out Answer first))
                return dialogue.Move;
            if (question[1] == Once || first.IsUnknown)
                return OverseerMove.Reply(first);
            return dialogue.TryAsk(Ask(first.Words[0], Once), out Answer second) ? OverseerMove.Reply(second) : dialogue.Move;
        }
    }

    private sealed class Truth(Facts facts) : GroundTruth
    {
        public override Answer Answer(Symbols words)
        {
            Answer once = Image(facts, words[0]);
            return words[1] == Once ? once : Image(facts, once.Words[0]);
        }

        public override string ClassOf(Symbols words) => "twice";
    }
}
