namespace Oversight.Methods.WeakToStrong;

/// <summary>The sizes of the weak-to-strong study.</summary>
/// <param name="WeakWidth">Hidden units of the weak supervisor, one layer.</param>
/// <param name="WeakLabels">True labels that it learns from.</param>
/// <param name="StrongWidth">Hidden units of the strong student, two layers.</param>
/// <param name="PretrainSteps">Steps on concepts, without labels.</param>
/// <param name="Labels">Weak labels that the student learns from.</param>
/// <param name="Steps">Steps of fine-tuning.</param>
/// <param name="Test">Examples that accuracy is measured on.</param>
public sealed record WeakToStrongStudyOptions(
    int WeakWidth = 32, int WeakLabels = 400, int StrongWidth = 256, int PretrainSteps = 3000, int Labels = 8000, int Steps = 1500, int Test = 4000);
