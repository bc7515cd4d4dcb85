using System.Globalization;
using System.Text.Json.Nodes;
using Oversight.Cli.Input;
using Oversight.Core;
using Oversight.Reports.Questions;
using Oversight.Runs.Folders;
using Oversight.Runs.Settings;
using Oversight.Tasks;
using Spectre.Console;

namespace Oversight.Cli.Rendering;

/// <summary>Questions with their decompositions as trees.</summary>
/// <param name="task">Prints questions and answers.</param>
/// <param name="truth">The true answers, where they are to be shown.</param>
/// <param name="overseer">Who takes questions apart: H or H'.</param>
internal sealed class QuestionTreeView(AlgorithmicTask task, GroundTruth? truth, string overseer = "H")
{
    private const int SideBySideFrom = 70;
    private const string AloneHeading = " X alone (its teacher) ";

    /// <summary>Prints X's own answer and the tree beside it.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="root">The tree of Amplify^H(X).</param>
    /// <param name="own">X's own answer with its probability.</param>
    public void Write(IAnsiConsole console, QuestionNode root, (Answer Answer, double Confidence) own)
    {
        var alone = new Panel(new Markup(
            $"[bold]{Markup.Escape(PlainWords.Answer(task, own.Answer))}[/]\n"
            + $"[grey]{Probability(own.Confidence)}[/]{Verdict(root.Question, own.Answer)}"))
        {
            Header = new PanelHeader(AloneHeading),
            Border = BoxBorder.Rounded,
            BorderStyle = new Style(Color.Grey),
            Padding = new Padding(1, 0),
            Width = AloneWidth(own.Answer),
        };
        var amplified = new Panel(TreeOf(root))
        {
            Header = new PanelHeader($" Amplify^{overseer}(X) "),
            Border = BoxBorder.Rounded,
            BorderStyle = new Style(Color.Grey),
            Padding = new Padding(1, 0),
        };
        console.MarkupLine($"[bold]{Markup.Escape(task.FormatQuestion(root.Question.Words))}[/] is");
        if (console.Profile.Width < SideBySideFrom)
        {
            console.Write(new Rows(alone, amplified));
            return;
        }

        var grid = new Grid();
        grid.AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(1));
        grid.AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        grid.AddRow(alone, amplified);
        console.Write(grid);
    }

    /// <summary>A question with its decomposition as JSON.</summary>
    /// <param name="node">The question.</param>
    public JsonObject ToJson(QuestionNode node)
    {
        var json = new JsonObject
        {
            ["question"] = task.FormatQuestion(node.Question.Words),
            ["answer"] = task.FormatAnswer(node.Answer),
            ["by"] = Setting.Format(node.By),
        };
        if (node.Confidence is { } confidence)
            json["probability"] = JsonOption.Number(confidence);
        if (truth is not null)
            json["right"] = truth.Accepts(node.Question.Words, node.Answer);
        json["subQuestions"] = new JsonArray([.. node.SubQuestions.Select(ToJson)]);
        return json;
    }

    /// <summary>The tree alone.</summary>
    /// <param name="root">The question that was taken apart.</param>
    public Tree TreeOf(QuestionNode root)
    {
        var tree = new Tree(new Markup(Line(root))) { Guide = TreeGuide.Line, Style = new Style(Color.Grey) };
        Add(tree, root);
        return tree;
    }

    /// <summary>Wide enough for the panel's heading, its answer and its verdict.</summary>
    private int AloneWidth(Answer answer) => 4 + Math.Max(AloneHeading.Length, PlainWords.Answer(task, answer).Length);

    private void Add(IHasTreeNodes parent, QuestionNode node)
    {
        foreach (QuestionNode asked in node.SubQuestions)
            Add(parent.AddNode(new Markup(Line(asked))), asked);
    }

    private string Line(QuestionNode node)
    {
        if (!PlainWords.IsQuestion(task, node.Question.Words))
            return $"[yellow]{Markup.Escape(PlainWords.NoQuestion(task, node.Question.Words, node.Answer, overseer))}[/]";
        string by = node.By switch
        {
            AnsweredBy.Facts => "from the facts",
            AnsweredBy.Overseer => overseer + (node.SubQuestions.IsEmpty ? ", at once" : ", from:"),
            _ when node.Confidence is { } confidence => $"X, {(node.Answer.IsUnknown ? "too unsure, " : "")}{Probability(confidence)}",
            _ => "the same question again",
        };
        return $"{Markup.Escape(task.FormatQuestion(node.Question.Words))} = [bold]{Markup.Escape(PlainWords.Answer(task, node.Answer))}[/]"
            + $"  [grey]{by}[/]{Verdict(node.Question, node.Answer)}";
    }

    private static string Probability(double confidence) => $"p {confidence.ToString("F2", CultureInfo.InvariantCulture)}";

    private string Verdict(Question question, Answer answer)
    {
        if (truth is null)
            return "";
        return truth.Accepts(question.Words, answer)
            ? "  [green]right[/]"
            : $"  [red]wrong: {Markup.Escape(task.FormatAnswer(truth.Answer(question.Words)))}[/]";
    }
}
