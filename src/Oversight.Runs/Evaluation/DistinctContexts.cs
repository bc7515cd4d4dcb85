using System.Collections.Immutable;
using Oversight.Determinism;
using Oversight.Runs.Questions;
using Oversight.Tasks;

namespace Oversight.Runs.Evaluation;

/// <summary>
/// Draws contexts of full size, each once: a context that came twice would count as evidence twice. A small task may have fewer than are asked for.
/// </summary>
internal static class DistinctContexts
{
    /// <summary>With fewer contexts than this of the right part an evaluation takes those of the other part, too, and says so.</summary>
    private const int Few = 8;

    /// <summary>Draws contexts.</summary>
    /// <param name="source">Which.</param>
    /// <param name="count">How many.</param>
    /// <param name="except">Hashes of contexts that are not wanted, as far as there are enough others.</param>
    /// <param name="random">Consumed.</param>
    /// <returns>At least one, all different.</returns>
    /// <exception cref="InvalidOperationException">The task has no such context at all.</exception>
    public static ImmutableArray<Context> Draw(ContextSource source, int count, IReadOnlySet<ulong> except, RandomStream random)
    {
        int enough = Math.Min(count, Few);
        ContextSource any = source with { Part = HeldOutPart.Any };
        List<Context> found = Draw(source, count, except, random, []);
        if (found.Count < enough)
            found = Draw(any, count, except, random, found);
        if (found.Count < enough)
            found = Draw(any, count, ImmutableHashSet<ulong>.Empty, random, found);
        return found.Count > 0
            ? [.. found]
            : throw new InvalidOperationException($"{source.Task.Configuration} has no contexts {(source.HeldOut ? "held out" : "to train on")}.");
    }

    /// <summary>Adds contexts until there are enough, or until so many draws in a row bring nothing new that there can hardly be another.</summary>
    private static List<Context> Draw(ContextSource source, int count, IReadOnlySet<ulong> except, RandomStream random, List<Context> found)
    {
        HashSet<ulong> seen = [.. except, .. found.Select(context => context.ContentHash)];
        for (int misses = 0; found.Count < count && misses < 32 + 20 * found.Count;)
        {
            if (!source.TryDraw(Difficulty.Full, random, out Context? context))
                break;
            if (!seen.Add(context.ContentHash))
            {
                misses++;
                continue;
            }

            found.Add(context);
            misses = 0;
        }

        return found;
    }
}
