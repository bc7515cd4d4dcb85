using System.CommandLine;
using Oversight.Cli.Input;
using Oversight.Cli.Rendering;
using Oversight.Tasks.Conformance;

namespace Oversight.Cli.Commands;

/// <summary><c>oversight tasks verify</c>: checks facts, truth, classes and H against recorded behaviour in the fixtures' format.</summary>
internal sealed class TasksVerifyCommand
{
    private readonly Argument<string[]> _files = new("file")
    {
        Description = "fixture files, one JSON object a line",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var verify = new TasksVerifyCommand();
        var command = new Command("verify", "Check this implementation against recorded behaviour.") { verify._files };
        command.SetAction(verify.Run);
        return command;
    }

    private int Run(ParseResult input)
    {
        int unexpected = 0;
        foreach (string path in input.GetRequiredValue(_files))
        {
            FixtureReport report = Verify(path);
            Terminal.Output().Profile.Out.Writer.WriteLine($"{path}\n{report}");
            unexpected += report.Differences.Length;
        }

        return unexpected == 0 ? ExitCode.Fine : ExitCode.Failure;
    }

    private static FixtureReport Verify(string path)
    {
        if (!File.Exists(path))
            throw new BadInputException($"there is no file '{path}'; give fixture files");
        try
        {
            using StreamReader text = File.OpenText(path);
            return FixtureVerifier.Verify(FixtureReader.Read(text, path));
        }
        catch (FixtureFormatException exception)
        {
            throw new BadInputException(exception.Message.ReplaceLineEndings(" "));
        }
    }
}
