namespace Oversight.Protocols.Tests.Debate;

/// <summary>The game that the other tests here are played on keeps the laws itself.</summary>
public sealed class SignGameTests : ClaimGameLaws
{
    private static readonly SignGame Game = new();

    protected override IEnumerable<ClaimSource> Sources => [new ClaimSource("signs", Game, Game.Draw)];
}
