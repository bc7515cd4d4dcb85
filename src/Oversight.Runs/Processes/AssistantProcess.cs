using Oversight.Determinism;
using Oversight.Learning.Assistants;

namespace Oversight.Runs.Processes;

/// <summary>
/// Process 4: trains X on batches from the replay buffer. A limit may fall into the middle of a round: then X is given a part of the
/// round's batches now, and the rest when the run goes on. That changes nothing: X reads what was published at the barrier before, and so
/// do the processes beside it, which run with the last part.
/// </summary>
internal sealed class AssistantProcess(AssistantLearner learner, ReplayBuffer<TargetBatch> replay, int stepsPerRound, RandomKey key)
    : IProcess
{
    private const double Memory = 0.98;
    private readonly RandomStream _random = key.Stream();

    /// <summary>The running mean of the loss, in nats a target; not a number before the first step.</summary>
    public double Loss { get; private set; } = double.NaN;

    /// <summary>Batches that X was given so far, those without a target that counts included.</summary>
    public int Batches { get; private set; }

    /// <summary>How many batches X is given before the others have to run too; 0 where there is nothing to learn from yet.</summary>
    public int LeftOfRound => replay.Count == 0 ? 0 : stepsPerRound - BatchesOfRound;

    /// <summary>How many batches of a round at hand X was given already; 0 between rounds.</summary>
    public int BatchesOfRound { get; private set; }

    /// <summary>The gradient's norm at the last step.</summary>
    public double GradientNorm { get; private set; }

    /// <summary>What stopped being a sensible number; null while all is well.</summary>
    public string? Divergence { get; private set; }

    /// <inheritdoc/>
    public void Run(int round) => RunPart(round, LeftOfRound);

    /// <summary>Gives X some of the round's batches.</summary>
    /// <param name="round">The number of the round.</param>
    /// <param name="count">How many; at most <see cref="LeftOfRound"/>.</param>
    public void RunPart(int round, int count)
    {
        if (count == 0)
            return;
        _random.Restart(key.Child(round));
        for (int i = 0; i < BatchesOfRound; i++)
            replay.Draw(_random);
        for (int i = 0; i < count; i++)
        {
            Batches++;
            BatchesOfRound++;
            int before = learner.Steps;
            (double loss, GradientNorm) = learner.Step(replay.Draw(_random));
            Divergence = SaneLoss.ProblemOf("X", loss) ?? (double.IsFinite(GradientNorm) ? null : "the gradient of X is not a number");
            if (Divergence is not null)
                return;
            if (learner.Steps > before)
                Loss = double.IsNaN(Loss) ? loss : Memory * Loss + (1 - Memory) * loss;
        }
    }

    /// <summary>The round is over.</summary>
    public void Publish() => BatchesOfRound = 0;

    /// <summary>Where it stands.</summary>
    /// <param name="publishedSteps">Optimiser steps of X's weights as published at the last barrier.</param>
    public AssistantState Capture(int publishedSteps) =>
        new(learner.Steps, Batches, Loss, GradientNorm, BatchesOfRound, BatchesOfRound > 0 ? publishedSteps : 0);

    /// <summary>Goes back to where it stood.</summary>
    public void Restore(AssistantState state)
    {
        learner.RestoreSteps(state.Steps);
        (Batches, Loss, GradientNorm) = (state.Batches, state.Loss, state.GradientNorm);
        BatchesOfRound = state.BatchesOfRound;
    }
}
