namespace Oversight.Numerics.Tests;

public sealed class SimdTests
{
    // A rerun with DOTNET_EnableAVX512=0 and the like sets this to prove which width it tested.
    private const string Expectation = "OVERSIGHT_EXPECT_PATH";

    [Fact]
    public void Path_ExpectationGiven_IsThatPath()
    {
        string? expected = Environment.GetEnvironmentVariable(Expectation);
        if (!string.IsNullOrEmpty(expected)) Assert.Equal(expected, Simd.Path.ToString());
        Assert.True(Enum.IsDefined(Simd.Path));
    }
}
