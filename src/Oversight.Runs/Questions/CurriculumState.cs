using System.Collections.Immutable;

namespace Oversight.Runs.Questions;

/// <summary>What is asked.</summary>
/// <param name="Level">The difficulty.</param>
/// <param name="OpenClasses">How many classes are asked.</param>
/// <param name="Agreement">The running agreement.</param>
/// <param name="Batches">Batches at this difficulty.</param>
/// <param name="ClassAgreement">The running agreement of each class.</param>
public sealed record CurriculumState(int Level, int OpenClasses, double Agreement, int Batches, ImmutableArray<double> ClassAgreement);
