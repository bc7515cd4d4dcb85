using Oversight.Core;
using Oversight.Neural;
using Oversight.Runs.Evaluation;
using Oversight.Runs.Processes;
using Oversight.Runs.Questions;
using Oversight.Runs.Rounds;
using Oversight.Runs.Targets;

namespace Oversight.Methods.WeakToStrong;

/// <summary>A run with a weak supervisor: first it learns from labels and X from what the facts say, then X learns from it.</summary>
internal sealed class WeakToStrongRun : MethodRun
{
    private readonly MethodParts _parts;
    private readonly WeakSupervisor _supervisor;

    /// <summary>A run at its start.</summary>
    /// <param name="parts">What the run has to make it of.</param>
    public WeakToStrongRun(MethodParts parts)
    {
        WeakToStrongOptions options = parts.Options.Get<WeakToStrongOptions>();
        _parts = parts;
        _supervisor = new WeakSupervisor(parts.Task, parts.Options.Learner, options, parts.Key.Child("supervisor"), parts.Pool);
        Lessons =
        [
            parts.NewLesson("the weak supervisor", _supervisor.Learner, new LabelMaker(errors: null), QuestionKind.Asked, options.Steps),
            parts.NewLesson("X", parts.Student, new FactMaker(parts.Task), QuestionKind.Primitive, options.Pretraining),
        ];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<LessonProcess> Lessons { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Prefix, ParameterVector Vector)> Vectors => _supervisor.TrainingVectors;

    /// <inheritdoc/>
    public override OversightLedger Spent => new(HumanModelSteps: _supervisor.Learner.Steps);

    /// <inheritdoc/>
    public override long Flops => _supervisor.Learner.Flops;

    /// <inheritdoc/>
    public override ITargetMaker NewMaker(int contexts) => new WeakToStrongTargets(_parts, _supervisor, contexts);

    /// <inheritdoc/>
    public override Answer[] AnswerAsTeacher(EvaluationSet set) => _supervisor.Answer(set);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _supervisor.Dispose();
        base.Dispose(disposing);
    }
}
