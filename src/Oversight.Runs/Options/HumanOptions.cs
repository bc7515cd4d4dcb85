using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Oversight.Runs.Options;

/// <summary>How often the real H is asked.</summary>
public sealed record HumanOptions
{
    /// <summary>Human queries before X begins to learn; fewer where <see cref="Queries"/> are.</summary>
    [Range(0, 10_000_000), Description("human queries before X's first step (no more than human.queries)")]
    public int Initial { get; init; } = 300;

    /// <summary>
    /// The most human queries: a wall for every method. Where every target takes some, the run ends there; elsewhere it goes on with what H
    /// taught.
    /// </summary>
    [Range(0, 100_000_000), Description("the most human queries; where each target takes some, the run ends with the last")]
    public int Queries { get; init; } = 1_000_000;

    /// <summary>New queries a step of X while H' predicts fresh transcripts badly; a tenth and a hundredth of it as H' gets better.</summary>
    [Range(0.0, 1000.0), Description("human queries a step while H' is bad; 1/10, 1/100 as it gets better")]
    public double Rate { get; init; } = 1;

    /// <summary>New queries a step of X at least, however well H' predicts: in a long dialogue a small loss a symbol says little of the one decision that is rare.</summary>
    [Range(0.0, 1000.0), Description("human queries a step at least, however good H' is")]
    public double Least { get; init; }

    /// <summary>The share of recorded transcripts whose sub-answers the teacher draws without abstaining, so that H is seen going on.</summary>
    [Range(0.0, 1.0), Description("share of recorded transcripts in which the teacher guesses instead of saying idk")]
    public double Guesses { get; init; } = 0.5;

    /// <summary>
    /// The share of those sub-answers that are not the teacher's best. An X that is sure of itself shows H few cases; of what it finds next likely there are more, and what
    /// H does with them is what H' must know when X comes to give them in earnest.
    /// </summary>
    [Range(0.0, 1.0), Description("share of those guesses that are not the teacher's best answer")]
    public double Unlike { get; init; }
}
