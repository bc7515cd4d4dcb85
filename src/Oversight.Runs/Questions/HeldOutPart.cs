namespace Oversight.Runs.Questions;

/// <summary>
/// What held-out contexts are for. A context on which something was decided (when to stop, which weights are best) is no fair judge of what came of it, so the two never meet.
/// </summary>
public enum HeldOutPart
{
    /// <summary>Any held-out context.</summary>
    Any,

    /// <summary>Those that decisions are made on while a run goes on.</summary>
    Deciding,

    /// <summary>Those that judge what a run came to.</summary>
    Judging,
}
