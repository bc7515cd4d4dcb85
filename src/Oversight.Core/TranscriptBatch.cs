using Oversight.Determinism;

namespace Oversight.Core;

/// <summary>
/// tau, many transcripts at once: (Q, Q1, A1, ..., Qk, Ak, A) each. The transcript is the whole state of Amplify. All transcripts advance in lockstep, one
/// exchange a round; those that have ended leave <see cref="Open"/>. Reusable: <see cref="Start"/> begins anew without allocating.
/// </summary>
public sealed class TranscriptBatch
{
    private readonly Question[] _questions;
    private readonly Exchange[] _exchanges;
    private readonly int[] _lengths;
    private readonly Answer[] _answers;
    private readonly int[] _open;
    private readonly Question[] _asked;
    private readonly Answer[] _replies;
    private int _openCount;

    /// <summary>Reserves room.</summary>
    /// <param name="capacity">How many transcripts at most.</param>
    /// <param name="budget">How many sub-questions each may ask; at least 1.</param>
    public TranscriptBatch(int capacity, int budget)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(budget);
        Budget = budget;
        _questions = new Question[capacity];
        _exchanges = new Exchange[capacity * budget];
        _lengths = new int[capacity];
        _answers = new Answer[capacity];
        _open = new int[capacity];
        _asked = new Question[capacity];
        _replies = new Answer[capacity];
    }

    /// <summary>How many transcripts fit.</summary>
    public int Capacity => _questions.Length;

    /// <summary>How many sub-questions each transcript may ask.</summary>
    public int Budget { get; }

    /// <summary>How many transcripts there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many rounds of exchanges lie behind; every open transcript holds that many.</summary>
    public int Round { get; private set; }

    /// <summary>The transcripts that have not ended, by number, ascending.</summary>
    public ReadOnlySpan<int> Open => _open.AsSpan(0, _openCount);

    /// <summary>The sub-questions of this round, one for each entry of <see cref="Open"/>.</summary>
    public ReadOnlySpan<Question> Asked => _asked.AsSpan(0, _openCount);

    /// <summary>Where the assistant writes the sub-answers of this round, one for each entry of <see cref="Asked"/>.</summary>
    public Span<Answer> Replies => _replies.AsSpan(0, _openCount);

    /// <summary>The question of a transcript.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    public Question QuestionOf(int index) => _questions[index];

    /// <summary>The exchanges of a transcript so far.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    public ReadOnlySpan<Exchange> ExchangesOf(int index) => _exchanges.AsSpan(index * Budget, _lengths[index]);

    /// <summary>The answer of a transcript that has ended; idk while it is open.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    public Answer AnswerOf(int index) => _answers[index];

    /// <summary>
    /// A hash of a transcript as it stands: facts, question, exchanges. Whoever decides by chance draws from a key and this, and not from a stream that moves on: then equal
    /// transcripts get equal moves, whoever wrote the lines before and whatever else was drawn.
    /// </summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    public ulong HashOf(int index)
    {
        Question question = _questions[index];
        ulong hash = StableHash.Combine(question.Facts.ContentHash, HashOf(question.Words));
        foreach (Exchange exchange in ExchangesOf(index))
            hash = StableHash.Combine(hash, StableHash.Combine(HashOf(exchange.Asked), HashOf(exchange.Reply.Words)));
        return hash;
    }

    /// <summary>One transcript as an object of its own, to keep or to print.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    public Transcript Snapshot(int index) => new(_questions[index], [.. ExchangesOf(index)], _answers[index]);

    /// <summary>Begins one empty transcript for each question.</summary>
    /// <param name="questions">At most <see cref="Capacity"/>.</param>
    /// <exception cref="ArgumentException">There are too many questions.</exception>
    public void Start(ReadOnlySpan<Question> questions)
    {
        if (questions.Length > Capacity)
            throw new ArgumentException($"{questions.Length} questions given, at most {Capacity} allowed.", nameof(questions));
        questions.CopyTo(_questions);
        Count = _openCount = questions.Length;
        Round = 0;
        for (int i = 0; i < Count; i++)
        {
            _open[i] = i;
            _lengths[i] = 0;
            _answers[i] = Answer.Unknown;
        }
    }

    /// <summary>
    /// Takes the overseer's moves: a reply ends its transcript, an ask becomes part of <see cref="Asked"/>. An ask beyond the budget ends
    /// the transcript with "don't know": an expected outcome, not an error.
    /// </summary>
    /// <param name="moves">One for each entry of <see cref="Open"/>.</param>
    public void Take(ReadOnlySpan<OverseerMove> moves)
    {
        int stillOpen = 0;
        for (int i = 0; i < _openCount; i++)
        {
            int index = _open[i];
            if (moves[i].IsReply)
            {
                _answers[index] = new Answer(moves[i].Words);
            }
            else if (Round < Budget)
            {
                _open[stillOpen] = index;
                _asked[stillOpen++] = _questions[index].Ask(moves[i].Words, GuessOf(index, moves[i].Words));
            }
        }

        _openCount = stillOpen;
    }

    /// <summary>Appends the sub-questions of this round, with what now stands in <see cref="Replies"/>, to their transcripts.</summary>
    public void RecordReplies()
    {
        for (int i = 0; i < _openCount; i++)
        {
            int index = _open[i];
            _exchanges[index * Budget + _lengths[index]++] = new Exchange(_asked[i].Words, _replies[i]);
        }

        Round++;
    }

    private static ulong HashOf(Symbols words)
    {
        Span<byte> bytes = stackalloc byte[Symbols.MaxLength];
        words.CopyTo(bytes);
        return StableHash.Of(bytes);
    }

    /// <summary>Which guess a sub-question asks for: none, unless it is the transcript's own question.</summary>
    private int GuessOf(int index, Symbols words)
    {
        if (words != _questions[index].Words)
            return 0;
        int guess = 1;
        foreach (Exchange exchange in ExchangesOf(index))
        {
            if (exchange.Asked == words)
                guess++;
        }

        return guess;
    }
}
