using System.Collections.Immutable;
using Oversight.Cli.Input;

namespace Oversight.Cli.Tests;

public sealed class SeedsOptionTests
{
    [Theory]
    [InlineData("1-5,8", "1,2,3,4,5,8")]
    [InlineData("3,1,2", "3,1,2")]
    [InlineData(" 1 , 3-4", "1,3,4")]
    [InlineData("2,1-3,2", "2,1,3")]
    [InlineData("-5", "-5")]
    [InlineData("-3--1,1-1", "-3,-2,-1,1")]
    [InlineData("-1-1", "-1,0,1")]
    [InlineData("9223372036854775806-9223372036854775807", "9223372036854775806,9223372036854775807")]
    public void Parse_Lists_EachSeedOnceInOrder(string text, string seeds) =>
        Assert.Equal(seeds, string.Join(',', SeedsOption.Parse(text)));

    [Theory]
    [InlineData("")]
    [InlineData("1,,2")]
    [InlineData("one")]
    [InlineData("1-")]
    [InlineData("1.5")]
    [InlineData("1-2-3")]
    [InlineData("9223372036854775808")]
    public void Parse_NoList_ShowsTheForm(string text) =>
        Assert.Contains("for example 1-5,8", MessageOf(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("1-1001")]
    [InlineData("1-1000000000")]
    [InlineData("1-1000,1001")]
    [InlineData("-9223372036854775808-9223372036854775807")]
    public void Parse_TooMany_RefusedInOneLine(string text) =>
        Assert.Contains("more than 1000 seeds", MessageOf(text), StringComparison.Ordinal);

    private static string MessageOf(string text) => Assert.Throws<BadInputException>(() => SeedsOption.Parse(text)).Message;

    [Theory]
    [InlineData("1,2,3", "1,2,3")]
    [InlineData("1-5,8", "1-5,8")]
    [InlineData("-2-2", "-2-2")]
    public void Format_Seeds_ReadsBackAsTheSame(string text, string formatted)
    {
        ImmutableArray<long> seeds = SeedsOption.Parse(text);
        Assert.Equal(formatted, SeedsOption.Format(seeds));
        Assert.Equal(seeds.AsEnumerable(), SeedsOption.Parse(SeedsOption.Format(seeds)));
    }
}
