using Oversight.Core;
using Oversight.Tasks;

namespace Oversight.Learning.HumanModels;

/// <summary>
/// Writes transcripts as sequences of symbols for H': the question, then for each move the symbol <see cref="Ask"/> with the sub-question and its reply, or
/// <see cref="Reply"/> with the answer, which ends the sequence. Parts have fixed lengths, so that the place of a symbol says what it is.
/// </summary>
public sealed class TranscriptCodec
{
    private readonly AlgorithmicTask _task;

    /// <summary>The codec of a task.</summary>
    /// <param name="task">The task.</param>
    public TranscriptCodec(AlgorithmicTask task)
    {
        _task = task;
        RoundLength = 1 + task.QuestionLength + task.AnswerLength;
        Length = task.QuestionLength + task.InteractionLength * RoundLength + 1 + task.AnswerLength;
        ReplyPlace = Length;
    }

    /// <summary>How many symbols there are: the task's, and the two that begin a move.</summary>
    public int Symbols => _task.Alphabet.Size + 2;

    /// <summary>The symbol that begins a sub-question.</summary>
    public int Ask => _task.Alphabet.Size;

    /// <summary>The symbol that begins the answer.</summary>
    public int Reply => _task.Alphabet.Size + 1;

    /// <summary>Symbols of the question.</summary>
    public int QuestionLength => _task.QuestionLength;

    /// <summary>Symbols of an answer.</summary>
    public int AnswerLength => _task.AnswerLength;

    /// <summary>Symbols of a move that asks, with the reply to it.</summary>
    public int RoundLength { get; }

    /// <summary>How many sub-questions a transcript can hold.</summary>
    public int Rounds => _task.InteractionLength;

    /// <summary>T, the symbols of the longest transcript.</summary>
    public int Length { get; }

    /// <summary>How many places the symbols of a transcript can have: one a step, and the answer's own, which are the same whenever it comes.</summary>
    public int Places => Length + AnswerLength;

    /// <summary>The place of the answer's first symbol.</summary>
    public int ReplyPlace { get; }

    /// <summary>The step at which the move of a round begins.</summary>
    /// <param name="round">From 0.</param>
    public int MoveStep(int round) => QuestionLength + round * RoundLength;

    /// <summary>Writes a transcript that has ended.</summary>
    /// <param name="question">Q.</param>
    /// <param name="exchanges">The exchanges.</param>
    /// <param name="answer">A.</param>
    /// <param name="symbols">(T): filled from the start.</param>
    /// <returns>How many symbols were written.</returns>
    public int Write(Symbols question, ReadOnlySpan<Exchange> exchanges, Answer answer, Span<byte> symbols)
    {
        int at = WriteOpen(question, exchanges, symbols);
        symbols[at++] = (byte)Reply;
        answer.Words.CopyTo(symbols.Slice(at, AnswerLength));
        return at + AnswerLength;
    }

    /// <summary>Writes a transcript up to the next move.</summary>
    /// <param name="question">Q.</param>
    /// <param name="exchanges">The exchanges so far.</param>
    /// <param name="symbols">(T): filled from the start.</param>
    /// <returns>How many symbols were written.</returns>
    public int WriteOpen(Symbols question, ReadOnlySpan<Exchange> exchanges, Span<byte> symbols)
    {
        question.CopyTo(symbols[..QuestionLength]);
        int at = QuestionLength;
        foreach (Exchange exchange in exchanges)
        {
            symbols[at++] = (byte)Ask;
            exchange.Asked.CopyTo(symbols.Slice(at, QuestionLength));
            exchange.Reply.Words.CopyTo(symbols.Slice(at += QuestionLength, AnswerLength));
            at += AnswerLength;
        }

        return at;
    }

    /// <summary>The place of a symbol, for its position embedding.</summary>
    /// <param name="step">Its step.</param>
    /// <param name="replyStep">The step of <see cref="Reply"/>; a large number while it has not come.</param>
    public int Place(int step, int replyStep) => step <= replyStep ? step : ReplyPlace + step - replyStep - 1;

    /// <summary>Whether H wrote the symbol at a step: the symbols that H' is trained to predict.</summary>
    /// <param name="step">The step.</param>
    public bool IsHumans(int step)
    {
        int place = (step - QuestionLength) % RoundLength;
        return step >= QuestionLength && place < 1 + QuestionLength;
    }
}
