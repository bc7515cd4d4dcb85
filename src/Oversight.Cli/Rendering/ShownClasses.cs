using Oversight.Tasks;

namespace Oversight.Cli.Rendering;

/// <summary>The classes of questions to show where a task has too many for a screen: evenly spread from the easiest to the deepest.</summary>
internal sealed class ShownClasses
{
    private readonly int _all;

    /// <summary>Chooses.</summary>
    /// <param name="task">The task.</param>
    /// <param name="most">How many fit.</param>
    public ShownClasses(AlgorithmicTask task, int most)
    {
        _all = task.Classes.Length;
        int count = Math.Min(_all, most);
        Labels = [.. Enumerable.Range(0, count).Select(i => task.Classes[count == 1 ? _all - 1 : i * (_all - 1) / (count - 1)])];
    }

    /// <summary>The labels, easiest first.</summary>
    public string[] Labels { get; }

    /// <summary>What to say about those left out; nothing if there are none.</summary>
    public string Note => Labels.Length == _all ? "" : $" ({Labels.Length} of {_all} classes shown)";
}
