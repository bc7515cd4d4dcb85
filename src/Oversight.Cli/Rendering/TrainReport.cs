using System.Globalization;
using Oversight.Runs.Evaluation;
using Oversight.Runs.Folders;
using Oversight.Runs.Rounds;
using Spectre.Console;

namespace Oversight.Cli.Rendering;

/// <summary>What a person reads when a run has ended.</summary>
internal sealed class TrainReport(IAnsiConsole console, RunSummary summary, string folder, string exampleQuestion)
{
    private const int MaxClasses = 16;

    private RunResult Result => summary.Result;

    private ShownClasses Shown { get; } = new(summary.Task, MaxClasses);

    private MeasuredStep Final => Result.Final;

    private TrainingOptions Options => Result.Options;

    /// <summary>Prints what came of it.</summary>
    public void Write()
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{Markup.Escape(Figures.Title(Options))}[/]");
        console.MarkupLine(Learned());
        console.MarkupLine(Cost());
        console.WriteLine();
        Table().Write(console);
        console.MarkupLine(
            $"[grey]Accuracy on {Final.Judged?.Count ?? Options.Evaluation.FinalContexts} held-out contexts that training never drew{Shown.Note}. "
            + $"{Order()}The student is X as trained, the teacher its average over the last steps: the X to ask.[/]");
        if (Final.Judged?.Note is { Length: > 0 } note)
            console.MarkupLine($"[yellow]{Markup.Escape(note)}[/]");
        if (Mixed is { } mixed)
            console.MarkupLine($"[yellow]{Markup.Escape(mixed)}[/]");
        console.WriteLine();
    }

    /// <summary>Prints what to do next; only where the folder holds all of the run.</summary>
    public void WriteNext()
    {
        console.MarkupLine($"Everything is in [bold]{Markup.Escape(folder)}[/]");
        console.MarkupLine($"Try  [bold]{Program} ask {Quote(folder)} \"{Markup.Escape(exampleQuestion)}\"[/]");
        console.MarkupLine($"     [bold]{Program} eval {Quote(folder)}[/]");
        if (GoingOn.CommandFor(Result, folder) is { } command)
            console.MarkupLine($"Go on with  [bold]{Markup.Escape(command)}[/]");
        if (GoingOn.WithMoreQueries(Result) is { } again)
        {
            console.MarkupLine("The last batch was cut to the queries that were left; with more of them it is another run:");
            console.MarkupLine($"     [bold]{Markup.Escape(again)}[/]");
        }
    }

    /// <summary>What the reader typed to get here: the launcher says.</summary>
    private static string Program => Markup.Escape(GoingOn.Program);

    private string Learned()
    {
        string verdict = Result.Stopped switch
        {
            StopReason.Target when Final.Teacher.Reaches(Options.Until) => "The target is reached",
            StopReason.Target => $"The target of {Figures.Percent(Options.Until)} was reached while training and again on fresh contexts, but not on the final ones",
            StopReason.Steps => "The steps are used up",
            StopReason.Minutes => "The minutes are used up",
            StopReason.Queries => "The human queries are used up",
            StopReason.Interrupted => "Interrupted",
            _ => "[red]Training diverged: the loss is no longer a number[/]",
        };
        double share = Final.Teacher.Overall.Share;
        return $"{verdict}: X's teacher answers [{Figures.Colour(share)} bold]{Figures.Percent(share)}[/] of questions right on its own, "
            + $"{Figures.Percent(Final.Amplified.Overall.Share)} with the help of {Amplifier}; "
            + $"the student {Figures.Percent(Final.Student.Overall.Share)}.{Beside}";
    }

    /// <summary>That parts of the run were computed on different vector paths; null if they were not.</summary>
    private string? Mixed => summary.VectorWidths.Length > 1
        ? $"Computed with {OtherVectors.Named(summary.VectorWidths)}: {OtherVectors.Consequence}."
        : null;

    /// <summary>What there is to say of whoever taught X.</summary>
    private string Beside =>
        OtherTeacher is { } teacher && Final.Others.TryGetValue(teacher.Key, out EvaluationResult? other)
            ? $" Its {teacher.Name} is right {Figures.Percent(other.Overall.Share)} of the time."
            : Final.Drift is { } drift ? $" H' takes {Figures.Percent(1 - drift)} of questions apart as H would." : "";

    private OtherTeacher? OtherTeacher => Options.Method.Words.Teacher;

    private string Amplifier => Options.Method.ImitatesHuman ? "H'" : "H";

    private string Cost()
    {
        string source = string.Join(
            " and ",
            Options.Method.Words.Prices(Final.Ledger).Select(price => $"[bold]{Figures.Count(price.Count)}[/] {Markup.Escape(price.What)}"));
        return $"It learned from {source}, in [bold]{Figures.Duration(Result.Seconds)}[/]: "
            + string.Create(CultureInfo.InvariantCulture, $"{Count(Final.Step, "step")} at {summary.StepsPerSecond:F1} a second.{Preparing()}");
    }

    /// <summary>What went on before the method proper: it is not among the steps.</summary>
    private string Preparing()
    {
        if (Final.PreparingRounds == 0)
            return "";
        string[] steps =
        [
            .. Final.Ledger.PreparingSteps > 0 ? (string[])[$"{Count(Final.Ledger.PreparingSteps, "step")} of X"] : [],
            .. OtherTeacher is null ? [] : (string[])[$"{Count(Final.Ledger.HumanModelSteps, "step")} of its {OtherTeacher.Name}"],
        ];
        string with = steps.Length == 0 ? "" : $", with {string.Join(" and ", steps)}";
        return $" Preparing had taken {Count(Final.PreparingRounds, "round")}{with}.";
    }

    private static string Count(long count, string thing) => $"{Figures.Count(count)} {thing}{(count == 1 ? "" : "s")}";

    private FigureTable Table()
    {
        var table = new FigureTable();
        table.AddColumn("questions", Justify.Left);
        foreach (string heading in (string[])["student", "teacher", "Amplify", "Amplify knew it", "teacher knew it"])
            table.AddColumn(heading);
        foreach (string label in Shown.Labels.Where(Final.Teacher.ByClass.ContainsKey))
        {
            Milestone? milestone = Result.Milestones.FirstOrDefault(milestone => milestone.Class == label);
            table.AddRow(
                Markup.Escape(label),
                Figures.ColouredShare(Final.Student.ByClass[label].Share),
                Figures.ColouredShare(Final.Teacher.ByClass[label].Share),
                Figures.ColouredShare(Final.Amplified.ByClass[label].Share),
                Step(milestone?.AmplifiedStep),
                Step(milestone?.TeacherStep));
        }

        table.AddRow(
            "[bold]overall[/]",
            Figures.ColouredShare(Final.Student.Overall.Share),
            Figures.ColouredShare(Final.Teacher.Overall.Share),
            Figures.ColouredShare(Final.Amplified.Overall.Share),
            "",
            "");
        return table;
    }

    /// <summary>Whether Amplify was there before the teacher in every class that both learned, as the method predicts.</summary>
    private string Order()
    {
        Milestone[] both = [.. Result.Milestones.Where(milestone => milestone is { AmplifiedStep: not null, TeacherStep: not null })];
        if (both.Length == 0 || Options.Method.LearnsTruth)
            return "";
        int first = both.Count(milestone => milestone.AmplifiedStep <= milestone.TeacherStep);
        return $"\"Knew it\": first right nine times in ten; Amplify no later than the teacher in {first} of {both.Length} classes. ";
    }

    private static string Step(int? step) => step is { } known ? $"step {Figures.Count(known)}" : "[grey]-[/]";

    private static string Quote(string path) => Markup.Escape(path.Contains(' ') ? $"\"{path}\"" : path);
}
