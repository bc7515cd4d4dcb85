using System.Globalization;
using Oversight.Methods;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Tasks;

namespace Oversight.Cli.Input;

/// <summary>Reads names and numbers of the command line; what is wrong is said in one line.</summary>
internal static class Names
{
    private const int MostRepeated = 60;

    /// <summary>The presets, smallest first.</summary>
    public static string[] Presets { get; } = [.. Enum.GetValues<TaskPreset>().Select(preset => Setting.Format(preset))];

    /// <summary>The methods.</summary>
    public static string[] Methods { get; } = [.. BuiltInMethods.All.Names];

    /// <summary>The name of a task that exists.</summary>
    public static string Task(string given)
    {
        string[] names = [.. TaskCatalog.Variants.Select(variant => variant.Name)];
        return names.Contains(given) ? given : throw Unknown("task", given, names, "; 'oversight tasks' lists them");
    }

    /// <summary>A preset.</summary>
    public static TaskPreset Preset(string given) =>
        Presets.Contains(given) ? Enum.Parse<TaskPreset>(given, ignoreCase: true) : throw Unknown("preset", given, Presets, "");

    /// <summary>A method.</summary>
    public static LearningMethod Method(string given) => BuiltInMethods.All.Find(given) ?? throw Unknown("method", given, Methods, "");

    /// <summary>A whole number.</summary>
    /// <param name="option">The option that it is for.</param>
    /// <param name="given">As typed.</param>
    /// <param name="low">The smallest allowed.</param>
    /// <param name="high">The largest allowed.</param>
    public static long Whole(string option, string given, long low, long high) =>
        long.TryParse(given, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && number >= low && number <= high
            ? number
            : throw new BadInputException($"{option} is '{given}'; allowed is a whole number from {low} to {high}");

    /// <summary>One of some words.</summary>
    /// <param name="option">The option that it is for.</param>
    /// <param name="given">As typed.</param>
    /// <param name="words">The words.</param>
    public static string Choice(string option, string given, string[] words) =>
        words.Contains(given)
            ? given
            : throw new BadInputException($"{option} is '{given}'{NearestName.Hint(given, words)} there are {string.Join(", ", words)}");

    /// <summary>One of the values of an enumeration, in small letters.</summary>
    /// <param name="option">The option that it is for.</param>
    /// <param name="given">As typed.</param>
    /// <param name="values">The values.</param>
    /// <typeparam name="T">The enumeration.</typeparam>
    public static T Choice<T>(string option, string given, T[] values)
        where T : struct, Enum
    {
        string[] words = [.. values.Select(value => Setting.Format(value))];
        return values[Array.IndexOf(words, Choice(option, given, words))];
    }

    /// <summary>What was given, as it is repeated in a message: of no great length.</summary>
    /// <param name="given">As typed.</param>
    public static string Shorten(string given) => given.Length <= MostRepeated ? given : given[..MostRepeated] + "...";

    private static BadInputException Unknown(string kind, string given, string[] names, string more) =>
        new($"there is no {kind} '{given}'{NearestName.Hint(given, names)} there are {string.Join(", ", names)}{more}");
}
