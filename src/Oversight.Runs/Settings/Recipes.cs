using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Oversight.Runs.Settings;

/// <summary>Settings that go together under one name: <c>--set recipe=faithful</c>.</summary>
public static class Recipes
{
    /// <summary>The recipes: what each one sets, by name.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<(string Path, string Value)>> ByName { get; } =
        ImmutableSortedDictionary<string, ImmutableArray<(string, string)>>.Empty
            .Add("default", [])
            .Add("faithful", Faithful);

    /// <summary>
    /// The paper to the letter: sampled sub-answers, no abstaining, a slow teacher, growing instances, a replay buffer, X learning from the first step.
    /// </summary>
    private static ImmutableArray<(string Path, string Value)> Faithful =>
    [
        ("amplify.abstainBelow", "0"),
        ("amplify.unknownWeight", "1"),
        ("amplify.sample", "true"),
        ("teacher.horizon", "1000"),
        ("curriculum.grow", "true"),
        ("human.guesses", "0"),
        ("humanModel.readyBelow", "1000"),
        ("replay.batches", "50"),
        ("replay.stepsPerRound", "4"),
    ];

    /// <summary>Applies a recipe.</summary>
    /// <param name="schema">The settings there are.</param>
    /// <param name="json">The options; changed.</param>
    /// <param name="name">The recipe's name.</param>
    /// <returns>What is wrong, or null.</returns>
    internal static string? Apply(SettingsSchema schema, JsonObject json, string name)
    {
        if (!ByName.TryGetValue(name, out ImmutableArray<(string Path, string Value)> settings))
            return $"there is no recipe '{Setting.Shorten(name)}'{NearestName.Hint(name, ByName.Keys)} allowed is {string.Join(" or ", ByName.Keys)}";
        foreach ((string path, string text) in settings)
        {
            Setting setting = schema.Find(path)!;
            if (!setting.TryParse(text, out JsonNode? value, out string? error))
                throw new InvalidOperationException($"The recipe '{name}' is wrong: {error}.");
            SettingsSchema.Set(json, setting, value);
        }

        return null;
    }
}
