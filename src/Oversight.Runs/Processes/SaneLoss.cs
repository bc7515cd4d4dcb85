using System.Globalization;

namespace Oversight.Runs.Processes;

/// <summary>Tells a loss that training can go on with from one that it cannot.</summary>
internal static class SaneLoss
{
    /// <summary>A network that knows nothing loses a few nats a target; one that loses this much will not come back.</summary>
    public const double Largest = 1000;

    /// <summary>What is wrong with a loss, in words; null if nothing is.</summary>
    /// <param name="whose">Whose loss it is.</param>
    /// <param name="loss">In nats a target.</param>
    public static string? ProblemOf(string whose, double loss) => double.IsNaN(loss)
        ? $"the loss of {whose} is not a number"
        : loss <= Largest ? null : string.Create(CultureInfo.InvariantCulture, $"the loss of {whose} is {loss:G3} nats, more than {Largest}");
}
