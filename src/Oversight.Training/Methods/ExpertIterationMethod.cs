using Oversight.Training.Options;
using Oversight.Training.Targets;

namespace Oversight.Training.Methods;

/// <summary>
/// Expert iteration (Anthony, Tian, Barber 2017, arXiv 1705.08439): X proposes, search and an external verifier select, X learns what was verified. The baseline that
/// needs a reward where amplification needs a human.
/// </summary>
internal sealed class ExpertIterationMethod : LearningMethod
{
    /// <inheritdoc/>
    public override string Phase => "X learns what was verified";

    /// <inheritdoc/>
    public override bool AsksHuman(TrainingOptions options) => options.Expert.Search == "decomposed";

    /// <inheritdoc/>
    public override ITargetMaker NewMaker(MethodParts parts, int contexts)
    {
        // Errors are the verifier's here; where H only lends his decompositions to the search, he makes none.
        var crew = new Processes.AmplifyCrew(parts.Network, parts.Teacher, _ => parts.Task.Human, contexts, parts.Options.Batch.Questions);
        return new VerifiedMaker(parts.Options.Expert, crew, new Verifier(parts.Options.Expert.Verifier == "coin", parts.Errors));
    }
}
