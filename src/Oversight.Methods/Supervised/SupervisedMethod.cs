using Oversight.Learning.Assistants;
using Oversight.Learning.Options;
using Oversight.Runs.Rounds;
using Oversight.Runs.Targets;

namespace Oversight.Methods.Supervised;

/// <summary>Supervised learning on ground truth: the ceiling to compare with.</summary>
public sealed class SupervisedMethod : LearningMethod
{
    /// <inheritdoc/>
    public override string Name => "supervised";

    /// <inheritdoc/>
    public override string Phase => "X learns from true answers";

    /// <inheritdoc/>
    public override MethodWords Words { get; } = new("supervised", "supervised")
    {
        Prices = ledger => [new Price(ledger.Labels, "labels (true answers)")],
    };

    /// <inheritdoc/>
    public override bool LearnsTruth => true;

    /// <summary>Reading off true answers takes no time worth sharing.</summary>
    /// <param name="batch">The batch.</param>
    public override int Makers(BatchOptions batch) => 1;

    /// <inheritdoc/>
    public override MethodRun Begin(MethodParts parts)
    {
        bool waits = parts.Options.Curriculum.Grow || parts.Options.Curriculum.Frontier > 0;
        int questions = parts.Options.Batch.Questions;
        return MethodRun.Of(contexts => new LabelMaker(
            parts.Errors, waits ? new TransformerAssistant(parts.Network, parts.Teacher, contexts, questions) : null));
    }
}
