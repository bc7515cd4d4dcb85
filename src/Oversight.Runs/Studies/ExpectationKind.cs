namespace Oversight.Runs.Studies;

/// <summary>Which way an experiment expects a figure to go.</summary>
public enum ExpectationKind
{
    /// <summary>A prediction: it must come true.</summary>
    MustHappen,

    /// <summary>A negative control: it must fail, and its figure stays where chance or theory puts it.</summary>
    MustFail,
}
