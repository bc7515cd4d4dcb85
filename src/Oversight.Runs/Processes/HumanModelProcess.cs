using Oversight.Determinism;
using Oversight.Learning.HumanModels;
using Oversight.Learning.Options;

namespace Oversight.Runs.Processes;

/// <summary>Process 2: trains H' on the recorded transcripts; rarely, once it is good.</summary>
internal sealed class HumanModelProcess(HumanModelLearner learner, TranscriptStore transcripts, HumanModelOptions options, RandomKey key) : IProcess
{
    private const int IdleEvery = 10;
    private const double Memory = 0.95;
    private readonly RandomStream _random = key.Stream();

    /// <summary>The running mean of the loss on the transcripts learned from; infinite before the first step.</summary>
    public double TrainingLoss { get; private set; } = double.PositiveInfinity;

    /// <summary>What stopped being a sensible number; null while all is well.</summary>
    public string? Divergence { get; private set; }

    /// <inheritdoc/>
    public void Run(int round)
    {
        if (transcripts.Count == 0 || (TrainingLoss < options.IdleBelow && round % IdleEvery != 0))
            return;
        _random.Restart(key.Child(round));
        for (int i = 0; i < options.StepsPerRound && Divergence is null; i++)
            Step();
    }

    /// <inheritdoc/>
    public void Publish()
    {
    }

    private void Step()
    {
        double loss = learner.Step(transcripts, _random);
        Divergence = SaneLoss.ProblemOf("H'", loss);
        if (Divergence is null)
            TrainingLoss = double.IsFinite(TrainingLoss) ? Memory * TrainingLoss + (1 - Memory) * loss : loss;
    }

    /// <summary>Where it stands.</summary>
    public HumanModelState Capture() => new(learner.Steps, TrainingLoss);

    /// <summary>Goes back to where it stood.</summary>
    public void Restore(HumanModelState state)
    {
        learner.Optimiser.Steps = state.Steps;
        TrainingLoss = state.TrainingLoss;
    }
}
