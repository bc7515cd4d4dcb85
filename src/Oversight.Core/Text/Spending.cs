namespace Oversight.Core.Text;

/// <summary>
/// What work in the text plane has cost. Immutable; never negative; add with <c>+</c>, which stops at the largest amount rather than wrap,
/// so that the sum does not depend on the order.
/// </summary>
public sealed record Spending
{
    /// <summary>The largest amount of money that is told apart.</summary>
    public const decimal MaxMoney = 1_000_000_000_000m;

    /// <summary>Money is counted to this many decimals; what is spent is rounded up.</summary>
    public const int MoneyDecimals = 12;

    private readonly long _tokens;
    private readonly decimal _money;
    private readonly long _calls;
    private readonly TimeSpan _time;
    private readonly TimeSpan _peopleTime;

    /// <summary>Nothing.</summary>
    public static Spending None { get; } = new();

    /// <summary>One call and nothing else.</summary>
    public static Spending OneCall { get; } = new() { Calls = 1 };

    /// <summary>Tokens read and written by models.</summary>
    public long Tokens
    {
        get => _tokens;
        init => _tokens = NotNegative(value);
    }

    /// <summary>Money, in whatever currency the user counts in.</summary>
    public decimal Money
    {
        get => _money;
        init => _money = Math.Min(RoundUp(NotNegative(value)), MaxMoney);
    }

    /// <summary>Questions put to an assistant that does not ask others, and moves that an overseer charges for.</summary>
    public long Calls
    {
        get => _calls;
        init => _calls = NotNegative(value);
    }

    /// <summary>Working time of machines, added up over all that work side by side.</summary>
    public TimeSpan Time
    {
        get => _time;
        init => _time = NotNegative(value);
    }

    /// <summary>Working time of people, added up over all.</summary>
    public TimeSpan PeopleTime
    {
        get => _peopleTime;
        init => _peopleTime = NotNegative(value);
    }

    /// <summary>What two pieces of work cost together.</summary>
    public static Spending operator +(Spending left, Spending right) => Add(left, right);

    /// <summary>What two pieces of work cost together.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static Spending Add(Spending left, Spending right) => new()
    {
        Tokens = Add(left.Tokens, right.Tokens),
        Money = left.Money + right.Money,
        Calls = Add(left.Calls, right.Calls),
        Time = Add(left.Time, right.Time),
        PeopleTime = Add(left.PeopleTime, right.PeopleTime),
    };

    /// <summary>The amounts that are not zero, in the form that <see cref="Budget.TryParse"/> reads.</summary>
    public override string ToString() => BudgetText.Of(this);

    /// <summary>A sum that stops at the largest number.</summary>
    internal static long Add(long left, long right) => left > long.MaxValue - right ? long.MaxValue : left + right;

    private static TimeSpan Add(TimeSpan left, TimeSpan right) => new(Add(left.Ticks, right.Ticks));

    private static decimal RoundUp(decimal money) =>
        money >= MaxMoney ? MaxMoney : decimal.Round(money, MoneyDecimals, MidpointRounding.ToPositiveInfinity);

    private static T NotNegative<T>(T amount)
        where T : struct, IComparable<T> =>
        amount.CompareTo(default) >= 0
            ? amount
            : throw new ArgumentOutOfRangeException(nameof(amount), amount, "Nothing costs less than nothing.");
}
