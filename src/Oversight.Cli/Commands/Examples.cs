using Oversight.Core;
using Oversight.Determinism;
using Oversight.Tasks;

namespace Oversight.Cli.Commands;

/// <summary>Questions to show.</summary>
internal static class Examples
{
    private const int Draws = 50;

    /// <summary>A question that takes much taking apart: of the deepest class among some that are drawn.</summary>
    /// <param name="task">The task.</param>
    /// <param name="context">What it is about.</param>
    /// <param name="random">Consumed.</param>
    public static Question Deep(AlgorithmicTask task, Context context, RandomStream random) => Enumerable.Range(0, Draws)
        .Select(_ => task.DrawQuestion(context, random))
        .ToArray()
        .MaxBy(question => task.Classes.IndexOf(context.Truth.ClassOf(question.Words)));
}
