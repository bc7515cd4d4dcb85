using Oversight.Training.Assistants;
using Oversight.Training.Options;
using Oversight.Training.Targets;

namespace Oversight.Training.Methods;

/// <summary>Supervised learning on ground truth: the ceiling to compare with.</summary>
internal sealed class SupervisedMethod : LearningMethod
{
    /// <inheritdoc/>
    public override string Phase => "X learns from true answers";

    /// <summary>Reading off true answers takes no time worth sharing.</summary>
    public override int Makers(BatchOptions batch) => 1;

    /// <inheritdoc/>
    public override ITargetMaker NewMaker(MethodParts parts, int contexts)
    {
        CurriculumOptions curriculum = parts.Options.Curriculum;
        int questions = parts.Options.Batch.Questions;
        bool waits = curriculum.Grow || curriculum.Frontier > 0;
        return new LabelMaker(parts.Errors, waits ? new TransformerAssistant(parts.Network, parts.Teacher, contexts, questions) : null);
    }
}
