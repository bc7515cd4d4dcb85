namespace Oversight.Methods.SelfAmplification;

/// <summary>Which of its own answers M learns from.</summary>
internal enum LabelFilter
{
    /// <summary>All: one decomposition a question.</summary>
    None,

    /// <summary>Those that most of several decompositions, drawn one by one, come to.</summary>
    Majority,

    /// <summary>Those that agree with what the facts say: sigma(sigma^n(x)) = sigma^n(sigma(x)), both sides decomposed apart.</summary>
    SelfConsistency,

    /// <summary>M's answers without any decomposition, a control that must fail.</summary>
    OwnAnswers,
}
