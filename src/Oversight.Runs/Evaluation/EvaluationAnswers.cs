using Oversight.Core;

namespace Oversight.Runs.Evaluation;

/// <summary>What was answered to the questions of an <see cref="EvaluationSet"/>.</summary>
/// <param name="Student">X as trained.</param>
/// <param name="Teacher">X's Polyak average.</param>
/// <param name="Amplified">The amplified teacher.</param>
/// <param name="Drift">The share of the amplified teacher's transcripts that H would not have written.</param>
internal sealed record EvaluationAnswers(Answer[] Student, Answer[] Teacher, Answer[] Amplified, double Drift);
