using Oversight.Core;
using Oversight.Determinism;
using Oversight.Methods.Debate;
using Oversight.Protocols.Debate;
using Oversight.Protocols.Tests.Debate;

namespace Oversight.Training.Tests.Debate;

/// <summary>The games that the debate studies are played on.</summary>
public sealed class StudyGameLawTests : ClaimGameLaws
{
    protected override IEnumerable<ClaimSource> Sources =>
    [
        SourceOf("sum", DebateTask.Pattern(4, new SumFold())),
        SourceOf("parity", DebateTask.Pattern(4, new ParityFold())),
        SourceOf("mixing", DebateTask.Pattern(4, new MixingFold(17))),
        SourceOf("path", DebateTask.Path(8, 5)),
    ];

    private static ClaimSource SourceOf(string name, DebateTask task) => new(name, task.Game, random => Draw(task, random));

    private static Claim Draw(DebateTask task, RandomStream random)
    {
        Question question = task.DrawQuestion(task.DrawFacts(heldOut: false, random), random);
        Claim[] claims =
        [
            .. task.Game.ValuesOf(question).Select(value => new Claim(question, value)).Where(claim => task.Game.DepthOf(claim) > 0),
        ];
        return claims[random.Next(claims.Length)];
    }
}
