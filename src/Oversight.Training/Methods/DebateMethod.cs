using Oversight.Protocols.Debate;
using Oversight.Tasks;
using Oversight.Training.Options;
using Oversight.Training.Processes;
using Oversight.Training.Targets;

namespace Oversight.Training.Methods;

/// <summary>
/// Debate (Irving, Christiano, Amodei 2018, arXiv 1805.00899) as a source of targets: X proposes answers and is opposed by itself, a judge who looks up one fact rules, and X learns what stood.
/// </summary>
internal sealed class DebateMethod : LearningMethod
{
    /// <inheritdoc/>
    public override string Phase => "X learns what stood in debate";

    /// <inheritdoc/>
    public override string? ProblemOf(AlgorithmicTask task, TrainingOptions options)
    {
        if (task.Dispute is null)
            return $"answers of {task.Name} cannot be debated: nobody has said how they are taken apart; those of {Debatable()} can";
        return options.Curriculum.Grow ? "debate needs instances of full size: leave curriculum.grow at false" : null;
    }

    /// <inheritdoc/>
    public override ITargetMaker NewMaker(MethodParts parts, int contexts)
    {
        DebateOptions options = parts.Options.Debate;
        IDispute dispute = parts.Task.Dispute ?? throw new ArgumentException(ProblemOf(parts.Task, parts.Options), nameof(parts));
        var crew = new AmplifyCrew(parts.Network, parts.Teacher, _ => parts.Task.Human, contexts, parts.Options.Batch.Questions);
        var proposing = new ExpertOptions { Proposals = options.Proposals, Temperature = options.Temperature };
        return new VerifiedMaker(proposing, crew, new DebateVerifier(dispute, options, parts.Network.Answers, crew.Teacher, parts.Errors));
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
