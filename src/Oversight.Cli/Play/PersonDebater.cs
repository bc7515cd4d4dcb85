using Oversight.Protocols.Debate;

namespace Oversight.Cli.Play;

/// <summary>A person in a debater's seat.</summary>
/// <param name="table">Where the person sits.</param>
internal sealed class PersonDebater(Table table) : IDebater
{
    /// <inheritdoc/>
    public void Split(ReadOnlySpan<DebateRecord> debates, Span<Split> splits)
    {
        for (int i = 0; i < debates.Length; i++)
            splits[i] = Split(debates[i].Contested);
    }

    /// <inheritdoc/>
    public void Contest(ReadOnlySpan<DebateRecord> debates, ReadOnlySpan<Split> splits, Span<Choice> choices)
    {
        for (int i = 0; i < splits.Length; i++)
        {
            table.Say($"For {table.Word(debates[i].Contested)} they state: 1. {table.Word(splits[i].First)}  2. {table.Word(splits[i].Second)}");
            choices[i] = table.Ask("Which do you contest?", "1", "2") == "1" ? Choice.First : Choice.Second;
        }
    }

    private Split Split(Claim claim)
    {
        table.Say($"You hold {table.Word(claim)}. The ways to take it apart:");
        Split[] options = [.. Enumerable.Range(0, table.Game.OptionsOf(claim)).Select(option => table.Game.Option(claim, option))];
        for (int i = 0; i < options.Length; i++)
            table.Say($"  {i + 1}. {table.Word(options[i].First)} and {table.Word(options[i].Second)}");
        return options[table.AskNumber("Which do you state?", [.. Enumerable.Range(1, options.Length)]) - 1];
    }
}
