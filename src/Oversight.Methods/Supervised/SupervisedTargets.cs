using Oversight.Learning.Assistants;
using Oversight.Runs.Rounds;
using Oversight.Runs.Targets;

namespace Oversight.Methods.Supervised;

/// <summary>Targets of supervised learning: true answers.</summary>
internal static class SupervisedTargets
{
    /// <summary>A maker of them. It needs X's average only where a curriculum waits for it to agree with the labels.</summary>
    /// <param name="parts">What the run has to make it of.</param>
    /// <param name="contexts">How many contexts it must take at once.</param>
    public static LabelMaker New(MethodParts parts, int contexts)
    {
        bool waits = parts.Options.Curriculum.Grow || parts.Options.Curriculum.Frontier > 0;
        return new LabelMaker(
            parts.Errors,
            waits ? new TransformerAssistant(parts.Network, parts.Teacher, contexts, parts.Options.Batch.Questions) : null);
    }
}
