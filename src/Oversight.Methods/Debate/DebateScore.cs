namespace Oversight.Methods.Debate;

/// <summary>How some pairs of answers were judged, each in both seatings: the true answer debated, and the false one.</summary>
/// <param name="Accuracy">How often the judge was right, over both seatings.</param>
/// <param name="HonestHolder">How often the true claim stood.</param>
/// <param name="HonestChallenger">How often the false claim fell.</param>
/// <param name="Consistency">How often both seatings named the same answer: a verdict that survives the swap.</param>
/// <param name="ErrorRate">e: how often the honest side, still on firm ground, put a false half in its split or contested a true one.</param>
/// <param name="Line">(1 - e)^depth, averaged over the debates' depths: what the honest side is expected to win against a perfect liar.</param>
/// <param name="LookUps">Facts that the judge looked up.</param>
public sealed record DebateScore(
    double Accuracy, double HonestHolder, double HonestChallenger, double Consistency, double ErrorRate, double Line, long LookUps);
