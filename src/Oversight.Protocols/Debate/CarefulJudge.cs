namespace Oversight.Protocols.Debate;

/// <summary>Checks the arithmetic of every split, then looks up the one leaf that is left.</summary>
/// <param name="game">The game.</param>
public sealed class CarefulJudge(IClaimGame game) : IJudge
{
    /// <inheritdoc/>
    public Ruling Rule(DebateRecord debate)
    {
        Claim claim = debate.Root;
        foreach (Turn turn in debate.Turns)
        {
            if (!game.Adds(claim, turn.Split))
                return new Ruling(Stands: false, RulingReason.DoesNotAdd, LookUps: 0);
            if (turn.Choice == Choice.Neither)
                return new Ruling(Stands: true, RulingReason.Conceded, LookUps: 0);
            claim = turn.Split[turn.Choice];
        }

        return new Ruling(game.LookUp(claim), RulingReason.LookedUp, LookUps: 1);
    }
}
