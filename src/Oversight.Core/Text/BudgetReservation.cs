namespace Oversight.Core.Text;

/// <summary>What is set aside for one call: reserve the most it may cost, then settle for what it did cost. The rest returns.</summary>
public sealed record BudgetReservation
{
    private readonly Budget _before;

    internal BudgetReservation(Budget before, Spending most)
    {
        _before = before;
        Most = most;
    }

    /// <summary>What the call may cost at most.</summary>
    public Spending Most { get; }

    /// <summary>What is left for others while the call is under way.</summary>
    public Budget Rest => _before.Spend(Most);

    /// <summary>What is left once the call's cost is known: never more than before the reservation.</summary>
    /// <param name="actual">What the call cost.</param>
    public Budget Settle(Spending actual) => _before.Spend(actual);
}
