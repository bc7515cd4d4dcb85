using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;

namespace Oversight.Runs.Processes;

/// <summary>
/// What is learned before the method proper: each round a batch is made and learned at once, until all lessons are given. Several such processes run side by side, each with a learner
/// of its own.
/// </summary>
/// <param name="whose">Who learns, for messages.</param>
/// <param name="learner">Learns.</param>
/// <param name="targets">Makes the batches; keeps one at a time. Disposed with the process.</param>
/// <param name="lessons">How many batches in all.</param>
/// <param name="key">The key of everything drawn here.</param>
public sealed class LessonProcess(string whose, AssistantLearner learner, TargetProcess targets, int lessons, RandomKey key) : IProcess, IDisposable
{
    private readonly RandomStream _random = key.Stream();

    /// <summary>Batches so far.</summary>
    public int Given { get; private set; }

    /// <summary>Whether it is this learner who is given them.</summary>
    /// <param name="who">A learner.</param>
    public bool Teaches(AssistantLearner who) => who == learner;

    /// <summary>Whether all lessons are given.</summary>
    public bool IsOver => Given >= lessons;

    /// <summary>What the lessons have cost so far.</summary>
    public OversightLedger Spent => targets.Spent;

    /// <summary>The multiplications and additions of all matrix products of making the batches so far.</summary>
    public long Flops => targets.Flops;

    /// <summary>What stopped being a sensible number; null while all is well.</summary>
    public string? Divergence { get; private set; }

    /// <inheritdoc/>
    public void Run(int round)
    {
        if (IsOver)
            return;
        targets.Run(round);
        targets.Publish();
        Given++;
        _random.Restart(key.Child(round));
        (double loss, double norm) = learner.Step(targets.Replay.Draw(_random));
        Divergence = SaneLoss.ProblemOf(whose, loss) ?? (double.IsFinite(norm) ? null : $"the gradient of {whose} is not a number");
    }

    /// <inheritdoc/>
    public void Publish()
    {
    }

    /// <summary>Where it stands.</summary>
    public LessonState Capture() => new(Given, learner.Steps, targets.Capture());

    /// <summary>Goes back to where it stood.</summary>
    public void Restore(LessonState state)
    {
        Given = state.Given;
        learner.RestoreSteps(state.Steps);
        targets.Restore(state.Targets);
    }

    /// <inheritdoc/>
    public void Dispose() => targets.Dispose();
}
