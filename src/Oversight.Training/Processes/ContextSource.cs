using Oversight.Determinism;
using Oversight.Tasks;

namespace Oversight.Training.Processes;

/// <summary>
/// Draws contexts for training or for evaluation, which never meet: a hash of the facts decides, one context in eight is held out.
/// </summary>
/// <param name="Task">The task.</param>
/// <param name="HeldOut">Whether the held-out contexts are wanted, or all others.</param>
public sealed record ContextSource(AlgorithmicTask Task, bool HeldOut)
{
    private const int HeldOutOneIn = 8;

    /// <summary>Whether a context is held out for evaluation.</summary>
    /// <param name="context">The context.</param>
    public static bool IsHeldOut(Context context) => context.ContentHash % HeldOutOneIn == 0;

    /// <summary>Draws until a context falls on the right side.</summary>
    /// <param name="difficulty">The instance size.</param>
    /// <param name="random">Consumed.</param>
    public Context Draw(Difficulty difficulty, RandomStream random)
    {
        Context context;
        do
            context = Task.DrawContext(difficulty, random);
        while (IsHeldOut(context) != HeldOut);
        return context;
    }
}
