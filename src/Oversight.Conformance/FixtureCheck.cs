namespace Oversight.Conformance;

/// <summary>What is compared with the reference.</summary>
public enum FixtureCheck
{
    /// <summary>How many facts a context of that difficulty has.</summary>
    FactCount,

    /// <summary>The true answer.</summary>
    Truth,

    /// <summary>Which answers count as right, among all there are.</summary>
    Acceptable,

    /// <summary>The class, where the reference gives one.</summary>
    Class,

    /// <summary>Whether the question is primitive.</summary>
    Primitive,

    /// <summary>The answer worked out from the facts, for primitive questions.</summary>
    PrimitiveAnswer,

    /// <summary>Whether a reply that the reference calls true counts as right.</summary>
    SubAnswer,

    /// <summary>H with true replies, on questions drawn from D.</summary>
    Transcript,

    /// <summary>H with wrong replies.</summary>
    WrongTranscript,

    /// <summary>H on primitive, unused and malformed questions.</summary>
    ExtraTranscript,
}
