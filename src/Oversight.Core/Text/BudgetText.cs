using System.Globalization;

namespace Oversight.Core.Text;

/// <summary>Writes budgets and spending as a line and reads budgets from one, strictly.</summary>
internal static class BudgetText
{
    private const string NoLimit = "unlimited";
    private const int MaxLength = 1000;

    private static readonly string[] Names = ["tokens", "money", "calls", "depth", "time", "people"];

    public static string Of(Budget budget) => Join(
        NoLimit,
        ("tokens", Number(budget.Tokens)),
        ("money", Number(budget.Money)),
        ("calls", Number(budget.Calls)),
        ("depth", Number(budget.Depth)),
        ("time", Seconds(budget.Time)),
        ("people", Seconds(budget.PeopleTime)));

    public static string Of(Spending spent) => Join(
        "nothing",
        ("tokens", spent.Tokens == 0 ? null : Number(spent.Tokens)),
        ("money", spent.Money == 0 ? null : Number(spent.Money)),
        ("calls", spent.Calls == 0 ? null : Number(spent.Calls)),
        ("time", spent.Time == default ? null : Seconds(spent.Time)),
        ("people", spent.PeopleTime == default ? null : Seconds(spent.PeopleTime)));

    public static bool TryParse(string? text, out Budget budget, out string problem)
    {
        budget = Budget.Nothing;
        problem = "";
        Budget read = Budget.Unlimited;
        var seen = new HashSet<string>();
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength)
        {
            string fault = text?.Length > MaxLength ? "too long" : "empty";
            problem = $"A budget looks like 'calls=20, depth=3' or is '{NoLimit}'; this is {fault}.";
            return false;
        }

        foreach (string part in text.Trim() == NoLimit ? [] : text.Split(','))
        {
            problem = Read(part.Trim(), seen, ref read) ?? "";
            if (problem.Length > 0)
                return false;
        }

        budget = read;
        return true;
    }

    /// <summary>Reads one part; says what is wrong with it, or null.</summary>
    private static string? Read(string part, HashSet<string> seen, ref Budget budget)
    {
        string[] sides = part.Split('=', 2, StringSplitOptions.TrimEntries);
        if (sides.Length < 2 || !Names.Contains(sides[0]))
            return $"'{ReadableText.Excerpt(part)}' is no part of a budget; allowed are {string.Join("=..., ", Names)}=....";
        if (!seen.Add(sides[0]))
            return $"'{sides[0]}' is given twice; give it once.";
        if (sides[1] == NoLimit)
            return null;
        return Limit(sides[0], sides[1], ref budget) ? null : $"'{ReadableText.Excerpt(part)}' cannot be read; write {Example(sides[0])}.";
    }

    private static bool Limit(string name, string value, ref Budget budget)
    {
        switch (name)
        {
            case "tokens" when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long tokens):
                budget = budget with { Tokens = tokens };
                return true;
            case "calls" when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long calls):
                budget = budget with { Calls = calls };
                return true;
            case "depth" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int depth):
                budget = budget with { Depth = depth };
                return true;
            case "money" when TryReadMoney(value, out decimal money):
                budget = budget with { Money = money };
                return true;
            case "time" when TryReadTime(value, out TimeSpan time):
                budget = budget with { Time = time };
                return true;
            case "people" when TryReadTime(value, out TimeSpan people):
                budget = budget with { PeopleTime = people };
                return true;
            default:
                return false;
        }
    }

    private static bool TryReadMoney(string value, out decimal money) =>
        decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out money)
        && money <= Spending.MaxMoney && decimal.Round(money, Spending.MoneyDecimals) == money;

    private static bool TryReadTime(string value, out TimeSpan time)
    {
        time = default;
        decimal unit = value.Length == 0 ? 0 : value[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86400, _ => 0 };
        if (unit == 0)
            return false;
        ReadOnlySpan<char> digits = value.AsSpan(0, value.Length - 1);
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number))
            return false;
        if (number > (decimal)long.MaxValue / TimeSpan.TicksPerSecond / unit)
            return false;
        time = new TimeSpan((long)(number * unit * TimeSpan.TicksPerSecond));
        return true;
    }

    private static string Example(string name) => name switch
    {
        "time" or "people" => $"{name}=90s, {name}=15m, {name}=2h or {name}={NoLimit}",
        "money" => $"money=2.5 (at most {Spending.MoneyDecimals} decimals) or money={NoLimit}",
        _ => $"{name}=20 (a whole number from 0) or {name}={NoLimit}",
    };

    private static string Join(string empty, params ReadOnlySpan<(string Name, string? Value)> parts)
    {
        var written = new List<string>();
        foreach ((string name, string? value) in parts)
        {
            if (value is not null)
                written.Add($"{name}={value}");
        }

        return written.Count == 0 ? empty : string.Join(", ", written);
    }

    private static string? Number(decimal? amount) => amount?.ToString("0.############", CultureInfo.InvariantCulture);

    private static string? Seconds(TimeSpan? time) =>
        Number((decimal?)time?.Ticks / TimeSpan.TicksPerSecond) is { } seconds ? seconds + "s" : null;
}
