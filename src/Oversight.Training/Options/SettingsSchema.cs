using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Oversight.Training.Options;

/// <summary>
/// The settings of <see cref="TrainingOptions"/> by name, read off its properties: what there is, what is allowed, and how
/// <c>name=value</c> is applied. What is wrong comes back as one line, never as an exception.
/// </summary>
public static class SettingsSchema
{
    /// <summary>The setting that stands for many: see <see cref="Recipes"/>.</summary>
    public const string RecipeName = "recipe";

    private static readonly TrainingOptions Usual = new() { Task = "", Preset = "" };
    private static readonly ImmutableArray<Setting> All = [.. Read("", Usual)];
    private static readonly ImmutableHashSet<string> Groups = [.. All.Where(setting => !setting.IsCommandOption).Select(GroupOf)];

    /// <summary>The settings that <c>--set</c> takes, in the order of the options.</summary>
    public static ImmutableArray<Setting> Settings { get; } = [.. All.Where(setting => !setting.IsCommandOption)];

    /// <summary>Applies settings in order; a recipe first, wherever it stands.</summary>
    /// <param name="options">The options before.</param>
    /// <param name="assignments">Each <c>name=value</c>.</param>
    /// <param name="changed">The options after.</param>
    /// <param name="error">What is wrong, one line.</param>
    public static bool TryApply(
        TrainingOptions options,
        IEnumerable<string> assignments,
        [NotNullWhen(true)] out TrainingOptions? changed,
        [NotNullWhen(false)] out string? error)
    {
        changed = null;
        JsonObject json = OptionsJson.Write(options);
        foreach (string assignment in assignments.OrderBy(assignment => NameIn(assignment) == RecipeName ? 0 : 1))
        {
            error = Apply(json, assignment);
            if (error is not null)
            {
                error = $"--set {Setting.Shorten(assignment)}: {error}";
                return false;
            }
        }

        return OptionsJson.TryRead(json, out changed, out error);
    }

    /// <summary>Sets what is an option of the command itself: <c>seed</c>, <c>steps</c>, <c>until</c> or <c>minutes</c>.</summary>
    /// <param name="options">The options before.</param>
    /// <param name="name">The option's name.</param>
    /// <param name="text">Its value as typed.</param>
    /// <param name="changed">The options after.</param>
    /// <param name="error">What is wrong, one line.</param>
    public static bool TrySet(
        TrainingOptions options, string name, string text, [NotNullWhen(true)] out TrainingOptions? changed, [NotNullWhen(false)] out string? error)
    {
        changed = null;
        Setting setting = Find(name) ?? throw new ArgumentException($"There is no option '{name}'.", nameof(name));
        if (!setting.TryParse(text, out JsonNode? value, out error))
            return false;
        JsonObject json = OptionsJson.Write(options);
        json[name] = value;
        return OptionsJson.TryRead(json, out changed, out error);
    }

    /// <summary>The value that some options have for a setting.</summary>
    /// <param name="options">The options.</param>
    /// <param name="setting">The setting.</param>
    public static string ValueOf(TrainingOptions options, Setting setting)
    {
        string[] parts = setting.Path.Split('.');
        return OptionsJson.Write(options)[parts[0]]![parts[1]]!.ToString();
    }

    /// <summary>A value that stands in JSON as a person types it; nothing where none stands.</summary>
    /// <param name="path">The setting's name.</param>
    /// <param name="value">The value.</param>
    internal static string Show(string path, JsonNode? value) => value is null ? "" : Find(path)?.Show(value) ?? value.ToString();

    /// <summary>What is wrong with options whose values are each allowed but do not go together; null if nothing is.</summary>
    /// <param name="options">The options.</param>
    internal static string? ProblemOf(TrainingOptions options)
    {
        if (options.HumanModel.Width % options.HumanModel.Heads != 0)
            return $"humanModel.width is {options.HumanModel.Width}; it must be a multiple of humanModel.heads, which is {options.HumanModel.Heads}";
        if (options.Assistant.Network == "published" && options.Assistant.Width % options.Assistant.Heads != 0)
            return $"assistant.width is {options.Assistant.Width}; it must be a multiple of assistant.heads, which is {options.Assistant.Heads}";
        if (options.Assistant.Enough < 1 && options.Amplify.AbstainBelow >= options.Assistant.Enough)
            return $"amplify.abstainBelow is {Setting.Format(options.Amplify.AbstainBelow)}; it must be below assistant.enough, which is {Setting.Format(options.Assistant.Enough)}, or X abstains from what it has learned";
        int heads = options.Assistant.Heads;
        if (options is { Assistant.Network: "published", Method: TrainingMethod.WeakToStrong } && options.Weak.Width % heads != 0)
            return $"weak.width is {options.Weak.Width}; it must be a multiple of assistant.heads, which is {heads}";
        return TrainingMethods.ProblemOfCounts(options) ?? TrainingMethods.ProblemOf(options);
    }

    /// <summary>The setting of a name, or null.</summary>
    /// <param name="path">Its name.</param>
    public static Setting? Find(string path) => All.FirstOrDefault(setting => setting.Path == path);

    /// <summary>Whether a name is that of a group of settings.</summary>
    /// <param name="path">The name.</param>
    public static bool IsGroup(string path) => Groups.Contains(path);

    /// <summary>That there is no such setting, and which one may have been meant.</summary>
    /// <param name="path">The name that was given.</param>
    internal static string UnknownName(string path)
    {
        IEnumerable<string> names = Settings.Select(setting => setting.Path).Append(RecipeName);
        return $"there is no setting '{Setting.Shorten(path)}'{NearestName.Hint(path, names)} 'oversight settings' lists them all";
    }

    private static string? Apply(JsonObject json, string assignment)
    {
        string name = NameIn(assignment);
        if (name.Length == assignment.Length)
            return "name=value is allowed, for example assistant.width=64";
        string text = assignment[(name.Length + 1)..];
        if (name == RecipeName)
            return Recipes.Apply(json, text);
        if (Find(name) is not { } setting)
            return UnknownName(name);
        if (setting.IsCommandOption)
            return $"'{name}' is not set this way but by the command itself: {(name == "task" ? "oversight train <task>" : $"--{name} {Setting.Shorten(text)}")}";
        if (!setting.TryParse(text, out JsonNode? value, out string? error))
            return error;
        Set(json, name, value);
        return null;
    }

    /// <summary>Replaces one value.</summary>
    internal static void Set(JsonObject json, string path, JsonNode value)
    {
        string[] parts = path.Split('.');
        json[parts[0]]![parts[1]] = value;
    }

    private static string NameIn(string assignment) => assignment.Split('=', 2)[0];

    private static string GroupOf(Setting setting) => setting.Path.Split('.')[0];

    private static IEnumerable<Setting> Read(string prefix, object options)
    {
        foreach (PropertyInfo property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            string path = prefix + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            bool isGroup = property.PropertyType is { IsClass: true } type && type != typeof(string);
            object? value = property.GetValue(options);
            foreach (Setting setting in isGroup ? Read(path + ".", value!) : [new Setting(path, property, value)])
                yield return setting;
        }
    }
}
