using Oversight.Core;
using Oversight.Determinism;
using Oversight.Protocols.Debate;
using Oversight.Protocols.Tests.Debate;

namespace Oversight.Tasks.Tests.Debate;

/// <summary>The games in which answers of the catalogue's tasks are debated.</summary>
public sealed class TaskGameLawTests : ClaimGameLaws
{
    protected override IEnumerable<ClaimSource> Sources => Debatable.Configurations.Select(configuration =>
    {
        AlgorithmicTask task = TaskCatalog.Create(configuration);
        return new ClaimSource(configuration, task.Dispute!.Game, random => Draw(task, random));
    });

    private static Claim Draw(AlgorithmicTask task, RandomStream random)
    {
        IClaimGame game = task.Dispute!.Game;
        Question question = task.DrawQuestion(task.DrawContext(Difficulty.Full, random), random);
        Claim[] claims = [.. game.ValuesOf(question).Select(value => new Claim(question, value)).Where(claim => game.DepthOf(claim) > 0)];
        return claims[random.Next(claims.Length)];
    }
}
