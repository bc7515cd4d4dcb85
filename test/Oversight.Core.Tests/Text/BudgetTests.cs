using FsCheck;
using FsCheck.Fluent;
using Oversight.Core.Text;

namespace Oversight.Core.Tests.Text;

public sealed class BudgetTests
{
    [Fact]
    public void Spend_AnyCost_NeverGrowsAndNeverFallsBelowZero() => ForAll(Texts.Budgets, Texts.Costs, (budget, cost) =>
    {
        Budget left = budget.Spend(cost);
        return left.IsWithin(budget) && IsNotNegative(left);
    });

    [Fact]
    public void Spend_TwoCostsInAnyOrder_LeavesTheSame() => ForAll(Texts.Budgets, Texts.Costs, Texts.Costs, (budget, one, other) =>
        budget.Spend(one).Spend(other) == budget.Spend(other).Spend(one) && budget.Spend(one).Spend(other) == budget.Spend(one + other));

    [Fact]
    public void Split_AnyWeights_SharesAddUpAndEachIsNarrower() => ForAll(Texts.Budgets, Texts.Weights, (budget, weights) =>
    {
        Budget[] shares = [.. budget.Split(weights)];
        return shares.Length == weights.Length
            && shares.All(share => share.IsWithin(budget) && IsNotNegative(share) && share.Depth == budget.Depth)
            && shares.Sum(share => (decimal?)share.Tokens ?? 0) == (budget.Tokens ?? 0)
            && shares.Sum(share => share.Money ?? 0) == (budget.Money ?? 0)
            && shares.Sum(share => (decimal?)share.Calls ?? 0) == (budget.Calls ?? 0)
            && shares.Sum(share => (decimal?)share.Time?.Ticks ?? 0) == (budget.Time?.Ticks ?? 0)
            && shares.Sum(share => (decimal?)share.PeopleTime?.Ticks ?? 0) == (budget.PeopleTime?.Ticks ?? 0);
    });

    [Fact]
    public void Split_ZeroWeight_GetsNothingOfWhatIsLimited() => ForAll(Texts.Budgets, Texts.Weights, (budget, weights) =>
        budget.Split(weights).Zip(weights).All(pair => pair.Second > 0 || pair.First.Tokens is null or 0));

    [Fact]
    public void Split_MoreChildrenThanCalls_TheEarlierGetThem()
    {
        Budget[] shares = [.. (Budget.Unlimited with { Calls = 2 }).Split(1, 1, 1, 1)];
        Assert.Equal([1, 1, 0, 0], shares.Select(share => share.Calls));
    }

    [Fact]
    public void Split_BadWeights_Throws()
    {
        Assert.Throws<ArgumentException>(() => Budget.Unlimited.Split());
        Assert.Throws<ArgumentException>(() => Budget.Unlimited.Split(0, 0));
        Assert.Throws<ArgumentException>(() => Budget.Unlimited.Split(1, -1));
    }

    [Fact]
    public void Narrow_AnyTwo_IsWithinBoth() => ForAll(Texts.Budgets, Texts.Budgets, (one, other) =>
        one.Narrow(other) == other.Narrow(one) && one.Narrow(other).IsWithin(one) && one.Narrow(Budget.Unlimited) == one);

    [Fact]
    public void Settle_AnyCost_LeavesNoMoreThanBefore() => ForAll(Texts.Budgets, Texts.Costs, Texts.Costs, (budget, most, actual) =>
        budget.TryReserve(most) is not { } reserved
            ? !budget.Covers(most)
            : reserved.Rest.IsWithin(budget) && reserved.Settle(actual).IsWithin(budget) && reserved.Settle(Spending.None) == budget
                && reserved.Settle(most) == reserved.Rest);

    [Fact]
    public void Deeper_AnyBudget_EndsAtTheDepthOrAtTheDeepestTree() => ForAll(Texts.Budgets, Texts.Budgets, (budget, _) =>
    {
        int levels = 0;
        for (Budget at = budget; at.Depth != 0; at = at.Deeper())
            levels++;
        return levels == Math.Min(budget.Depth ?? TextTranscript.MaxDepth, TextTranscript.MaxDepth - 1);
    });

    [Fact]
    public void Deeper_NoDepth_Throws() => Assert.Throws<InvalidOperationException>(() => Budget.Nothing.Deeper());

    [Fact]
    public void Covers_Zero_IsZero()
    {
        Assert.False(Budget.Nothing.Covers(Spending.OneCall));
        Assert.False((Budget.Unlimited with { Tokens = 0 }).Covers(new Spending { Tokens = 1 }));
        Assert.True(Budget.Nothing.Covers(Spending.None));
        Assert.True(Budget.Unlimited.Covers(new Spending { Tokens = long.MaxValue, Money = decimal.MaxValue }));
    }

    [Fact]
    public void Amounts_Negative_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Budget.Unlimited with { Tokens = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Budget.Unlimited with { Money = -0.1m });
        Assert.Throws<ArgumentOutOfRangeException>(() => Budget.Unlimited with { Money = 0.0000000000001m });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Spending { Calls = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Spending { Time = TimeSpan.FromSeconds(-1) });
    }

    [Fact]
    public void Money_FinerThanTheUnit_IsRoundedUpWhenSpent() =>
        Assert.Equal(0.000000000001m, new Spending { Money = 0.00000000000000001m }.Money);

    [Fact]
    public void TryParse_WhatToStringPrints_GivesTheBudgetBack() => ForAll(Texts.Budgets, Texts.Budgets, (budget, _) =>
        Budget.TryParse(budget.ToString(), out Budget back, out string problem) && back == budget && problem.Length == 0);

    [Theory]
    [InlineData("calls=20, depth=3", "depth=3, calls=20")]
    [InlineData("time=90s", "time=1.5m")]
    [InlineData("people=2h", "people=7200s")]
    [InlineData("money=2.50", "money=2.5")]
    [InlineData("unlimited", "calls=unlimited")]
    public void TryParse_TwoWaysToSayIt_AreTheSame(string one, string other)
    {
        Assert.True(Budget.TryParse(one, out Budget first, out _));
        Assert.True(Budget.TryParse(other, out Budget second, out _));
        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData(null, "empty")]
    [InlineData(" ", "empty")]
    [InlineData("calls", "'calls' is no part of a budget")]
    [InlineData("call=3", "'call=3' is no part of a budget")]
    [InlineData("Calls=3", "is no part")]
    [InlineData("calls=3,", "'' is no part")]
    [InlineData("calls=-1", "calls=20")]
    [InlineData("calls=1e3", "calls=20")]
    [InlineData("calls=99999999999999999999", "cannot be read")]
    [InlineData("calls=", "cannot be read")]
    [InlineData("calls=3, calls=4", "twice")]
    [InlineData("calls=unlimited, calls=4", "twice")]
    [InlineData("tokens=NaN", "cannot be read")]
    [InlineData("money=-1", "cannot be read")]
    [InlineData("money=0.0000000000001", "at most 12 decimals")]
    [InlineData("money=9999999999999", "cannot be read")]
    [InlineData("time=10", "time=90s")]
    [InlineData("time=99999999999999d", "cannot be read")]
    [InlineData("people=-1s", "cannot be read")]
    public void TryParse_BadText_FailsClosedWithOneLine(string? text, string says)
    {
        Assert.False(Budget.TryParse(text, out Budget budget, out string problem));
        Assert.Equal(Budget.Nothing, budget);
        Assert.Contains(says, problem);
        Assert.DoesNotContain('\n', problem);
    }

    private static bool IsNotNegative(Budget budget) =>
        budget is { Tokens: null or >= 0, Money: null or >= 0, Calls: null or >= 0, Depth: null or >= 0 }
        && !(budget.Time < TimeSpan.Zero) && !(budget.PeopleTime < TimeSpan.Zero);

    private static void ForAll<T1, T2>(Gen<T1> first, Gen<T2> second, Func<T1, T2, bool> holds) =>
        Check.QuickThrowOnFailure(Prop.ForAll(first.ToArbitrary(), second.ToArbitrary(), holds));

    private static void ForAll<T1, T2, T3>(Gen<T1> first, Gen<T2> second, Gen<T3> third, Func<T1, T2, T3, bool> holds) =>
        Check.QuickThrowOnFailure(Prop.ForAll(first.ToArbitrary(), second.ToArbitrary(), third.ToArbitrary(), holds));
}
