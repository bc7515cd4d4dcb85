using Oversight.Protocols.Debate;

namespace Oversight.Cli.Play;

/// <summary>A person in the judge's seat: hears the debate, may look up the one fact that is left, and rules.</summary>
/// <param name="table">Where the person sits.</param>
internal sealed class PersonJudge(Table table) : IJudge
{
    /// <inheritdoc/>
    public Ruling Rule(DebateRecord debate)
    {
        Tell(debate);
        Claim leaf = debate.Contested;
        bool looked = table.Ask($"Everything hangs on {table.Word(leaf)}. Look it up?", "yes", "no") == "yes";
        if (looked)
            table.Say(table.Game.LookUp(leaf) ? $"It is so: {table.Word(leaf)}." : $"It is [bold]not[/] so: {table.Word(leaf)} is false.");
        bool stands = table.Ask("Who is right, the holder or the challenger?", "holder", "challenger") == "holder";
        return new Ruling(stands, RulingReason.LookedUp, looked ? 1 : 0);
    }

    private void Tell(DebateRecord debate)
    {
        Claim claim = debate.Root;
        table.Say($"The holder claims {table.Word(claim)}; the challenger says that it is false.");
        foreach (Turn turn in debate.Turns)
        {
            string adds = table.Game.Adds(claim, turn.Split) ? "adds up" : "[red]does not add up[/]";
            claim = turn.Split[turn.Choice];
            table.Say($"  holder: {table.Word(turn.Split.First)} and {table.Word(turn.Split.Second)} [grey]({adds})[/]");
            table.Say($"  challenger: {table.Word(claim)} is false");
        }
    }
}
