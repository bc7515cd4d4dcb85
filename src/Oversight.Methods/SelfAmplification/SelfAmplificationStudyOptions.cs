namespace Oversight.Methods.SelfAmplification;

/// <summary>The sizes of the self-amplification study.</summary>
/// <param name="Bits">Bits of the longest exponents.</param>
/// <param name="HumanBits">d0: bits of the longest exponents that H decomposes.</param>
/// <param name="HumanQueries">Transcripts of H.</param>
/// <param name="Slips">The probability that a bit H asks for is the wrong one.</param>
/// <param name="Filter">Which of its own answers M learns from.</param>
/// <param name="Votes">Decompositions for a majority.</param>
/// <param name="StepsWithHuman">Steps while H is there.</param>
/// <param name="StepsPerRound">Steps for each bit more.</param>
/// <param name="Later">What sigma^1 comes to mean.</param>
/// <param name="ChangesMeaningAfter">The round after which it does; below 0 from the start.</param>
/// <param name="Relearning">How M takes it up.</param>
internal sealed record SelfAmplificationStudyOptions(
    int Bits = 7,
    int HumanBits = 3,
    int HumanQueries = 300,
    double Slips = 0.01,
    LabelFilter Filter = LabelFilter.None,
    int Votes = 5,
    int StepsWithHuman = 100,
    int StepsPerRound = 60,
    Meaning Later = Meaning.Usual,
    int ChangesMeaningAfter = 1,
    Relearning Relearning = Relearning.GoesOn);
