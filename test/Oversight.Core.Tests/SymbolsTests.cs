using FsCheck;
using FsCheck.Fluent;

namespace Oversight.Core.Tests;

public sealed class SymbolsTests
{
    private static readonly Arbitrary<byte[]> Sequences =
        Arb.From(Gen.Choose(0, Symbols.MaxLength).SelectMany(length => Gen.ArrayOf(Gen.Choose(0, 255).Select(i => (byte)i), length)));

    [Fact]
    public void CopyTo_AnySequence_ReturnsItPaddedWithBlanks() =>
        Prop.ForAll(Sequences, bytes =>
        {
            byte[] copy = Enumerable.Repeat((byte)99, Symbols.MaxLength).ToArray();
            new Symbols(bytes).CopyTo(copy);
            return copy.SequenceEqual(bytes.Concat(new byte[Symbols.MaxLength - bytes.Length]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Length_AnySequence_EndsAtTheLastSymbolThatIsNotBlank() =>
        Prop.ForAll(Sequences, bytes =>
        {
            var symbols = new Symbols(bytes);
            int length = bytes.Reverse().SkipWhile(symbol => symbol == Symbols.Blank).Count();
            return symbols.Length == length && symbols.IsEmpty == (length == 0)
                && symbols == new Symbols(bytes.AsSpan(0, length)) && symbols.GetHashCode() == new Symbols(bytes.AsSpan(0, length)).GetHashCode();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Slice_AnyRange_IsTheArraysSlice() =>
        Prop.ForAll(Sequences, Arb.From(Gen.Choose(0, 15)), Arb.From(Gen.Choose(0, 16)), (bytes, start, length) =>
            new Symbols(bytes).Slice(start, length) == new Symbols([.. bytes.Skip(start).Take(length)])).QuickCheckThrowOnFailure();

    [Fact]
    public void Join_TheTwoPartsOfASequence_GivesItBack() =>
        Prop.ForAll(Sequences, Arb.From(Gen.Choose(0, 15)), (bytes, at) =>
        {
            var symbols = new Symbols(bytes);
            return symbols.Slice(0, at).Join(at, symbols.Slice(at, Symbols.MaxLength - at)) == symbols;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void With_AnyPlace_ReplacesThatSymbolOnly() =>
        Prop.ForAll(Sequences, Arb.From(Gen.Choose(0, 15)), Arb.From(Gen.Choose(0, 255)), (bytes, index, symbol) =>
        {
            var before = new Symbols(bytes);
            Symbols after = before.With(index, (byte)symbol);
            return after[index] == symbol && Enumerable.Range(0, Symbols.MaxLength).All(i => i == index || after[i] == before[i])
                && after.With(index, before[index]) == before;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Equals_TwoSequences_IsEqualityOfEverySymbol() =>
        Prop.ForAll(Sequences, Sequences, (first, second) =>
        {
            var left = new Symbols(first);
            var right = new Symbols(second);
            return (left == right) == Enumerable.Range(0, Symbols.MaxLength).All(i => left[i] == right[i]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Constructor_TooLong_SaysHowLongAndWhatIsAllowed() =>
        Assert.Contains("17 symbols given, at most 16 allowed", Assert.Throws<ArgumentException>(() => new Symbols(new byte[17])).Message);

    [Fact]
    public void ToString_SomeSymbols_ListsThem() => Assert.Equal("3 0 1", new Symbols([3, 0, 1, 0]).ToString());
}
