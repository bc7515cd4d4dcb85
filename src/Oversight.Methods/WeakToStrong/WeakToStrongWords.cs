using Oversight.Runs.Rounds;

namespace Oversight.Methods.WeakToStrong;

/// <summary>How reports speak of weak-to-strong generalisation.</summary>
internal static class WeakToStrongWords
{
    /// <summary>The words.</summary>
    public static MethodWords All { get; } = new("weak to strong", "weak")
    {
        Help = "a weak supervisor labels",
        Teacher = new OtherTeacher("supervisor", "weak supervisor"),
    };
}
