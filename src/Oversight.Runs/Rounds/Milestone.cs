namespace Oversight.Runs.Rounds;

/// <summary>When a class of questions was first answered right nine times in ten: the method predicts Amplify before X, and class after class.</summary>
/// <param name="Class">The class.</param>
/// <param name="AmplifiedStep">The step at which Amplify was; null for never.</param>
/// <param name="TeacherStep">The step at which the teacher was; null for never.</param>
public sealed record Milestone(string Class, int? AmplifiedStep, int? TeacherStep);
