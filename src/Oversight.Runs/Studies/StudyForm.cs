namespace Oversight.Runs.Studies;

/// <summary>How much work goes into a study.</summary>
public enum StudyForm
{
    /// <summary>Seconds: the form that the tests pin.</summary>
    Pinned,

    /// <summary>Under two minutes on two cores.</summary>
    Fast,

    /// <summary>Under 45 minutes on two cores.</summary>
    Full,
}
