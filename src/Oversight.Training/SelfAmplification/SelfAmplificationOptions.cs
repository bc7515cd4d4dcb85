namespace Oversight.Training.SelfAmplification;

/// <summary>The sizes of the self-amplification study.</summary>
/// <param name="Bits">Bits of the longest exponents.</param>
/// <param name="HumanBits">d0: bits of the longest exponents that H decomposes.</param>
/// <param name="HumanQueries">Transcripts of H.</param>
/// <param name="Slips">The probability that a bit H asks for is the wrong one.</param>
/// <param name="Filter">Which of its own answers M learns from.</param>
/// <param name="Votes">Decompositions for a majority.</param>
/// <param name="StepsWithHuman">Steps while H is there.</param>
/// <param name="StepsPerRound">Steps for each bit more.</param>
/// <param name="ChangesMeaningAfter">The round after which sigma^1 means the inverse; 0 for never.</param>
internal sealed record SelfAmplificationOptions(
    int Bits = 7,
    int HumanBits = 3,
    int HumanQueries = 300,
    double Slips = 0.01,
    LabelFilter Filter = LabelFilter.None,
    int Votes = 5,
    int StepsWithHuman = 100,
    int StepsPerRound = 60,
    int ChangesMeaningAfter = 0);
