using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Oversight.Cli.Commands;
using Oversight.Cli.Input;
using Oversight.Cli.Rendering;
using Oversight.Reports.Comparisons;
using Oversight.Runs.Settings;

namespace Oversight.Cli;

/// <summary>The command line: its commands, and how what goes wrong is said.</summary>
internal static class CommandLine
{
    /// <summary>Parses and runs.</summary>
    /// <param name="args">As the system hands them over.</param>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args)
    {
        var root = new RootCommand("Oversight: train an assistant X by Iterated Amplification, without labels and without rewards.")
        {
            TrainCommand.Create(),
            ResumeCommand.Create(),
            EvalCommand.Create(),
            CompareCommand.Create(),
            ReportCommand.Create(),
            AskCommand.Create(),
            DebateCommand.Create(),
            TasksCommand.Create(),
            SettingsCommand.Create(),
            BenchCommand.Create(),
        };
        foreach (Command study in StudyCommand.CreateAll())
            root.Subcommands.Add(study);
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
            ((HelpAction)help.Action!).MaxWidth = Terminal.MaxWidth;
        // A question may begin with any letter, so no argument names a file of arguments.
        var configuration = new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false };
        ParseResult result = root.Parse(args.Length == 0 ? ["--help"] : args, configuration);
        if (result.Errors.Count > 0 && result.Action is not HelpAction)
            return Refuse(Explain(result));
        try
        {
            return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (BadInputException exception)
        {
            return Refuse(exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"oversight: {PlainText.Of(exception.Message)}");
            return ExitCode.Failure;
        }
#pragma warning disable CA1031 // The last word before the program ends: a defect is shown whole, with the exit code of a failure.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Console.Error.WriteLine($"oversight: this should not have happened; please report it. {exception}");
            return ExitCode.Failure;
        }
    }

    private static int Refuse(string line)
    {
        Console.Error.WriteLine($"oversight: {PlainText.Of(line)}");
        return ExitCode.BadInput;
    }

    private static string Explain(ParseResult result)
    {
        Command command = result.CommandResult.Command;
        string[] commands = [.. command.Subcommands.Select(sub => sub.Name)];
        string help = $"'oversight{NameOf(result.CommandResult)} --help' shows how";
        if (result.UnmatchedTokens.Count == 0)
            return commands.Length > 0 && command.Action is null
                ? $"a command is missing; there are {string.Join(", ", commands)}"
                : $"{result.Errors[0].Message.ReplaceLineEndings(" ").TrimEnd('.')}; {help}";
        string token = result.UnmatchedTokens[0];
        if (token.StartsWith('-'))
            return $"there is no option '{token}'{NearestName.Hint(token, command.Options.Select(option => option.Name))} {help}";
        return commands.Length > 0
            ? $"there is no command '{token}'{NearestName.Hint(token, commands)} there are {string.Join(", ", commands)}"
            : $"'{token}' is one argument too many; {help}";
    }

    private static string NameOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{NameOf(parent)} {command.Command.Name}" : "";
}
