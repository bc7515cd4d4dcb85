using Oversight.Reports.Html;

namespace Oversight.Reports.Pages;

/// <summary>What the words of a report mean.</summary>
internal static class Glossary
{
    private static readonly (string Word, string Meaning)[] Words =
    [
        (
            "X",
            "the assistant that is trained. Its figures here are the teacher's, the average of X over its last steps, which also answers "
            + "sub-questions."),
        (
            "H, H'",
            "the overseer, who takes questions apart; and the model that learned to imitate them, "
            + "so that few of their decisions are needed."),
        (
            "Amplify",
            "H or H' answering a question with the help of X, who answers the sub-questions. X learns to give Amplify's answers at once."),
        ("human query", "one top-level question taken apart by the real H: the scarce resource of the method."),
        ("human decision", "one sub-question or answer given by the real H."),
        ("label", "one true answer shown in training. Amplification uses none."),
        ("step", "one batch that X was given in the method proper; what prepared it is counted apart, as preparing steps."),
        ("class", "questions of one kind or depth; the task says in which order they can be learned."),
        ("held out", "one context in eight, chosen by a hash of its facts, is never used in training; accuracy is measured on these."),
    ];

    /// <summary>Writes it.</summary>
    /// <param name="html">Where to.</param>
    public static void Write(HtmlWriter html)
    {
        using (html.In("details", ("class", "block")))
        {
            html.Line("summary", "What the words mean");
            using (html.In("dl"))
            {
                foreach ((string word, string meaning) in Words)
                {
                    html.Line("dt", word);
                    html.Line("dd", meaning);
                }
            }
        }
    }
}
