using Oversight.Runs.Overseers;
using Oversight.Runs.Rounds;
using Oversight.Runs.Targets;

namespace Oversight.Methods.ExpertIteration;

/// <summary>Targets of expert iteration: proposals of X that the verifier let stand.</summary>
internal static class ExpertIterationTargets
{
    /// <summary>A maker of them. Errors are the verifier's here; where H only lends their decompositions to the search, they make none.</summary>
    /// <param name="parts">What the run has to make it of.</param>
    /// <param name="contexts">How many contexts it must take at once.</param>
    public static VerifiedMaker New(MethodParts parts, int contexts)
    {
        ExpertIterationOptions options = parts.Options.Get<ExpertIterationOptions>();
        var crew = new AmplifyCrew(parts.Network, parts.Teacher, _ => parts.Task.Human, contexts, parts.Options.Batch.Questions);
        return new VerifiedMaker(options.Proposing, crew, new Verifier(options.Verifier == VerifierKind.Coin, parts.Errors));
    }
}
