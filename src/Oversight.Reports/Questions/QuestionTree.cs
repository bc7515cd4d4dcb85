using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Tasks;

namespace Oversight.Reports.Questions;

/// <summary>
/// Grows the tree of Amplify^H(X) for one question: H asks sub-questions, and each of them is answered from the facts, taken apart
/// again, or put to X. Amplify is an assistant, so it nests: depth 1 is Amplify^H(X), depth 2 is Amplify^H(Amplify^H(X)). Where H asks a
/// question that is being answered already, as some tasks have it to improve on X's answer, X answers it: taking it apart would never end.
/// </summary>
public sealed class QuestionTree
{
    private readonly AlgorithmicTask _task;
    private readonly IOverseer _overseer;
    private readonly RandomStream _random;
    private readonly AskAssistant _ask;
    private readonly HashSet<Symbols> _open = [];
    private int _left;

    /// <summary>A grower of trees.</summary>
    /// <param name="task">Says what is primitive.</param>
    /// <param name="overseer">H.</param>
    /// <param name="ask">X: answers what is not taken apart further.</param>
    /// <param name="random">For primitive questions whose answer is drawn; consumed.</param>
    public QuestionTree(AlgorithmicTask task, IOverseer overseer, AskAssistant ask, RandomStream random)
    {
        (_task, _overseer, _ask, _random) = (task, overseer, ask, random);
    }

    /// <summary>Answers a question put to X.</summary>
    /// <param name="question">The question.</param>
    /// <returns>The answer, and how probable X held it; null where there is no such number.</returns>
    public delegate (Answer Answer, double? Confidence) AskAssistant(Question question);

    /// <summary>Takes a question apart.</summary>
    /// <param name="question">The question, which H answers even if it is primitive.</param>
    /// <param name="depth">How many times over questions are taken apart; at least 1.</param>
    /// <param name="size">About how many questions the tree may have: beyond, X answers.</param>
    public QuestionNode Grow(Question question, int depth, int size)
    {
        _left = size;
        _open.Clear();
        return Decompose(question, depth);
    }

    private QuestionNode Decompose(Question question, int depth)
    {
        var transcript = new TranscriptBatch(1, _task.InteractionLength);
        var moves = new OverseerMove[1];
        ImmutableArray<QuestionNode>.Builder asked = ImmutableArray.CreateBuilder<QuestionNode>();
        _open.Add(question.Words);
        transcript.Start([question]);
        while (!transcript.Open.IsEmpty)
        {
            _overseer.NextMoves(transcript, moves);
            transcript.Take(moves);
            if (transcript.Open.IsEmpty)
                break;
            asked.Add(Answer(transcript.Asked[0], depth - 1));
            transcript.Replies[0] = asked[^1].Answer;
            transcript.RecordReplies();
        }

        _open.Remove(question.Words);
        return new QuestionNode(question, transcript.AnswerOf(0), AnsweredBy.Overseer, null, asked.ToImmutable());
    }

    private QuestionNode Answer(Question question, int depth)
    {
        _left--;
        if (_task.IsPrimitive(question.Words))
            return new QuestionNode(question, _task.AnswerPrimitive(question, _random), AnsweredBy.Facts, null, []);
        if (!_task.IsWellFormed(question.Words))
            return new QuestionNode(question, _task.MalformedAnswer, AnsweredBy.Form, null, []);
        if (depth > 0 && _left > 0 && !_open.Contains(question.Words))
            return Decompose(question, depth);
        (Answer answer, double? confidence) = _ask(question);
        return new QuestionNode(question, answer, AnsweredBy.Assistant, confidence, []);
    }
}
