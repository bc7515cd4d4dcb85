using FsCheck.Fluent;

namespace Oversight.Neural.Tests;

public class ArenaTests
{
    [Fact]
    public void LayOut_PiecesNeededTogether_DoNotOverlap() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll<byte[]>(KeepsApart));

    [Fact]
    public void LayOut_ChainOfPieces_TakesTheRoomOfTwo()
    {
        using var arena = new Arena();
        ArenaPiece[] pieces = [.. Enumerable.Range(0, 20).Select(i => arena.Reserve(64, i, i + 1))];
        arena.LayOut();
        Assert.Equal(128, pieces.Max(piece => piece.End));
    }

    /// <summary>Three bytes a piece: its length, when it is needed and how long.</summary>
    private static bool KeepsApart(byte[] wanted)
    {
        using var arena = new Arena();
        ArenaPiece[] pieces = [.. wanted.Chunk(3).Where(piece => piece.Length == 3).Select(piece => arena.Reserve(piece[0], piece[1], piece[1] + piece[2] % 16))];
        arena.LayOut();
        return pieces.All(piece => pieces.All(other => piece == other || !piece.Meets(other) || piece.Length == 0 || piece.End <= other.Offset || other.End <= piece.Offset));
    }
}
