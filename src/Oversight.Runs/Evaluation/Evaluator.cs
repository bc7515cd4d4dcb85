using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Neural;
using Oversight.Numerics;
using Oversight.Runs.Overseers;

namespace Oversight.Runs.Evaluation;

/// <summary>Measures the student, the teacher and the amplified teacher on held-out contexts. Cut into shards like everything else, so that threads change nothing.</summary>
internal sealed class Evaluator : IDisposable
{
    private const int ContextsPerShard = 8;
    private readonly WorkerPool _pool;
    private readonly double _abstainBelow;
    private readonly AmplifyCrew[] _crews;
    private readonly TransformerAssistant[] _students;

    /// <summary>An evaluator.</summary>
    /// <param name="network">X's network.</param>
    /// <param name="student">The student's weights.</param>
    /// <param name="teacher">The teacher's weights.</param>
    /// <param name="overseer">Makes the overseer of a worker, given how many transcripts it must carry and the worker's stream.</param>
    /// <param name="abstainBelow">When the teacher says idk to a sub-question; its own answers never abstain.</param>
    /// <param name="questionsPerContext">How many questions a context has at most.</param>
    /// <param name="pool">Runs the shards.</param>
    /// <param name="memory">Lends room for what is encoded; null for room of its own.</param>
    public Evaluator(
        AssistantNetwork network,
        ParameterVector student,
        ParameterVector teacher,
        Func<int, RandomStream, IOverseer> overseer,
        double abstainBelow,
        int questionsPerContext,
        WorkerPool pool,
        BufferPool? memory = null)
    {
        (_abstainBelow, _pool) = (abstainBelow, pool);
        int capacity = ContextsPerShard * questionsPerContext;
        _crews = [.. Enumerable.Range(0, pool.Threads).Select(
            _ => new AmplifyCrew(network, teacher, random => overseer(capacity, random), ContextsPerShard, questionsPerContext, memory))];
        _students = [.. Enumerable.Range(0, pool.Threads).Select(
            _ => new TransformerAssistant(network, student, ContextsPerShard, questionsPerContext, memory))];
    }

    /// <summary>Has all three answer.</summary>
    /// <param name="set">The questions.</param>
    /// <param name="key">For primitive questions whose answer is drawn.</param>
    public EvaluationAnswers Answer(EvaluationSet set, RandomKey key)
    {
        var student = new Answer[set.Questions.Length];
        var teacher = new Answer[set.Questions.Length];
        var amplified = new Answer[set.Questions.Length];
        int shards = (set.Contexts + ContextsPerShard - 1) / ContextsPerShard;
        var departures = new int[shards];
        _pool.For(_crews.Length, worker =>
        {
            _students[worker].Forget();
            for (int shard = worker; shard < shards; shard += _crews.Length)
            {
                int first = shard * ContextsPerShard * set.QuestionsPerContext;
                int length = Math.Min(ContextsPerShard * set.QuestionsPerContext, set.Questions.Length - first);
                ReadOnlySpan<Question> questions = set.Questions.Slice(first, length);
                _students[worker].Answer(questions, student.AsSpan(first, length));
                Ask(_crews[worker], questions, teacher.AsSpan(first, length), amplified.AsSpan(first, length), key.Child(shard));
                departures[shard] = Departures.Count(_crews[worker].Task.Human, _crews[worker].Amplified.Transcripts);
            }

            _students[worker].Forget();
            _crews[worker].Teacher.Forget();
        });
        return new EvaluationAnswers(student, teacher, amplified, departures.Sum() / (double)student.Length);
    }

    public void Dispose()
    {
        foreach (AmplifyCrew crew in _crews)
            crew.Dispose();
        foreach (TransformerAssistant student in _students)
            student.Dispose();
    }

    private void Ask(AmplifyCrew crew, ReadOnlySpan<Question> questions, Span<Answer> teacher, Span<Answer> amplified, RandomKey key)
    {
        crew.Begin(key);
        crew.Teacher.AbstainBelow = 0;
        crew.Teacher.Answer(questions, teacher);
        crew.Teacher.AbstainBelow = _abstainBelow;
        crew.Amplified.Answer(questions, amplified);
    }
}
