using System.Diagnostics.CodeAnalysis;
using Oversight.Determinism;
using Oversight.Tasks;

namespace Oversight.Runs.Questions;

/// <summary>
/// Draws contexts for training or for evaluation, which never meet: a hash of the facts decides, one context in eight is held out. Of those, every other one is for
/// decisions while a run goes on, and the rest judge what it came to.
/// </summary>
/// <param name="Task">The task.</param>
/// <param name="HeldOut">Whether the held-out contexts are wanted, or all others.</param>
public sealed record ContextSource(AlgorithmicTask Task, bool HeldOut)
{
    private const int HeldOutOneIn = 8;

    /// <summary>So many draws without a match say that there is none: a task with so few contexts has some hundreds of them at most.</summary>
    private const int MostDraws = 20_000;

    /// <summary>Which of the held-out contexts.</summary>
    public HeldOutPart Part { get; init; }

    /// <summary>Whether a context is held out for evaluation.</summary>
    /// <param name="context">The context.</param>
    public static bool IsHeldOut(Context context) => context.ContentHash % HeldOutOneIn == 0;

    /// <summary>What a held-out context is for.</summary>
    /// <param name="context">The context.</param>
    public static HeldOutPart PartOf(Context context) =>
        context.ContentHash / HeldOutOneIn % 2 == 0 ? HeldOutPart.Judging : HeldOutPart.Deciding;

    /// <summary>Draws until a context falls on the right side.</summary>
    /// <param name="difficulty">The instance size.</param>
    /// <param name="random">Consumed.</param>
    /// <exception cref="InvalidOperationException">The task has no such context.</exception>
    public Context Draw(Difficulty difficulty, RandomStream random) => TryDraw(difficulty, random, out Context? context)
        ? context
        : throw new InvalidOperationException($"{Task.Configuration} has no context that is {(HeldOut ? "held out" : "drawn in training")}.");

    /// <summary>Draws until a context falls on the right side, or it is clear that the task has none.</summary>
    /// <param name="difficulty">The instance size.</param>
    /// <param name="random">Consumed.</param>
    /// <param name="context">The context.</param>
    public bool TryDraw(Difficulty difficulty, RandomStream random, [NotNullWhen(true)] out Context? context)
    {
        for (int i = 0; i < MostDraws; i++)
        {
            context = Task.DrawContext(difficulty, random);
            if (Takes(context))
                return true;
        }

        context = null;
        return false;
    }

    private bool Takes(Context context) =>
        IsHeldOut(context) == HeldOut && (!HeldOut || Part == HeldOutPart.Any || PartOf(context) == Part);
}
