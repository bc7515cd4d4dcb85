using Oversight.Protocols.Debate;
using Oversight.Runs.Overseers;
using Oversight.Runs.Rounds;
using Oversight.Runs.Targets;

namespace Oversight.Methods.Debate;

/// <summary>Targets of debate: proposals of X that stood before the judge.</summary>
internal static class DebateTargets
{
    /// <summary>A maker of them.</summary>
    /// <param name="parts">What the run has to make it of.</param>
    /// <param name="dispute">How answers are disputed.</param>
    /// <param name="contexts">How many contexts it must take at once.</param>
    public static VerifiedMaker New(MethodParts parts, IDispute dispute, int contexts)
    {
        DebateOptions options = parts.Options.Get<DebateOptions>();
        var crew = new AmplifyCrew(parts.Network, parts.Teacher, _ => parts.Task.Human, contexts, parts.Options.Batch.Questions);
        var verifier = new DebateVerifier(dispute, options, parts.Network.Answers, crew.Teacher, parts.Errors);
        return new VerifiedMaker(new ProposalOptions(options.Proposals, options.Temperature), crew, verifier);
    }
}
