using Oversight.Core;
using Oversight.Determinism;

namespace Oversight.Protocols.RewardModelling;

/// <summary>
/// Compares as carefully as H works: goes about the question as H's script does, and takes the answer that comes out, if it is one of the two.
/// H reads one fact without help; a helper tells the other facts and answers the sub-questions (Leike et al. 2018, arXiv 1811.07871). Whoever is
/// told "don't know" does not pretend to be able to tell. Where the script would ask the very question again, for a guess, H looks at the two
/// answers in front of them.
/// </summary>
/// <param name="reader">Tells what is a fact, and reads it.</param>
/// <param name="human">H.</param>
/// <param name="helper">Answers sub-questions, reading facts as it can; null for H alone, who knows nothing but that one fact.</param>
/// <param name="random">For facts of which one is drawn; consumed.</param>
/// <param name="transcripts">Where H goes about the questions; its capacity is how many pairs can be compared in one call.</param>
public sealed class ScriptedComparer(
    IFactReader reader, IOverseer human, IAssistant? helper, RandomStream random, TranscriptBatch transcripts) : IAnswerComparer
{
    private readonly OverseerMove[] _moves = new OverseerMove[transcripts.Capacity];
    private readonly Question[] _asked = new Question[transcripts.Capacity];
    private readonly Answer[] _told = new Answer[transcripts.Capacity];
    private readonly int[] _places = new int[transcripts.Capacity];
    private readonly bool[] _isLost = new bool[transcripts.Capacity];

    /// <inheritdoc/>
    public OversightLedger Spent { get; private set; } = new();

    /// <inheritdoc/>
    public void Compare(ReadOnlySpan<Question> questions, ReadOnlySpan<Answer> firsts, ReadOnlySpan<Answer> seconds, Span<Preference> preferences)
    {
        int decisions = 0;
        int read = 0;
        transcripts.Start(questions);
        _isLost.AsSpan().Clear();
        while (!transcripts.Open.IsEmpty)
        {
            human.NextMoves(transcripts, _moves);
            decisions += transcripts.Open.Length;
            transcripts.Take(_moves);
            read += Reply(firsts, seconds);
            transcripts.RecordReplies();
        }

        for (int i = 0; i < questions.Length; i++)
            preferences[i] = _isLost[i] ? Preference.Neither : Prefer(transcripts.AnswerOf(i), firsts[i], seconds[i]);
        Spent += new OversightLedger(HumanQueries: questions.Length, HumanDecisions: decisions, FactsRead: read);
    }

    private static Preference Prefer(Answer own, Answer first, Answer second)
    {
        if (own.IsUnknown || first == second)
            return Preference.Neither;
        return own == first ? Preference.First : own == second ? Preference.Second : Preference.Neither;
    }

    /// <summary>Replies to the sub-questions of this round.</summary>
    /// <returns>How many facts H read without help.</returns>
    private int Reply(ReadOnlySpan<Answer> firsts, ReadOnlySpan<Answer> seconds)
    {
        int read = 0;
        int left = 0;
        for (int i = 0; i < transcripts.Open.Length; i++)
        {
            int pair = transcripts.Open[i];
            Question asked = transcripts.Asked[i];
            transcripts.Replies[i] = Answer.Unknown;
            if (asked.Words == transcripts.QuestionOf(pair).Words)
            {
                transcripts.Replies[i] = GuessesSoFar(pair) % 2 == 0 ? firsts[pair] : seconds[pair];
            }
            else if (reader.IsPrimitive(asked.Words) && !HasRead(pair))
            {
                transcripts.Replies[i] = reader.AnswerPrimitive(asked, random);
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
            transcripts.Replies[_places[i]] = _told[i];
            // What the facts say is never "don't know": it is then "no".
            bool isFact = helper is not null && reader.IsPrimitive(_asked[i].Words);
            _isLost[transcripts.Open[_places[i]]] |= _told[i].IsUnknown && !isFact;
        }
    }

    private int GuessesSoFar(int pair)
    {
        int guesses = 0;
        foreach (Exchange exchange in transcripts.ExchangesOf(pair))
            guesses += exchange.Asked == transcripts.QuestionOf(pair).Words ? 1 : 0;
        return guesses;
    }

    private bool HasRead(int pair)
    {
        foreach (Exchange exchange in transcripts.ExchangesOf(pair))
        {
            if (reader.IsPrimitive(exchange.Asked))
                return true;
        }

        return false;
    }
}
