using System.Text;
using Oversight.Methods;
using Oversight.Runs.Settings;

namespace Oversight.Training.Tests.Options;

/// <summary>The page of settings says what the program takes. OVERSIGHT_WRITE_DOCS=1 writes it anew.</summary>
public sealed class SettingsPageTests
{
    [Fact]
    public void Page_OfSettings_IsWhatTheProgramTakes()
    {
        string file = Path.Combine(Repository(), "docs", "settings.md");
        string page = Page();
        if (Environment.GetEnvironmentVariable("OVERSIGHT_WRITE_DOCS") is not null)
            File.WriteAllText(file, page);
        Assert.Equal(page, File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    private static string Page()
    {
        var page = new StringBuilder();
        page.Append("# Settings\n\n");
        page.Append("What `oversight train --set name=value` takes and what stands under `options` in a run's `config.json`, where a dot is a group.\n");
        page.Append("`oversight settings` prints the same with the values of a preset. A file is given back with `oversight train --config run/config.json`;\n");
        page.Append("an option that says otherwise is refused, as are unknown and repeated names, values of another type and values out of range.\n");
        page.Append("`task`, `preset`, `method`, `seed`, `steps`, `until` and `minutes` are options of the command itself and stand beside the groups.\n");
        page.Append("A limit means the same for every method, is reached exactly and never passed. `steps` counts batches that X is\n");
        page.Append("given in the method proper; what prepares it (H' learning to imitate H, pretraining, a weak supervisor's lessons) is\n");
        page.Append("counted apart, as `preparingSteps` and `preparingRounds`. `minutes` is looked at after each round, preparing rounds\n");
        page.Append("included, and a round that has begun is finished. `human.queries` ends a run whose every target takes some, with a\n");
        page.Append("last batch of what is left; other methods go on without H. A run that ended so is not resumed with more, for its\n");
        page.Append("last batch was cut: train again.\n");
        page.Append("A run is resumed with the settings that it was begun with; only `steps`, `until`, `minutes` and `checkpoint.seconds` may change.\n\n");
        page.Append("This page is generated: `OVERSIGHT_WRITE_DOCS=1 dotnet test test/Oversight.Training.Tests --filter SettingsPage`.\n\n");
        page.Append("| setting | default | allowed | what it does |\n|---|---|---|---|\n");
        foreach (Setting setting in BuiltInMethods.Schema.Settings)
            page.Append($"| `{setting.Path}` | {setting.Default} | {setting.Allowed} | {setting.Description} |\n");
        page.Append("\nPresets change some defaults. Recipes set several at once:\n\n");
        foreach ((string name, var settings) in Recipes.ByName.Where(recipe => recipe.Value.Length > 0))
            page.Append($"- `recipe={name}`: {string.Join(", ", settings.Select(setting => $"`{setting.Path}={setting.Value}`"))}\n");
        return page.ToString();
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Oversight.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run inside the repository, below Oversight.slnx.");
    }
}
