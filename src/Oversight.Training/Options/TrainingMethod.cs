namespace Oversight.Training.Options;

/// <summary>How X is trained.</summary>
public enum TrainingMethod
{
    /// <summary>Iterated Amplification with H': the method of the paper.</summary>
    Amplify,

    /// <summary>Iterated Amplification in which the scripted H decomposes every question; no H'.</summary>
    AmplifyScripted,

    /// <summary>Supervised learning on ground truth: the ceiling to compare with.</summary>
    Supervised,

    /// <summary>Expert iteration: X proposes, an external verifier selects, X learns what was verified.</summary>
    ExpertIteration,

    /// <summary>Debate: X proposes, is opposed by itself, and learns the answers that a judge with one look-up lets stand.</summary>
    Debate,

    /// <summary>Recursive reward modelling: H compares with X's help, a reward model learns his comparisons, X learns the best of its proposals under it.</summary>
    RewardModelling,

    /// <summary>Weak-to-strong generalisation: X learns from a weak supervisor who learned from few labels.</summary>
    WeakToStrong,

    /// <summary>Amplify^M(M): H is cut off at a limit, and H' and X go on alone.</summary>
    SelfAmplification,
}
