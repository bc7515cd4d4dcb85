using System.CommandLine;
using Oversight.Methods;
using Oversight.Runs.Rounds;

namespace Oversight.Cli.Input;

/// <summary>Options of the command line that are settings by another spelling: <c>--steps 100</c> is <c>--set steps=100</c>.</summary>
internal static class SettingOptions
{
    /// <summary>Settings with what the command line says of some of them.</summary>
    /// <param name="options">Before.</param>
    /// <param name="input">The command line.</param>
    /// <param name="given">Options that are named like their settings.</param>
    /// <exception cref="BadInputException">A value is not allowed.</exception>
    public static TrainingOptions With(this TrainingOptions options, ParseResult input, params ReadOnlySpan<Option<string>> given)
    {
        foreach (Option<string> option in given)
        {
            if (input.GetValue(option) is not { } text)
                continue;
            options = BuiltInMethods.Schema.TrySet(options, option.Name.TrimStart('-'), text, out TrainingOptions? changed, out string? error)
                ? changed
                : throw new BadInputException("--" + error);
        }

        return options;
    }
}
