using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Oversight.Runs.Rounds;
using Oversight.Tasks;

namespace Oversight.Runs.Settings;

/// <summary>
/// The settings of <see cref="TrainingOptions"/> by name, read off its properties and those that methods bring: what there is, what is allowed, and how
/// <c>name=value</c> is applied. What is wrong comes back as one line, never as an exception. Immutable.
/// </summary>
public sealed class SettingsSchema
{
    /// <summary>The setting that stands for many: see <see cref="Recipes"/>.</summary>
    public const string RecipeName = "recipe";

    private readonly ImmutableDictionary<string, Setting> _byPath;
    private readonly ImmutableHashSet<string> _groups;

    /// <summary>The settings of every run and of the methods in a catalogue.</summary>
    /// <param name="methods">The methods.</param>
    public SettingsSchema(MethodCatalog methods)
    {
        Methods = methods;
        Setting[] all =
        [
            .. Read("", new TrainingOptions { Task = "", Preset = "", Method = methods.Usual }),
            .. methods.All.Select(method => method.Options).OfType<IMethodOptions>().SelectMany(own => Read(own.Group + ".", own)),
        ];
        _byPath = all.ToImmutableDictionary(setting => setting.Path);
        Settings = [.. all.Where(setting => !setting.IsCommandOption)];
        _groups = [.. Settings.Select(setting => setting.Group)];
    }

    /// <summary>The methods there are.</summary>
    public MethodCatalog Methods { get; }

    /// <summary>The settings that <c>--set</c> takes, in the order of the options.</summary>
    public ImmutableArray<Setting> Settings { get; }

    /// <summary>The setting of a name, or null.</summary>
    /// <param name="path">Its name.</param>
    public Setting? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>Whether a name is that of a group of settings.</summary>
    /// <param name="path">The name.</param>
    public bool IsGroup(string path) => _groups.Contains(path);

    /// <summary>Whether a method reads a setting.</summary>
    /// <param name="method">The method.</param>
    /// <param name="setting">The setting.</param>
    public bool IsRead(LearningMethod method, Setting setting) => setting.Group == method.Options?.Group
        || (!IsOfMethods(setting.Group) && method.Reads(setting.Group, setting.Name));

    /// <summary>The methods that train on a task, in their order.</summary>
    /// <param name="task">The task's name.</param>
    /// <param name="preset">The size.</param>
    public IEnumerable<LearningMethod> MethodsFor(string task, TaskPreset preset) =>
        Methods.All.Where(method => OptionsProblem.OfTask(Presets.Create(task, preset, method)) is null);

    /// <summary>Applies settings in order; a recipe first, wherever it stands. Settings of another method are checked, and change nothing.</summary>
    /// <param name="options">The options before.</param>
    /// <param name="assignments">Each <c>name=value</c>.</param>
    /// <param name="changed">The options after.</param>
    /// <param name="error">What is wrong, one line.</param>
    public bool TryApply(
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

        return TryRead(json, out changed, out error);
    }

    /// <summary>Sets what is an option of the command itself: <c>seed</c>, <c>steps</c>, <c>until</c> or <c>minutes</c>.</summary>
    /// <param name="options">The options before.</param>
    /// <param name="name">The option's name.</param>
    /// <param name="text">Its value as typed.</param>
    /// <param name="changed">The options after.</param>
    /// <param name="error">What is wrong, one line.</param>
    public bool TrySet(
        TrainingOptions options, string name, string text, [NotNullWhen(true)] out TrainingOptions? changed, [NotNullWhen(false)] out string? error)
    {
        changed = null;
        Setting setting = Find(name) ?? throw new ArgumentException($"There is no option '{name}'.", nameof(name));
        if (!setting.TryParse(text, out JsonNode? value, out error))
            return false;
        JsonObject json = OptionsJson.Write(options);
        json[name] = value;
        return TryRead(json, out changed, out error);
    }

    /// <summary>Reads options; what is not there has its usual value. Every name and value is checked, unknown names are refused.</summary>
    /// <param name="json">As <see cref="OptionsJson.Write"/> makes it.</param>
    /// <param name="options">The options.</param>
    /// <param name="error">What is wrong and where, one line.</param>
    public bool TryRead(JsonObject json, [NotNullWhen(true)] out TrainingOptions? options, [NotNullWhen(false)] out string? error)
    {
        options = null;
        error = FirstProblem(json, "");
        if (error is not null)
            return false;
        try
        {
            options = OptionsJson.Read(json, MethodIn(json));
            error = OptionsProblem.Of(options);
        }
        catch (JsonException exception)
        {
            error = exception.Message.ReplaceLineEndings(" ");
        }

        return error is null;
    }

    /// <summary>The value that some options have for a setting; the usual one where their method does not have it.</summary>
    /// <param name="options">The options.</param>
    /// <param name="setting">The setting.</param>
    public static JsonNode ValueOf(TrainingOptions options, Setting setting) =>
        OptionsJson.Write(options)[setting.Group]?[setting.Name]?.DeepClone() ?? setting.DefaultNode;

    /// <summary>The settings of an object, by its properties.</summary>
    /// <param name="prefix">What stands before their names.</param>
    /// <param name="options">The object, with the usual values.</param>
    internal static IEnumerable<Setting> Read(string prefix, object options)
    {
        foreach (PropertyInfo property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsSetting))
        {
            string path = prefix + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            bool isGroup = property.PropertyType is { IsClass: true } type && type != typeof(string) && type != typeof(LearningMethod);
            object? value = property.GetValue(options);
            foreach (Setting setting in isGroup ? Read(path + ".", value!) : [new Setting(path, property, value)])
                yield return setting;
        }
    }

    /// <summary>Replaces one value, where the options have it.</summary>
    internal static void Set(JsonObject json, Setting setting, JsonNode value)
    {
        if (json[setting.Group] is JsonObject group)
            group[setting.Name] = value;
    }

    private static bool IsSetting(PropertyInfo property) => property.PropertyType != typeof(IMethodOptions) && property.CanWrite;

    private static string NameIn(string assignment) => assignment.Split('=', 2)[0];

    private bool IsOfMethods(string group) => Methods.All.Any(method => method.Options?.Group == group);

    private LearningMethod MethodIn(JsonObject json) => Methods.Find(json["method"]?.ToString() ?? "") ?? Methods.Usual;

    private string? Apply(JsonObject json, string assignment)
    {
        string name = NameIn(assignment);
        if (name.Length == assignment.Length)
            return "name=value is allowed, for example assistant.width=64";
        string text = assignment[(name.Length + 1)..];
        if (name == RecipeName)
            return Recipes.Apply(this, json, text);
        if (Find(name) is not { } setting)
            return UnknownName(name);
        if (setting.IsCommandOption)
            return $"'{name}' is not set this way but by the command itself: {(name == "task" ? "oversight train <task>" : $"--{name} {Setting.Shorten(text)}")}";
        if (!setting.TryParse(text, out JsonNode? value, out string? error))
            return error;
        Set(json, setting, value);
        return null;
    }

    private string? FirstProblem(JsonObject json, string prefix)
    {
        foreach ((string name, JsonNode? value) in json)
        {
            string path = prefix + name;
            string? problem = value is JsonObject group && IsGroup(path)
                ? FirstProblem(group, path + ".")
                : ProblemOf(path, value);
            if (problem is not null)
                return problem;
        }

        return null;
    }

    private string? ProblemOf(string path, JsonNode? value)
    {
        if (IsGroup(path))
            return $"{path} must be a group of settings";
        if (Find(path) is not { } setting)
            return UnknownName(path);
        if (path == "method")
            return Methods.Find(value?.ToString() ?? "") is null ? UnknownMethod(value) : null;
        return setting.TryParse(value, out string? problem) ? null : problem;
    }

    private string UnknownMethod(JsonNode? value) =>
        $"method is '{Setting.Shorten(value?.ToString() ?? "null")}'; allowed is {string.Join(" or ", Methods.Names)}";

    /// <summary>That there is no such setting, and which one may have been meant.</summary>
    private string UnknownName(string path)
    {
        IEnumerable<string> names = Settings.Select(setting => setting.Path).Append(RecipeName);
        return $"there is no setting '{Setting.Shorten(path)}'{NearestName.Hint(path, names)} 'oversight settings' lists them all";
    }
}
