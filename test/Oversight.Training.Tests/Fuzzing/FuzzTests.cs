using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace Oversight.Training.Tests.Fuzzing;

/// <summary>
/// Spoilt inputs for every parser and reader: none may throw anything but what is documented, take long, or allocate more than the target's bound.
/// <c>test/fuzz</c> runs the long form; OVERSIGHT_FUZZ_INPUTS says how many inputs there are, OVERSIGHT_FUZZ_SEED which.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int ShortForm = 8000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    [Fact]
    public void Read_SpoiltInputs_OnlyWhatIsDocumented()
    {
        int inputs = Number("OVERSIGHT_FUZZ_INPUTS", ShortForm);
        int seed = Number("OVERSIGHT_FUZZ_SEED", 1);
        using var targets = new FuzzTargets();
        int shares = targets.All.Sum(target => target.Share);
        var failures = new List<string>();
        foreach (FuzzTarget target in targets.All)
            Feed(target, (int)Math.Ceiling((double)inputs * target.Share / shares), seed, failures);
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    private void Feed(FuzzTarget target, int inputs, int seed, List<string> failures)
    {
        // What is made once, on first use, is not the input's doing.
        foreach (byte[] good in target.Seeds)
            target.Read(good);
        var mutator = new Mutator(target.Seeds, seed);
        (long mostBytes, TimeSpan longest, int before) = (0, TimeSpan.Zero, failures.Count);
        for (int i = 0; i < inputs && failures.Count < before + 5; i++)
        {
            byte[] input = mutator.Next();
            long bytes = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            string? trouble = TroubleOf(target, input);
            bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            TimeSpan time = Stopwatch.GetElapsedTime(start);
            (mostBytes, longest) = (Math.Max(mostBytes, bytes), time > longest ? time : longest);
            trouble ??= bytes > target.MaxBytes ? $"{bytes} bytes allocated" : time > Longest ? $"it took {time}" : null;
            if (trouble is not null)
                failures.Add($"{target.Name}, input {i}, {input.Length} bytes: {trouble}\n{Convert.ToBase64String(input)}");
        }

        output.WriteLine($"{target.Name}: {inputs} inputs, at most {mostBytes:N0} bytes allocated and {longest.TotalMilliseconds:F1} ms for one");
    }

#pragma warning disable CA1031 // Whatever comes out that should not is what is looked for.
    private static string? TroubleOf(FuzzTarget target, byte[] input)
    {
        try
        {
            target.Read(input);
            return null;
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }
#pragma warning restore CA1031

    private static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int number) ? number : usual;
}
