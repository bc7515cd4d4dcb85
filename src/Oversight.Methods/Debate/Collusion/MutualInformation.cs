namespace Oversight.Methods.Debate.Collusion;

/// <summary>How much one of two variables tells of the other.</summary>
public static class MutualInformation
{
    /// <summary>I(X; Y) in bits, from counts (plug-in); biased upwards by about (|X| - 1)(|Y| - 1) / (2 n ln 2).</summary>
    /// <param name="pairs">What was seen.</param>
    public static double Of(IEnumerable<(int X, int Y)> pairs)
    {
        (int X, int Y)[] seen = [.. pairs];
        if (seen.Length == 0)
            return 0;
        Dictionary<int, double> xs = seen.CountBy(pair => pair.X).ToDictionary(one => one.Key, one => (double)one.Value / seen.Length);
        Dictionary<int, double> ys = seen.CountBy(pair => pair.Y).ToDictionary(one => one.Key, one => (double)one.Value / seen.Length);
        return seen.CountBy(pair => pair)
            .Select(one => (one.Key, Share: (double)one.Value / seen.Length))
            .Sum(one => one.Share * Math.Log2(one.Share / (xs[one.Key.X] * ys[one.Key.Y])));
    }
}
