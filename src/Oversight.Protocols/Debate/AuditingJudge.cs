using Oversight.Determinism;

namespace Oversight.Protocols.Debate;

/// <summary>A judge who now and then reads every fact below a claim that would stand.</summary>
/// <param name="game">The game.</param>
/// <param name="judge">Rules where there is no audit.</param>
/// <param name="rate">How often a claim is audited.</param>
/// <param name="contestedToo">Whether claims that were contested are audited as well, and not only those that were left to stand.</param>
/// <param name="random">Decides which.</param>
public sealed class AuditingJudge(IClaimGame game, IJudge judge, double rate, bool contestedToo, RandomStream random) : IJudge
{
    /// <inheritdoc/>
    public Ruling Rule(DebateRecord debate)
    {
        Ruling ruling = judge.Rule(debate);
        bool isDue = ruling.Stands && (contestedToo || debate.IsConceded);
        if (!random.Chance(rate) || !isDue)
            return ruling;
        return new Ruling(game.Holds(debate.Root), RulingReason.Audited, ruling.LookUps + (1 << game.DepthOf(debate.Root)));
    }
}
