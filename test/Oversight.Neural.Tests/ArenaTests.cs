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

    [Fact]
    public void Release_LentMemory_ServesAnotherArena()
    {
        using var pool = new BufferPool();
        using var first = new Arena(pool);
        using var second = new Arena(pool);
        foreach (Arena arena in (Arena[])[first, second])
        {
            ArenaPiece piece = arena.Reserve(64, 0, 1);
            arena.LayOut();
            arena.Open();
            arena.Span(piece, 64).Fill(1);
            arena.Release();
            Assert.False(arena.HasMemory);
        }

        Assert.Equal(64, pool.Length);
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
