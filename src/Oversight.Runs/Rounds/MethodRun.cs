using Oversight.Core;
using Oversight.Neural;
using Oversight.Runs.Evaluation;
using Oversight.Runs.Processes;
using Oversight.Runs.Targets;

namespace Oversight.Runs.Rounds;

/// <summary>
/// A method's part in one run: it makes makers of targets, and holds whatever else the method needs, such as lessons before X learns or a model that
/// learns beside it. Most methods need nothing but the makers: see <see cref="Of"/>.
/// </summary>
public abstract class MethodRun : IDisposable
{
    /// <summary>What is learned before the method proper.</summary>
    public virtual IReadOnlyList<LessonProcess> Lessons => [];

    /// <summary>What learns beside X, in every round of the method proper; null for nothing.</summary>
    public virtual ISideProcess? Beside => null;

    /// <summary>Every vector that the method's part needs to go on, by the prefix of its names in a checkpoint.</summary>
    public virtual IReadOnlyList<(string Prefix, ParameterVector Vector)> Vectors => [];

    /// <summary>What the method's part has cost, makers, lessons and <see cref="Beside"/> left out.</summary>
    public virtual OversightLedger Spent => new();

    /// <summary>The multiplications and additions of all matrix products so far, those of makers and lessons left out.</summary>
    public virtual long Flops => Beside?.Flops ?? 0;

    /// <summary>A maker of targets.</summary>
    /// <param name="contexts">How many contexts it must take at once.</param>
    public abstract ITargetMaker NewMaker(int contexts);

    /// <summary>Answers a held-out set in the name of whoever taught X beside H and the facts (<see cref="MethodWords.Teacher"/>); null where nobody did.</summary>
    /// <param name="set">The questions.</param>
    public virtual Answer[]? AnswerAsTeacher(EvaluationSet set) => null;

    /// <summary>The part of a method that needs nothing but makers of targets.</summary>
    /// <param name="newMaker">Makes one; given how many contexts it must take at once.</param>
    public static MethodRun Of(Func<int, ITargetMaker> newMaker) => new Simple(newMaker);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the part holds, lessons and <see cref="Beside"/> left out.</summary>
    /// <param name="disposing">Whether called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
    }

    private sealed class Simple(Func<int, ITargetMaker> newMaker) : MethodRun
    {
        public override ITargetMaker NewMaker(int contexts) => newMaker(contexts);
    }
}
