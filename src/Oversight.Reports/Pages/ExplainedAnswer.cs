using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Reports.Questions;

namespace Oversight.Reports.Pages;

/// <summary>An answer, judged, with what Amplify would have made of the question.</summary>
/// <param name="Question">Q.</param>
/// <param name="Truth">The true answer.</param>
/// <param name="Answer">The answer that was given.</param>
/// <param name="By">Where it came from.</param>
/// <param name="Confidence">The probability that X gave it; null where X did not answer.</param>
/// <param name="IsRight">Whether it is right.</param>
/// <param name="Amplified">What Amplify answers from the sub-answers below; null where nobody took the question apart.</param>
/// <param name="IsAmplifiedRight">Whether that is right.</param>
/// <param name="SubQuestions">What the overseer asked, in order.</param>
internal sealed record ExplainedAnswer(
    Question Question,
    Answer Truth,
    Answer Answer,
    AnsweredBy By,
    double? Confidence,
    bool IsRight,
    Answer? Amplified,
    bool IsAmplifiedRight,
    ImmutableArray<ExplainedAnswer> SubQuestions)
{
    /// <summary>
    /// The place of the sub-answer to blame where Amplify is wrong: the first one that is wrong, for the overseer may have built on it. -1 if Amplify is right,
    /// or if every sub-answer is right, so that the overseer is to blame.
    /// </summary>
    public int Blamed => Amplified is null || IsAmplifiedRight ? -1 : SubQuestions.ToList().FindIndex(asked => !asked.IsRight);

    /// <summary>Whether Amplify is wrong although every sub-answer is right.</summary>
    public bool IsOverseerToBlame => Amplified is not null && !IsAmplifiedRight && Blamed < 0;
}
