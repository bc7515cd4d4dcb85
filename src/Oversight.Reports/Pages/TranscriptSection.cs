using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Reports.Comparisons;
using Oversight.Reports.Html;
using Oversight.Reports.Questions;
using Oversight.Runs.Folders;
using Oversight.Tasks;

namespace Oversight.Reports.Pages;

/// <summary>Some questions as trees that fold, with the first wrong sub-answer of each wrong answer marked.</summary>
/// <param name="comparison">What it shows.</param>
internal sealed class TranscriptSection(Comparison comparison)
{
    private const int MaxRows = 3;
    private const int Wrong = 4;
    private const int Draws = 240;
    private const int Imitated = 200;
    private string _asker = "H";

    private AlgorithmicTask Task => comparison.Task;

    /// <summary>Writes it; where a run's weights cannot be asked, it says why.</summary>
    /// <param name="html">Where to.</param>
    public void Write(HtmlWriter html)
    {
        bool isFirst = true;
        foreach (ComparisonRow row in comparison.Rows.Where(row => !row.Method.LearnsTruth).Take(MaxRows))
        {
            if (isFirst)
                WriteHead(html);
            isFirst = false;
            if (TrainedRun.TryOpen(row.Runs[0].Folder.FullPath, row.Runs[0].Folder.Schema, best: false, out TrainedRun? run, out string? error))
            {
                using (run)
                    WriteRun(html, row, run);
            }
            else
            {
                html.Line("p", $"No transcripts of {row.Name}: the run {WhyNot(row, error)}.", ("class", "muted"));
            }
        }
    }

    /// <summary>Why a run cannot be asked, without the folder that the line begins with.</summary>
    private static string WhyNot(ComparisonRow row, string error) =>
        error.Replace($"'{row.Runs[0].Folder.FullPath}' ", "", StringComparison.Ordinal).TrimEnd('.');

    private static void WriteHead(HtmlWriter html)
    {
        html.Line("h2", "Transcripts");
        html.Line(
            "p",
            "Held-out questions: wrong answers first, then one of each class. Open a question to see how the overseer takes it apart and "
            + "what X says to the sub-questions; open a sub-question to see how it would be taken apart in turn. Where Amplify is wrong, "
            + "the first wrong sub-answer is marked: the overseer built on it.",
            ("class", "muted"));
    }

    private void WriteRun(HtmlWriter html, ComparisonRow row, TrainedRun run)
    {
        _asker = run.Weights.HumanModelNetwork is null ? "H" : "H'";
        using var explainer = new Explainer(run);
        ImmutableArray<(Context Context, ExplainedAnswer Answer)> samples = explainer.Sample(Wrong, Draws);
        html.Line("h3", $"{row.Name}, seed {run.Options.Seed}");
        if (run.Origin.Note is { Length: > 0 } note)
            html.Line("p", note, ("class", "muted"));
        if (explainer.Imitation(Imitated) is { } same)
        {
            html.Line(
                "p",
                $"H' takes {same.Right} of {same.Asked} held-out questions apart exactly as H does, to the same answer, given the same "
                + "sub-answers.",
                ("class", "muted"));
        }

        foreach ((Context context, ExplainedAnswer answer) in samples)
        {
            using (html.In("div", ("class", "tree")))
            {
                WriteAnswer(html, answer, context.Truth.ClassOf(answer.Question.Words), isBlamed: false, isRoot: true);
                WriteFacts(html, context);
            }
        }
    }

    private void WriteFacts(HtmlWriter html, Context context)
    {
        using (html.In("details", ("class", "facts")))
        {
            html.Line("summary", $"{context.Facts.Count} facts");
            IEnumerable<Symbols> facts = context.Facts.Statements.ToArray().OrderBy(Key, StringComparer.Ordinal);
            html.Line("p", string.Join(",  ", facts.Select(Task.FormatFact)));
        }
    }

    private void WriteAnswer(HtmlWriter html, ExplainedAnswer answer, string label, bool isBlamed, bool isRoot)
    {
        string state = isBlamed ? "answer blamed" : "answer";
        if (answer.Amplified is null)
        {
            using (html.In("div", ("class", state + " leaf")))
                WriteLine(html, answer, label, isBlamed, isRoot);
            return;
        }

        using (isRoot && !answer.IsAmplifiedRight
            ? html.In("details", ("class", state), ("open", "open"))
            : html.In("details", ("class", state)))
        {
            using (html.In("summary"))
                WriteLine(html, answer, label, isBlamed, isRoot);
            using (html.In("div", ("class", "below")))
            {
                for (int i = 0; i < answer.SubQuestions.Length; i++)
                    WriteAnswer(html, answer.SubQuestions[i], "", i == answer.Blamed, isRoot: false);
                WriteAmplified(html, answer);
            }
        }
    }

    private void WriteLine(HtmlWriter html, ExplainedAnswer answer, string label, bool isBlamed, bool isRoot)
    {
        if (label.Length > 0)
            html.Line("span", label, ("class", "badge"));
        if (!PlainWords.IsQuestion(Task, answer.Question.Words))
        {
            html.Line("span", PlainWords.NoQuestion(Task, answer.Question.Words, answer.Answer, _asker), ("class", "unknown"));
            if (isBlamed)
                html.Line("span", "first mistake: the overseer's own", ("class", "badge blame"));
            return;
        }

        html.Line("code", PlainWords.Exchange(Task, answer.Question.Words, answer.Answer));
        html.Text(" ");
        WriteVerdict(html, answer.Answer, answer.IsRight, answer.Truth);
        html.Line("span", Source(answer), ("class", "muted"));
        string amplified = answer.IsAmplifiedRight ? "right" : "wrong";
        if (isRoot)
            html.Line("span", $"Amplify: {amplified}", ("class", amplified));
        if (isBlamed)
            html.Line("span", "first wrong sub-answer", ("class", "badge blame"));
    }

    private void WriteAmplified(HtmlWriter html, ExplainedAnswer answer)
    {
        using (html.In("div", ("class", "answer leaf sum")))
        {
            html.Line("span", "from these Amplify answers ", ("class", "muted"));
            html.Line("code", PlainWords.Answer(Task, answer.Amplified!.Value));
            html.Text(" ");
            WriteVerdict(html, answer.Amplified.Value, answer.IsAmplifiedRight, answer.Truth);
            if (answer.IsOverseerToBlame)
                html.Line("span", "no sub-answer is wrong: the overseer's own mistake", ("class", "badge blame"));
        }
    }

    private void WriteVerdict(HtmlWriter html, Answer answer, bool isRight, Answer truth)
    {
        if (isRight)
            html.Line("span", "✓ right", ("class", "right"));
        else if (answer.IsUnknown)
            html.Line("span", $"? does not know; it is {Task.FormatAnswer(truth)}", ("class", "unknown"));
        else
            html.Line("span", $"✗ wrong; it is {Task.FormatAnswer(truth)}", ("class", "wrong"));
    }

    /// <summary>Facts in the order of their symbols, so that 2 comes before 10.</summary>
    private static string Key(Symbols fact) =>
        string.Concat(Enumerable.Range(0, Symbols.MaxLength).Select(i => (char)fact[i]));

    private static string Source(ExplainedAnswer answer) => answer.By switch
    {
        AnsweredBy.Facts => "from the facts",
        _ when answer.Confidence is { } confidence => $"X, p {confidence:0.00}",
        _ => "X",
    };
}
