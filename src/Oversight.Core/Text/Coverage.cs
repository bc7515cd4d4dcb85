namespace Oversight.Core.Text;

/// <summary>How much of what was to be looked at an answer rests on, for example characters of a book or questions of an ask.</summary>
public readonly record struct Coverage
{
    /// <summary>A part of a whole.</summary>
    /// <param name="covered">What was looked at.</param>
    /// <param name="total">What was to be looked at.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part is negative or larger than the whole.</exception>
    public Coverage(long covered, long total)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(covered);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(covered, total);
        (Covered, Total) = (covered, total);
    }

    /// <summary>What was looked at.</summary>
    public long Covered { get; }

    /// <summary>What was to be looked at.</summary>
    public long Total { get; }

    /// <summary>The share that was looked at: 0 to 1; 1 where there was nothing to look at.</summary>
    public double Share => Total == 0 ? 1 : (double)Covered / Total;

    /// <summary>
    /// What a transcript's exchanges cover. Where every question has passages, their lengths are counted; otherwise the questions. A
    /// partial answer counts for the share that it says, any other that is not whole for nothing.
    /// </summary>
    /// <param name="exchanges">The exchanges.</param>
    public static Coverage Of(IReadOnlyCollection<TextExchange> exchanges)
    {
        bool bySize = exchanges.All(exchange => exchange.Asked.Size > 0);
        decimal covered = 0;
        decimal total = 0;
        foreach (TextExchange exchange in exchanges)
        {
            long weight = bySize ? exchange.Asked.Size : 1;
            total += weight;
            covered += weight * ShareOf(exchange.Reply);
        }

        return total > long.MaxValue ? new Coverage(0, 0) : new Coverage((long)covered, (long)total);
    }

    /// <summary>The coverage in a form to read, for example <c>2 of 5</c>.</summary>
    public override string ToString() => $"{Covered} of {Total}";

    private static decimal ShareOf(TextAnswer answer) => answer switch
    {
        { Status: AnswerStatus.Whole } => 1,
        { Status: AnswerStatus.Partial, Coverage: { Total: > 0 } part } => (decimal)part.Covered / part.Total,
        _ => 0,
    };
}
