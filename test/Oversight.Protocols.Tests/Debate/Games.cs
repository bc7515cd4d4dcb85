using Oversight.Core;
using Oversight.Determinism;
using Oversight.Protocols.Debate;
using Oversight.Tasks;
using Oversight.Tasks.ShortestPath;
using Oversight.Tasks.WildcardSearch;

namespace Oversight.Protocols.Tests.Debate;

/// <summary>Every game, with claims to play them on.</summary>
internal static class Games
{
    private const int Wildcards = 4;
    private const int Longest = 5;
    private static readonly WildcardSearchTask Sums = new(2, Wildcards, null);
    private static readonly ShortestPathTask Paths = new(8, 1);

    public static string[] Names { get; } = ["sum", "parity", "mixing", "path"];

    public static IClaimGame Of(string name) => name switch
    {
        "sum" => new PatternGame(Sums, new SumFold()),
        "parity" => new PatternGame(Sums, new ParityFold()),
        "mixing" => new PatternGame(Sums, new MixingFold(17)),
        _ => new PathGame(Paths, Longest),
    };

    /// <summary>A claim of positive depth, true or false as it comes.</summary>
    public static Claim Draw(string name, IClaimGame game, RandomStream random)
    {
        AlgorithmicTask task = name == "path" ? Paths : Sums;
        Facts facts = task.DrawContext(Difficulty.Full, random).Facts;
        Question question = name == "path"
            ? new Question(facts, Paths.AskDistance(random.Next(8), random.Next(8)))
            : new Question(facts, Sums.TryParse("sum(****)", out Symbols words) ? words : default);
        Claim[] claims = [.. game.ValuesOf(question).Select(value => new Claim(question, value)).Where(claim => game.DepthOf(claim) > 0)];
        return claims[random.Next(claims.Length)];
    }
}
