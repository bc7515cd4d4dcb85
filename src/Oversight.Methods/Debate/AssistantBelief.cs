using Oversight.Core;
using Oversight.Learning.Assistants;
using Oversight.Protocols.Debate;

namespace Oversight.Methods.Debate;

/// <summary>
/// What X thinks of claims: how probable it holds the answer that a claim comes to. A fact it reads, as every debater may. What it was asked once it remembers until its weights change.
/// </summary>
/// <param name="dispute">Which answer a claim comes to.</param>
/// <param name="answers">How answers are numbered.</param>
/// <param name="assistant">X; asked context by context.</param>
internal sealed class AssistantBelief(IDispute dispute, AnswerCodec answers, TransformerAssistant assistant) : IBelief
{
    private readonly Dictionary<Question, int> _rows = [];
    private readonly List<Question> _pending = [];
    private readonly Question[] _asked = new Question[assistant.ContextCapacity * assistant.QuestionCapacity];
    private float[] _probabilities = [];
    private int _known;

    /// <summary>What X has been asked so far.</summary>
    public OversightLedger Spent { get; private set; } = new();

    /// <summary>Drops what is remembered; needed once X's weights have changed.</summary>
    public void Forget()
    {
        _rows.Clear();
        _known = 0;
    }

    /// <inheritdoc/>
    public void Weigh(ReadOnlySpan<Claim> claims, Span<float> probabilities)
    {
        foreach (Claim claim in claims)
        {
            if (dispute.Game.DepthOf(claim) > 0 && _rows.TryAdd(claim.Question, _known + _pending.Count))
                _pending.Add(claim.Question);
        }

        AskPending();
        for (int i = 0; i < claims.Length; i++)
            probabilities[i] = dispute.Game.DepthOf(claims[i]) == 0 ? Read(claims[i]) : OpinionOf(claims[i]);
    }

    private float Read(Claim leaf) => dispute.Game.LookUp(leaf) ? 1 : 0;

    private float OpinionOf(Claim claim)
    {
        Answer answer = dispute.AnswerOf(claim);
        return answer.IsUnknown ? 0 : _probabilities[_rows[claim.Question] * answers.Count + answers.NumberOf(answer.Words)];
    }

    /// <summary>Asks in batches that X can take: so many contexts, so many questions about each.</summary>
    private void AskPending()
    {
        if (_probabilities.Length < (_known + _pending.Count) * answers.Count)
            Array.Resize(ref _probabilities, 2 * (_known + _pending.Count) * answers.Count);
        int count = 0;
        int contexts = 0;
        int aboutThis = 0;
        foreach (Question question in _pending)
        {
            bool sameContext = count > 0 && ReferenceEquals(_asked[count - 1].Facts, question.Facts);
            if (sameContext ? aboutThis == assistant.QuestionCapacity : contexts == assistant.ContextCapacity)
            {
                Ask(count);
                (count, contexts, sameContext) = (0, 0, false);
            }

            (contexts, aboutThis) = sameContext ? (contexts, aboutThis + 1) : (contexts + 1, 1);
            _asked[count++] = question;
        }

        Ask(count);
        _pending.Clear();
    }

    private void Ask(int count)
    {
        if (count == 0)
            return;
        assistant.Weigh(_asked.AsSpan(0, count), _probabilities.AsSpan(_known * answers.Count, count * answers.Count));
        _known += count;
        Spent += new OversightLedger(QuestionsAnswered: count, AssistantCalls: 1);
    }
}
