using Oversight.Protocols.RewardModelling;

namespace Oversight.Methods.RewardModelling;

/// <summary>Two answers to one question, and which H takes.</summary>
/// <param name="First">One answer.</param>
/// <param name="Second">The other.</param>
/// <param name="Preferred">Which H takes.</param>
public readonly record struct Comparison(Proposal First, Proposal Second, Preference Preferred)
{
    /// <summary>Compares two numbers: the one thing that H does after looking.</summary>
    /// <param name="first">What H thinks of the first answer.</param>
    /// <param name="second">What H thinks of the second.</param>
    public static Preference Prefer(Appraisal first, Appraisal second) => Math.Sign(first.Place - second.Place) switch
    {
        < 0 => Preference.First,
        > 0 => Preference.Second,
        _ => Preference.Neither,
    };
}
