namespace Oversight.Runs.Studies;

/// <summary>How far a study is.</summary>
/// <param name="Seed">The seed of the unit that moved on.</param>
/// <param name="Unit">The unit's name.</param>
/// <param name="StepsDone">Its steps done.</param>
/// <param name="TotalSteps">Its steps in all.</param>
public readonly record struct StudyProgress(long Seed, string Unit, int StepsDone, int TotalSteps)
{
    /// <summary>How many units are finished.</summary>
    public int UnitsFinished { get; init; }

    /// <summary>How many units there are, those of all seeds together.</summary>
    public int Units { get; init; }

    /// <summary>How much of all steps is done, from 0 to 1; each unit counts the same.</summary>
    public double Share { get; init; }
}
