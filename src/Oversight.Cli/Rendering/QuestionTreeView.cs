using System.Globalization;
using Oversight.Core;
using Oversight.Tasks;
using Oversight.Training.Questioning;
using Spectre.Console;

namespace Oversight.Cli.Rendering;

/// <summary>A question with H's decomposition as a tree.</summary>
internal static class QuestionTreeView
{
    /// <summary>Prints X's own answer and the tree below it.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="task">Prints questions and answers.</param>
    /// <param name="root">The tree of Amplify^H(X).</param>
    /// <param name="own">X's own answer with its probability.</param>
    /// <param name="truth">The true answers, where they are to be shown.</param>
    public static void Write(
        IAnsiConsole console, AlgorithmicTask task, QuestionNode root, (Answer Answer, double Confidence) own, GroundTruth? truth)
    {
        var alone = new Panel(new Markup(
            $"[bold]{Markup.Escape(task.FormatAnswer(own.Answer))}[/]\n"
            + $"[grey]{Probability(own.Confidence)}[/]{True(task, root.Question, own.Answer, truth)}"))
        {
            Header = new PanelHeader(" X alone "),
            Border = BoxBorder.Rounded,
            BorderStyle = new Style(Color.Grey),
            Padding = new Padding(1, 0),
            Width = AloneWidth(task, own.Answer, truth),
        };
        var amplified = new Panel(TreeOf(task, root, truth))
        {
            Header = new PanelHeader(" Amplify^H(X) "),
            Border = BoxBorder.Rounded,
            BorderStyle = new Style(Color.Grey),
            Padding = new Padding(1, 0),
        };
        console.MarkupLine($"[bold]{Markup.Escape(task.FormatQuestion(root.Question.Words))}[/] is");
        var grid = new Grid();
        grid.AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(1));
        grid.AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        grid.AddRow(alone, amplified);
        console.Write(grid);
    }

    /// <summary>The tree alone.</summary>
    /// <param name="task">Prints questions and answers.</param>
    /// <param name="root">The question that H took apart.</param>
    /// <param name="truth">The true answers, where they are to be shown.</param>
    public static Tree TreeOf(AlgorithmicTask task, QuestionNode root, GroundTruth? truth)
    {
        var tree = new Tree(new Markup(Line(task, root, truth))) { Guide = TreeGuide.Line, Style = new Style(Color.Grey) };
        Add(tree, task, root, truth);
        return tree;
    }

    /// <summary>Wide enough for the panel's heading, its answer and its verdict.</summary>
    private static int AloneWidth(AlgorithmicTask task, Answer answer, GroundTruth? truth) =>
        4 + Math.Max(truth is null ? 9 : 22, task.FormatAnswer(answer).Length);

    private static void Add(IHasTreeNodes parent, AlgorithmicTask task, QuestionNode node, GroundTruth? truth)
    {
        foreach (QuestionNode asked in node.SubQuestions)
            Add(parent.AddNode(new Markup(Line(task, asked, truth))), task, asked, truth);
    }

    private static string Line(AlgorithmicTask task, QuestionNode node, GroundTruth? truth)
    {
        string by = node.By switch
        {
            AnsweredBy.Facts => "from the facts",
            AnsweredBy.Form => "malformed",
            AnsweredBy.Overseer => node.SubQuestions.IsEmpty ? "H, at once" : "H, from:",
            _ when node.Confidence is { } confidence => $"X, {(node.Answer.IsUnknown ? "too unsure, " : "")}{Probability(confidence)}",
            _ => "the same question again",
        };
        return $"{Markup.Escape(task.FormatQuestion(node.Question.Words))} = [bold]{Markup.Escape(task.FormatAnswer(node.Answer))}[/]"
            + $"  [grey]{by}[/]{True(task, node.Question, node.Answer, truth)}";
    }

    private static string Probability(double confidence) => $"p {confidence.ToString("F2", CultureInfo.InvariantCulture)}";

    private static string True(AlgorithmicTask task, Question question, Answer answer, GroundTruth? truth)
    {
        if (truth is null)
            return "";
        return truth.Accepts(question.Words, answer)
            ? "  [green]right[/]"
            : $"  [red]wrong: {Markup.Escape(task.FormatAnswer(truth.Answer(question.Words)))}[/]";
    }
}
