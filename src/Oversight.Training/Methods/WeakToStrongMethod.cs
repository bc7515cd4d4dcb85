using Oversight.Numerics;
using Oversight.Training.Assistants;
using Oversight.Training.Options;
using Oversight.Training.Processes;
using Oversight.Training.Targets;

namespace Oversight.Training.Methods;

/// <summary>
/// Weak-to-strong generalisation (Burns et al. 2023, arXiv 2312.09390): a weak supervisor learns from few true labels while X is pretrained without any; then X learns what the weak
/// supervisor answers.
/// </summary>
internal sealed class WeakToStrongMethod : LearningMethod
{
    /// <inheritdoc/>
    public override bool HasSupervisor => true;

    /// <inheritdoc/>
    public override string Preparation => "the weak supervisor learns from labels";

    /// <inheritdoc/>
    public override string Phase => "X learns from the weak supervisor";

    /// <inheritdoc/>
    public override LessonProcess[] NewLessons(MethodParts parts, AssistantLearner student, WorkerPool pool)
    {
        WeakOptions weak = parts.Options.Weak;
        return
        [
            parts.NewLesson("the weak supervisor", parts.Supervisor!.Learner, new LabelMaker(errors: null), QuestionKind.Asked, weak.Steps, pool),
            parts.NewLesson("X", student, new FactMaker(parts.Task), QuestionKind.Primitive, weak.Pretraining, pool),
        ];
    }

    /// <inheritdoc/>
    public override ITargetMaker NewMaker(MethodParts parts, int contexts) => new WeakLabelMaker(parts, contexts);
}
