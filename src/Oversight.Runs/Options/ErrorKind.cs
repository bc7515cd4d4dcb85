namespace Oversight.Runs.Options;

/// <summary>What decides which answers of whoever oversees are wrong: the more it repeats itself, the better it can be learned.</summary>
public enum ErrorKind
{
    /// <summary>Chance, drawn anew each time: what X learns averages over it.</summary>
    Random,

    /// <summary>The question and the facts: the same question about the same facts always gets the same wrong reply.</summary>
    Deterministic,

    /// <summary>The question's words alone, whatever the facts: an error that a learner can learn.</summary>
    Systematic,
}
