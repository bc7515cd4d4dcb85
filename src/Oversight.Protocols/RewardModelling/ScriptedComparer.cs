using Oversight.Core;
using Oversight.Determinism;
using Oversight.Tasks;

namespace Oversight.Protocols.RewardModelling;

/// <summary>
/// Compares as careful as H is: goes about the question as his script does, and takes the answer that he comes to, if it is one of the two. Of the facts he reads one himself; the others, and
/// the answers to his sub-questions, a helper tells him (Leike et al. 2018, arXiv 1811.07871); who is told "don't know" does not pretend to be able to tell. Where his script would ask the very
/// question again, for a guess, he looks at the two answers before him.
/// </summary>
/// <param name="task">Tells what is a fact, and gives the script.</param>
/// <param name="human">H.</param>
/// <param name="helper">Answers his sub-questions, reading facts as it can; null for H alone, to whom everything but that one fact is "don't know".</param>
/// <param name="random">For facts of which one is drawn; consumed.</param>
/// <param name="capacity">How many pairs can be compared in one call.</param>
public sealed class ScriptedComparer(AlgorithmicTask task, IOverseer human, IAssistant? helper, RandomStream random, int capacity) : IAnswerComparer
{
    private readonly TranscriptBatch _transcripts = new(capacity, task.InteractionLength);
    private readonly OverseerMove[] _moves = new OverseerMove[capacity];
    private readonly Question[] _asked = new Question[capacity];
    private readonly Answer[] _told = new Answer[capacity];
    private readonly int[] _places = new int[capacity];
    private readonly bool[] _isLost = new bool[capacity];

    /// <inheritdoc/>
    public OversightLedger Spent { get; private set; } = new();

    /// <inheritdoc/>
    public void Compare(ReadOnlySpan<Question> questions, ReadOnlySpan<Answer> firsts, ReadOnlySpan<Answer> seconds, Span<Preference> preferences)
    {
        int decisions = 0;
        int read = 0;
        _transcripts.Start(questions);
        _isLost.AsSpan().Clear();
        while (!_transcripts.Open.IsEmpty)
        {
            human.NextMoves(_transcripts, _moves);
            decisions += _transcripts.Open.Length;
            _transcripts.Take(_moves);
            read += Reply(firsts, seconds);
            _transcripts.RecordReplies();
        }

        for (int i = 0; i < questions.Length; i++)
            preferences[i] = _isLost[i] ? Preference.Neither : Prefer(_transcripts.AnswerOf(i), firsts[i], seconds[i]);
        Spent += new OversightLedger(HumanQueries: questions.Length, HumanDecisions: decisions, FactsRead: read);
    }

    private static Preference Prefer(Answer own, Answer first, Answer second)
    {
        if (own.IsUnknown || first == second)
            return Preference.Neither;
        return own == first ? Preference.First : own == second ? Preference.Second : Preference.Neither;
    }

    /// <summary>Replies to the sub-questions of this round.</summary>
    /// <returns>How many facts H read himself.</returns>
    private int Reply(ReadOnlySpan<Answer> firsts, ReadOnlySpan<Answer> seconds)
    {
        int read = 0;
        int left = 0;
        for (int i = 0; i < _transcripts.Open.Length; i++)
        {
            int pair = _transcripts.Open[i];
            Question asked = _transcripts.Asked[i];
            _transcripts.Replies[i] = Answer.Unknown;
            if (asked.Words == _transcripts.QuestionOf(pair).Words)
            {
                _transcripts.Replies[i] = GuessesSoFar(pair) % 2 == 0 ? firsts[pair] : seconds[pair];
            }
            else if (task.IsPrimitive(asked.Words) && !HasRead(pair))
            {
                _transcripts.Replies[i] = task.AnswerPrimitive(asked, random);
                read++;
            }
            else
            {
                (_asked[left], _places[left++]) = (asked, i);
            }
        }

        AskHelper(left);
        return read;
    }

    private void AskHelper(int count)
    {
        _told.AsSpan(0, count).Fill(Answer.Unknown);
        if (count > 0)
            helper?.Answer(_asked.AsSpan(0, count), _told.AsSpan(0, count));
        for (int i = 0; i < count; i++)
        {
            _transcripts.Replies[_places[i]] = _told[i];
            // What the facts say is never "don't know": it is then "no".
            bool isFact = helper is not null && task.IsPrimitive(_asked[i].Words);
            _isLost[_transcripts.Open[_places[i]]] |= _told[i].IsUnknown && !isFact;
        }
    }

    private int GuessesSoFar(int pair)
    {
        int guesses = 0;
        foreach (Exchange exchange in _transcripts.ExchangesOf(pair))
            guesses += exchange.Asked == _transcripts.QuestionOf(pair).Words ? 1 : 0;
        return guesses;
    }

    private bool HasRead(int pair)
    {
        foreach (Exchange exchange in _transcripts.ExchangesOf(pair))
        {
            if (task.IsPrimitive(exchange.Asked))
                return true;
        }

        return false;
    }
}
