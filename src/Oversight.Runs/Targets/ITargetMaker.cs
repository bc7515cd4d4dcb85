using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;

namespace Oversight.Runs.Targets;

/// <summary>
/// Makes what X learns from: given questions, the answers that X shall be trained to give. This is where methods differ; rounds, buffers, learners, checkpoints
/// and metrics are the same for all. One maker works on one part of a batch; makers of a run work side by side and share nothing that they change.
/// </summary>
public interface ITargetMaker : IDisposable
{
    /// <summary>What the targets have cost so far, counted from the maker's beginning.</summary>
    OversightLedger Spent { get; }

    /// <summary>The multiplications and additions of all matrix products so far.</summary>
    long Flops => 0;

    /// <summary>How much a target counts that is idk; idk also marks a question for which no target was found.</summary>
    double UnknownWeight { get; }

    /// <summary>How much a target counts that says that there is nothing (<see cref="Tasks.AlgorithmicTask.SaysNothing"/>).</summary>
    /// <param name="round">The round.</param>
    double NothingWeight(int round) => 1;

    /// <summary>X's average as this maker uses it, to see whether it agrees with the targets; null where no X is needed to make them.</summary>
    TransformerAssistant? Teacher { get; }

    /// <summary>The part of the maker that must see true answers; null for every method that learns without them.</summary>
    ITruthReader? TruthReader => null;

    /// <summary>Makes what the maker learned on the side visible to others; called at the barrier, one maker after the other.</summary>
    void Publish()
    {
    }

    /// <summary>Makes the targets.</summary>
    /// <param name="questions">Context by context, as many about each.</param>
    /// <param name="targets">Filled with one target a question.</param>
    /// <param name="key">Names the piece of work; every draw comes from it.</param>
    void Make(ReadOnlySpan<Question> questions, Span<Answer> targets, RandomKey key);
}
