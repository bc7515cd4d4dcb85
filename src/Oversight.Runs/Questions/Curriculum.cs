using Oversight.Core;
using Oversight.Determinism;
using Oversight.Runs.Options;
using Oversight.Tasks;

namespace Oversight.Runs.Questions;

/// <summary>
/// What is asked: instances grow once the teacher agrees with its amplification (the paper, section 2.5), and, where a frontier is set, deeper
/// classes of questions are asked once it agrees at the class before. Agreement is with its own amplification: no truth is read.
/// </summary>
public sealed class Curriculum
{
    private const double Memory = 0.95;

    // A running mean nears 1 and never is 1; this is 270 batches without one disagreement.
    private const double AsGoodAsOne = 1 - 1e-6;
    private readonly AlgorithmicTask _task;
    private readonly CurriculumOptions _options;
    private readonly int _humanClasses;
    private readonly double[] _classAgreement;
    private bool _humanIsGone;
    private double _agreement;
    private int _batches;

    /// <summary>A curriculum at its start.</summary>
    /// <param name="task">The task.</param>
    /// <param name="options">How it grows.</param>
    /// <param name="humanClasses">How many classes H decomposes before they are cut off: they are asked from the start.</param>
    public Curriculum(AlgorithmicTask task, CurriculumOptions options, int humanClasses = int.MaxValue)
    {
        (_task, _humanClasses) = (task, humanClasses);
        _options = options;
        _classAgreement = new double[task.Classes.Length];
        Difficulty = options.Grow ? new Difficulty(0) : Difficulty.Full;
        OpenClasses = options.Frontier == 0 ? task.Classes.Length : humanClasses < task.Classes.Length ? humanClasses : 1;
    }

    /// <summary>The size of the instances drawn.</summary>
    public Difficulty Difficulty { get; private set; }

    /// <summary>How many classes of questions are asked, from the easiest.</summary>
    public int OpenClasses { get; private set; }

    /// <summary>Whether H is gone: their queries are used up, or the frontier has passed the last class that they decompose.</summary>
    public bool IsBeyondHuman => _humanIsGone || (_options.Frontier > 0 && OpenClasses > _humanClasses);

    /// <summary>The running agreement of the teacher with its amplification.</summary>
    public double Agreement => _agreement;

    /// <summary>Whether agreement matters: it costs the teacher a pass over the questions themselves.</summary>
    public bool WantsAgreement => (_options.Grow && Difficulty.Level < _task.FullLevel) || OpenClasses < _task.Classes.Length;

    /// <summary>Has everybody know that H is asked no more.</summary>
    public void DismissHuman() => _humanIsGone = true;

    /// <summary>Draws a question of an open class.</summary>
    /// <param name="context">What it is about.</param>
    /// <param name="random">Consumed.</param>
    public Question DrawQuestion(Context context, RandomStream random) => DrawBelow(OpenClasses, context, random);

    /// <summary>Draws a question of an open class that H decomposes.</summary>
    /// <param name="context">What it is about.</param>
    /// <param name="random">Consumed.</param>
    public Question DrawHumanQuestion(Context context, RandomStream random) => DrawBelow(Math.Min(OpenClasses, _humanClasses), context, random);

    /// <summary>Draws a question of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="context">What it is about.</param>
    /// <param name="random">Consumed.</param>
    public Question Draw(QuestionKind kind, Context context, RandomStream random) =>
        kind == QuestionKind.Primitive ? _task.DrawPrimitive(context.Facts, random) : DrawQuestion(context, random);

    /// <summary>Where it stands.</summary>
    public CurriculumState Capture() => new(Difficulty.Level, OpenClasses, _agreement, _batches, [.. _classAgreement]);

    /// <summary>Goes back to where it stood.</summary>
    public void Restore(CurriculumState state)
    {
        Difficulty = new Difficulty(state.Level);
        (OpenClasses, _agreement, _batches) = (state.OpenClasses, state.Agreement, state.Batches);
        state.ClassAgreement.CopyTo(_classAgreement);
    }

    /// <summary>Takes the agreement on one batch, and moves on where it is high enough.</summary>
    /// <param name="questions">The batch.</param>
    /// <param name="agrees">Whether the teacher's own answer is the target, and not idk.</param>
    public void Observe(ReadOnlySpan<Question> questions, ReadOnlySpan<bool> agrees)
    {
        _batches++;
        int agreed = 0;
        for (int i = 0; i < questions.Length; i++)
            agreed += agrees[i] ? 1 : 0;
        _agreement = Memory * _agreement + (1 - Memory) * agreed / questions.Length;
        ObserveClasses(questions, agrees);
        if (_options.Frontier > 0 && OpenClasses < _task.Classes.Length && IsReached(_classAgreement[OpenClasses - 1], _options.Frontier))
            OpenClasses++;
        if (!_options.Grow || Difficulty.Level >= _task.FullLevel)
            return;
        if (_batches < _options.Patience || !IsReached(_agreement, _options.Promote))
            return;
        Difficulty = new Difficulty(Math.Min(Difficulty.Level + _options.Increment, _task.FullLevel));
        (_batches, _agreement) = (0, 0);
    }

    private static bool IsReached(double agreement, double wanted) => agreement >= Math.Min(wanted, AsGoodAsOne);

    private Question DrawBelow(int classes, Context context, RandomStream random)
    {
        Question question;
        do
            question = _task.DrawQuestion(context, random);
        while (_task.SyntacticClass(question.Words) >= classes);
        return question;
    }

    private void ObserveClasses(ReadOnlySpan<Question> questions, ReadOnlySpan<bool> agrees)
    {
        Span<int> asked = stackalloc int[_classAgreement.Length];
        Span<int> agreed = stackalloc int[_classAgreement.Length];
        for (int i = 0; i < questions.Length; i++)
        {
            int place = _task.SyntacticClass(questions[i].Words);
            if (place < 0)
                continue;
            asked[place]++;
            agreed[place] += agrees[i] ? 1 : 0;
        }

        for (int i = 0; i < asked.Length; i++)
        {
            if (asked[i] > 0)
                _classAgreement[i] = Memory * _classAgreement[i] + (1 - Memory) * agreed[i] / asked[i];
        }
    }
}
