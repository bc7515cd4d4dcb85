using Oversight.Learning.Options;
using Oversight.Runs.Rounds;

namespace Oversight.Methods.WeakToStrong;

/// <summary>
/// Weak-to-strong generalisation (Burns et al. 2023, arXiv 2312.09390): a weak supervisor learns from few true labels while X is pretrained without any; then X learns
/// what the weak supervisor answers.
/// </summary>
public sealed class WeakToStrongMethod : LearningMethod
{
    /// <inheritdoc/>
    public override string Name => "weak-to-strong";

    /// <inheritdoc/>
    public override string Preparation => "the weak supervisor learns from labels";

    /// <inheritdoc/>
    public override string Phase => "X learns from the weak supervisor";

    /// <inheritdoc/>
    public override IMethodOptions Options { get; } = new WeakToStrongOptions();

    /// <inheritdoc/>
    public override MethodWords Words => WeakToStrongWords.All;

    /// <inheritdoc/>
    public override int PreparingSteps(TrainingOptions options) => options.Get<WeakToStrongOptions>().Pretraining;

    /// <summary>The weak supervisor is half as deep as X, and learns for less long than X would need.</summary>
    /// <param name="options">As the task has them.</param>
    public override TrainingOptions Adapt(TrainingOptions options) => options with
    {
        Own = options.Get<WeakToStrongOptions>() with { Layers = Math.Max(1, options.Assistant.Layers / 2), Width = options.Assistant.Width },
    };

    /// <inheritdoc/>
    public override string? ProblemOf(TrainingOptions options)
    {
        (AssistantOptions assistant, int width) = (options.Assistant, options.Get<WeakToStrongOptions>().Width);
        return assistant.Network == AssistantKind.Published && width % assistant.Heads != 0
            ? $"weak.width is {width}; it must be a multiple of assistant.heads, which is {assistant.Heads}"
            : null;
    }

    /// <inheritdoc/>
    public override MethodRun Begin(MethodParts parts) => new WeakToStrongRun(parts);
}
