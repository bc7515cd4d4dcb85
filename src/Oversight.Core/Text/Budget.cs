using System.Collections.Immutable;

namespace Oversight.Core.Text;

/// <summary>
/// The most that answering a question may cost. Each amount may be unlimited (null); zero means zero. Immutable: spending gives a smaller
/// budget, and nothing gives a larger one. It reads no clock: time is spent by who says how long they worked.
/// Start from <see cref="Unlimited"/> or <see cref="Nothing"/>: <c>Budget.Unlimited with { Calls = 20 }</c>.
/// </summary>
public sealed record Budget
{
    private readonly long? _tokens;
    private readonly decimal? _money;
    private readonly long? _calls;
    private readonly int? _depth;
    private readonly TimeSpan? _time;
    private readonly TimeSpan? _peopleTime;

    private Budget()
    {
    }

    /// <summary>No limit on anything.</summary>
    public static Budget Unlimited { get; } = new();

    /// <summary>Zero of everything.</summary>
    public static Budget Nothing { get; } =
        new() { Tokens = 0, Money = 0, Calls = 0, Depth = 0, Time = TimeSpan.Zero, PeopleTime = TimeSpan.Zero };

    /// <summary>Tokens read and written by models.</summary>
    public long? Tokens
    {
        get => _tokens;
        init => _tokens = NotNegative(value);
    }

    /// <summary>Money, at most <see cref="Spending.MaxMoney"/> and with at most <see cref="Spending.MoneyDecimals"/> decimals.</summary>
    public decimal? Money
    {
        get => _money;
        init => _money = Exact(NotNegative(value));
    }

    /// <summary>Questions put to assistants that do not ask others, and moves that overseers charge for.</summary>
    public long? Calls
    {
        get => _calls;
        init => _calls = NotNegative(value);
    }

    /// <summary>How many levels of sub-questions may lie below; it is handed down, not shared out.</summary>
    public int? Depth
    {
        get => _depth;
        init => _depth = NotNegative(value);
    }

    /// <summary>Working time of machines, added up over all that work side by side. A deadline on the wall is a cancellation.</summary>
    public TimeSpan? Time
    {
        get => _time;
        init => _time = NotNegative(value);
    }

    /// <summary>Working time of people, added up over all.</summary>
    public TimeSpan? PeopleTime
    {
        get => _peopleTime;
        init => _peopleTime = NotNegative(value);
    }

    /// <summary>Reads a budget, for example <c>calls=20, tokens=50000, money=2.5, depth=3, time=10m, people=1h</c>.</summary>
    /// <param name="text">What is named is limited, by a number or by <c>unlimited</c>; what is not named is unlimited.</param>
    /// <param name="budget">The budget; <see cref="Nothing"/> where the text is not one.</param>
    /// <param name="problem">What is wrong with the text, in one line; empty if nothing is.</param>
    /// <returns>Whether the text is a budget.</returns>
    public static bool TryParse(string? text, out Budget budget, out string problem) => BudgetText.TryParse(text, out budget, out problem);

    /// <summary>Whether something of that cost fits in.</summary>
    /// <param name="cost">What it may cost at most.</param>
    public bool Covers(Spending cost) =>
        !(cost.Tokens > Tokens) && !(cost.Money > Money) && !(cost.Calls > Calls) && !(cost.Time > Time) && !(cost.PeopleTime > PeopleTime);

    /// <summary>Sets the most that a call may cost aside before it is sent. A call that cannot be reserved is not sent.</summary>
    /// <param name="most">What it may cost at most.</param>
    /// <returns>The reservation; null where the budget does not cover it.</returns>
    public BudgetReservation? TryReserve(Spending most) => Covers(most) ? new BudgetReservation(this, most) : null;

    /// <summary>What is left. Amounts that were overspent are zero.</summary>
    /// <param name="cost">What was spent.</param>
    public Budget Spend(Spending cost) => this with
    {
        Tokens = Tokens - Math.Min(cost.Tokens, Tokens ?? 0),
        Money = Money - Math.Min(cost.Money, Money ?? 0),
        Calls = Calls - Math.Min(cost.Calls, Calls ?? 0),
        Time = Time - Least(cost.Time, Time ?? default),
        PeopleTime = PeopleTime - Least(cost.PeopleTime, PeopleTime ?? default),
    };

    /// <summary>The tighter of two budgets in everything.</summary>
    /// <param name="other">The other.</param>
    public Budget Narrow(Budget other) => new()
    {
        Tokens = Least(Tokens, other.Tokens),
        Money = Least(Money, other.Money),
        Calls = Least(Calls, other.Calls),
        Depth = Least(Depth, other.Depth),
        Time = Least(Time, other.Time),
        PeopleTime = Least(PeopleTime, other.PeopleTime),
    };

    /// <summary>
    /// Shares the budget out among children by weights that are given beforehand, so that what a child may spend does not depend on who
    /// comes first. The shares add up to the budget exactly; of what does not divide, the largest remainders get one more, the earlier
    /// first. Depth is the same for all.
    /// </summary>
    /// <param name="weights">One a child, none negative, at least one positive.</param>
    /// <exception cref="ArgumentException">The weights are not like that.</exception>
    public ImmutableArray<Budget> Split(params ReadOnlySpan<long> weights)
    {
        BudgetShares.Require(weights);
        long[]? tokens = Tokens is { } t ? BudgetShares.Of(t, weights) : null;
        decimal[]? money = Money is { } m ? BudgetShares.Of(m, weights) : null;
        long[]? calls = Calls is { } c ? BudgetShares.Of(c, weights) : null;
        long[]? time = Time is { } span ? BudgetShares.Of(span.Ticks, weights) : null;
        long[]? people = PeopleTime is { } work ? BudgetShares.Of(work.Ticks, weights) : null;
        var shares = new Budget[weights.Length];
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] = this with
            {
                Tokens = tokens?[i],
                Money = money?[i],
                Calls = calls?[i],
                Time = time is null ? null : new TimeSpan(time[i]),
                PeopleTime = people is null ? null : new TimeSpan(people[i]),
            };
        }

        return ImmutableArray.Create(shares);
    }

    /// <summary>
    /// The same budget one level further down. Unlimited depth ends at <see cref="TextTranscript.MaxDepth"/>, the deepest tree that can be
    /// written.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no further level.</exception>
    public Budget Deeper() => Depth == 0
        ? throw new InvalidOperationException("The budget allows no further level.")
        : this with { Depth = Math.Min(Depth ?? int.MaxValue, TextTranscript.MaxDepth - 1) - 1 };

    /// <summary>The budget in the form that <see cref="TryParse"/> reads.</summary>
    public override string ToString() => BudgetText.Of(this);

    /// <summary>
    /// Whether one more question can be asked: there is depth and a call left, and nothing is used up of which there was something at the
    /// start. What was zero from the start (people's time, say) hinders only those who need it; they see for themselves.
    /// </summary>
    /// <param name="start">What there was before anything was spent.</param>
    internal bool AllowsQuestion(Budget start) =>
        Depth != 0 && Calls != 0
        && !(Tokens == 0 && start.Tokens > 0) && !(Money == 0 && start.Money > 0)
        && !(Time == TimeSpan.Zero && start.Time > TimeSpan.Zero)
        && !(PeopleTime == TimeSpan.Zero && start.PeopleTime > TimeSpan.Zero);

    private static T Least<T>(T left, T right)
        where T : struct, IComparable<T> => left.CompareTo(right) <= 0 ? left : right;

    private static T? Least<T>(T? left, T? right)
        where T : struct, IComparable<T> => left is { } l && right is { } r ? Least(l, r) : left ?? right;

    private static T? NotNegative<T>(T? amount)
        where T : struct, IComparable<T> =>
        amount is { } value && value.CompareTo(default) < 0
            ? throw new ArgumentOutOfRangeException(nameof(amount), amount, "A budget is not negative.")
            : amount;

    private static decimal? Exact(decimal? money) =>
        money is { } value && (value > Spending.MaxMoney || decimal.Round(value, Spending.MoneyDecimals) != value)
            ? throw new ArgumentOutOfRangeException(
                nameof(money), money, $"Money is at most {Spending.MaxMoney} with at most {Spending.MoneyDecimals} decimals.")
            : money;
}
