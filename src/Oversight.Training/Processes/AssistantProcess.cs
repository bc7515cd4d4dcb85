using Oversight.Determinism;
using Oversight.Training.Assistants;
using Oversight.Training.Checkpoints;

namespace Oversight.Training.Processes;

/// <summary>Process 4: trains X on batches from the replay buffer.</summary>
internal sealed class AssistantProcess(AssistantLearner learner, ReplayBuffer<TargetBatch> replay, int stepsPerRound, RandomKey key) : IProcess
{
    private const double Memory = 0.98;
    private readonly RandomStream _random = key.Stream();

    /// <summary>The running mean of the loss, in nats a target; not a number before the first step.</summary>
    public double Loss { get; private set; } = double.NaN;

    /// <summary>Batches that X was given so far, those without a target that counts included.</summary>
    public int Batches { get; private set; }

    /// <summary>The gradient's norm at the last step.</summary>
    public double GradientNorm { get; private set; }

    /// <summary>What stopped being a sensible number; null while all is well.</summary>
    public string? Divergence { get; private set; }

    /// <inheritdoc/>
    public void Run(int round)
    {
        if (replay.Count == 0)
            return;
        _random.Restart(key.Child(round));
        for (int i = 0; i < stepsPerRound; i++)
        {
            Batches++;
            int before = learner.Steps;
            (double loss, GradientNorm) = learner.Step(replay.Draw(_random));
            Divergence = SaneLoss.ProblemOf("X", loss) ?? (double.IsFinite(GradientNorm) ? null : "the gradient of X is not a number");
            if (Divergence is not null)
                return;
            if (learner.Steps > before)
                Loss = double.IsNaN(Loss) ? loss : Memory * Loss + (1 - Memory) * loss;
        }
    }

    /// <inheritdoc/>
    public void Publish()
    {
    }

    /// <summary>Where it stands.</summary>
    public AssistantState Capture() => new(learner.Steps, Batches, Loss, GradientNorm);

    /// <summary>Goes back to where it stood.</summary>
    public void Restore(AssistantState state)
    {
        learner.RestoreSteps(state.Steps);
        (Batches, Loss, GradientNorm) = (state.Batches, state.Loss, state.GradientNorm);
    }
}
