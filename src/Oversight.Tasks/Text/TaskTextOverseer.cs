using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Core.Text;

namespace Oversight.Tasks.Text;

/// <summary>
/// An overseer of the text plane, such as a person or a language model, as H of an algorithmic task. They are shown every open transcript
/// in the task's grammar, all at once, and this waits until all have made their move: the one place where the planes meet and somebody
/// waits synchronously.
/// <list type="bullet">
/// <item>Of several questions the first is asked; the overseer is asked again when its reply is there.</item>
/// <item>A question that cannot be read becomes the blank question: it takes one of the k questions, and the reply to it is idk.</item>
/// <item>An answer that is not whole, or cannot be read, becomes idk.</item>
/// <item>An exception comes through: that H is not there is no answer of theirs, and must not be learned from.</item>
/// </list>
/// All of it is counted. Not thread-safe.
/// </summary>
public sealed class TaskTextOverseer : IOverseer
{
    private readonly TaskGrammar _grammar;
    private readonly ITextOverseer _overseer;
    private readonly Budget _budget;
    private readonly CancellationToken _token;

    /// <summary>Gives an overseer a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="overseer">H.</param>
    /// <param name="budget">The most that all their moves together may cost.</param>
    /// <param name="token">Ends the waiting: <see cref="OperationCanceledException"/>.</param>
    public TaskTextOverseer(AlgorithmicTask task, ITextOverseer overseer, Budget budget, CancellationToken token)
    {
        _grammar = new TaskGrammar(task);
        _overseer = overseer;
        _budget = budget;
        _token = token;
    }

    /// <summary>How many moves the overseer has made.</summary>
    public long Moves { get; private set; }

    /// <summary>How many of their questions could not be read.</summary>
    public long UnreadableQuestions { get; private set; }

    /// <summary>How many of their answers could not be read.</summary>
    public long UnreadableAnswers { get; private set; }

    /// <summary>How many of their answers were neither whole nor idk: refused, over budget and so on.</summary>
    public long MissingAnswers { get; private set; }

    /// <summary>How many questions were not asked because they stood behind another in the same ask.</summary>
    public long DeferredQuestions { get; private set; }

    /// <summary>What the moves have cost.</summary>
    public Spending Spent { get; private set; } = Spending.None;

    /// <inheritdoc/>
    public void NextMoves(TranscriptBatch transcripts, Span<OverseerMove> moves)
    {
        TextMove[] made = Wait(Ask(transcripts));
        for (int i = 0; i < made.Length; i++)
        {
            Moves++;
            Spent += made[i].Spent;
            moves[i] = Read(made[i]);
        }
    }

    /// <summary>Asks about all open transcripts at once; each has an equal share of what is left.</summary>
    private Task<TextMove>[] Ask(TranscriptBatch transcripts)
    {
        ReadOnlySpan<int> open = transcripts.Open;
        var asked = new Task<TextMove>[open.Length];
        if (open.IsEmpty)
            return asked;
        var equal = new long[open.Length];
        Array.Fill(equal, 1);
        ImmutableArray<Budget> shares = _budget.Spend(Spent).Split(equal);
        for (int i = 0; i < open.Length; i++)
        {
            TextTranscript shown = _grammar.Print(transcripts.QuestionOf(open[i]), transcripts.ExchangesOf(open[i]));
            Budget share = transcripts.Round < transcripts.Budget ? shares[i] : shares[i] with { Depth = 0 };
            asked[i] = _overseer.NextMoveAsync(shown, share, _token).AsTask();
        }

        return asked;
    }

    private TextMove[] Wait(Task<TextMove>[] asked) => Task.WhenAll(asked).WaitAsync(_token).GetAwaiter().GetResult();

    private OverseerMove Read(TextMove move) => move switch
    {
        TextMove.Ask ask => OverseerMove.Ask(Read(ask)),
        TextMove.Reply reply => OverseerMove.Reply(Read(reply.Answer)),
        _ => throw new InvalidOperationException($"{move?.GetType().ToString() ?? "null"} is no move."),
    };

    private Symbols Read(TextMove.Ask ask)
    {
        DeferredQuestions += Math.Max(0, ask.Questions.Length - 1);
        if (!ask.Questions.IsEmpty && _grammar.TryReadQuestion(ask.Questions[0].Words, out Symbols words, out _))
            return words;
        UnreadableQuestions++;
        return Symbols.Empty;
    }

    private Answer Read(TextAnswer text)
    {
        if (_grammar.TryReadAnswer(text, out Answer answer))
            return answer;
        if (text.IsWhole)
            UnreadableAnswers++;
        else
            MissingAnswers++;
        return Answer.Unknown;
    }
}
