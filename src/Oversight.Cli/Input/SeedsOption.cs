using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Oversight.Cli.Input;

/// <summary>Which seeds, <c>--seeds 1-5,8</c>: the same option for every command that runs several.</summary>
internal sealed partial class SeedsOption : Option<string>
{
    /// <summary>The most seeds of one command.</summary>
    public const int Most = 1000;

    private const string Form = "numbers and ranges with commas between, for example 1-5,8";
    private const int ShownFromRange = 4;
    private static readonly ImmutableArray<long> Usual = [1, 2, 3];

    /// <summary>The option.</summary>
    public SeedsOption()
        : base("--seeds")
    {
        Description = $"which seeds: {Form} [default: 1,2,3]";
        HelpName = "1-5,8";
    }

    /// <summary>The seeds, each once, in the order given.</summary>
    /// <param name="input">The command line.</param>
    /// <exception cref="BadInputException">It is not a list of seeds, or of too many.</exception>
    public ImmutableArray<long> Of(ParseResult input) => input.GetValue(this) is { } given ? Parse(given) : Usual;

    /// <summary>Reads a list.</summary>
    /// <param name="text">As typed.</param>
    /// <exception cref="BadInputException">It is not a list of seeds, or of too many.</exception>
    public static ImmutableArray<long> Parse(string text)
    {
        var seeds = new List<long>();
        var known = new HashSet<long>();
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            (long first, long last) = Range(part);
            // The difference of two seeds may not fit into a seed.
            if (seeds.Count + (Int128)last - first >= Most)
                throw new BadInputException($"--seeds is '{Names.Shorten(text)}': that is more than {Most} seeds, the most of one command");
            for (Int128 seed = first; seed <= last; seed++)
            {
                if (known.Add((long)seed))
                    seeds.Add((long)seed);
            }
        }

        return [.. seeds];
    }

    /// <summary>Seeds as a list that <see cref="Parse"/> reads; long rows of them as ranges.</summary>
    /// <param name="seeds">The seeds.</param>
    public static string Format(ImmutableArray<long> seeds)
    {
        var parts = new List<string>();
        for (int i = 0, end; i < seeds.Length; i = end)
        {
            for (end = i + 1; end < seeds.Length && seeds[end - 1] < long.MaxValue && seeds[end] == seeds[end - 1] + 1;)
                end++;
            if (end - i >= ShownFromRange)
                parts.Add($"{seeds[i]}-{seeds[end - 1]}");
            else
                parts.AddRange(seeds.AsSpan(i, end - i).ToArray().Select(seed => $"{seed}"));
        }

        return string.Join(',', parts);
    }

    private static (long First, long Last) Range(string part)
    {
        Match match = Pattern().Match(part);
        if (!match.Success || !TryRead(match.Groups["first"], out long first))
            throw Wrong(part, Form);
        if (!match.Groups["last"].Success)
            return (first, first);
        if (!TryRead(match.Groups["last"], out long last))
            throw Wrong(part, Form);
        return first <= last ? (first, last) : throw Wrong(part, $"a range from the smaller to the larger, {last}-{first}");
    }

    private static bool TryRead(Group digits, out long seed) =>
        long.TryParse(digits.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out seed);

    private static BadInputException Wrong(string part, string form) => new($"--seeds is '{Names.Shorten(part)}'; allowed is {form}");

    [GeneratedRegex("^(?<first>-?[0-9]+)(?:-(?<last>-?[0-9]+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
