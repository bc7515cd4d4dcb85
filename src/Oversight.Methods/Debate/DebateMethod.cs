using Oversight.Protocols.Debate;
using Oversight.Runs.Rounds;
using Oversight.Tasks;

namespace Oversight.Methods.Debate;

/// <summary>
/// Debate (Irving, Christiano, Amodei 2018, arXiv 1805.00899) as a source of targets: X proposes answers and is opposed by itself, a judge who looks up one fact
/// rules, and X learns what stood.
/// </summary>
public sealed class DebateMethod : LearningMethod
{
    /// <inheritdoc/>
    public override string Name => "debate";

    /// <inheritdoc/>
    public override string Phase => "X learns what stood in debate";

    /// <inheritdoc/>
    public override IMethodOptions Options { get; } = new DebateOptions();

    /// <inheritdoc/>
    public override MethodWords Words => DebateWords.All;

    /// <inheritdoc/>
    public override string? ProblemOf(AlgorithmicTask task, TrainingOptions options)
    {
        if (task.Dispute is null)
            return $"answers of {task.Name} cannot be debated: nobody has said how they are taken apart; those of {Debatable()} can";
        return options.Curriculum.Grow ? "debate needs instances of full size: leave curriculum.grow at false" : null;
    }

    /// <inheritdoc/>
    public override MethodRun Begin(MethodParts parts)
    {
        IDispute dispute = parts.Task.Dispute ?? throw new ArgumentException(ProblemOf(parts.Task, parts.Options), nameof(parts));
        return MethodRun.Of(contexts => DebateTargets.New(parts, dispute, contexts));
    }

    /// <summary>The tasks of the catalogue that can be debated, as a list in words.</summary>
    private static string Debatable()
    {
        string[] names =
        [
            .. TaskCatalog.Variants.Where(variant => TaskCatalog.Create(variant.Tiny).Dispute is not null).Select(variant => variant.Name),
        ];
        return names.Length < 2 ? string.Join("", names) : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }
}
