namespace Oversight.Core.Tests;

public sealed class OversightLedgerTests
{
    [Fact]
    public void Add_TwoLedgers_AddsEveryEntry() =>
        Assert.Equal(
            new OversightLedger(11, 22, 33, 44, 55, 66, 77, 88, 99, 110, 121),
            new OversightLedger(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) + new OversightLedger(10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110));
}
