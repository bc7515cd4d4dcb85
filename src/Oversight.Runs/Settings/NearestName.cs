namespace Oversight.Runs.Settings;

/// <summary>Finds the name that someone who mistyped one may have meant.</summary>
public static class NearestName
{
    private const int LongestName = 100;
    private const int ShortestPart = 4;

    /// <summary>The name with the fewest edits away from what was given, or null if none is near.</summary>
    /// <param name="given">What was typed.</param>
    /// <param name="names">What exists.</param>
    public static string? Of(string given, IEnumerable<string> names)
    {
        string wanted = given.ToLowerInvariant();
        string? nearest = null;
        if (given.Length > LongestName)
            return null;
        int fewest = 1 + Math.Max(2, given.Length / 3);
        foreach (string name in names)
        {
            int edits = IsPartOf(wanted, name) ? 1 : FewestEdits(wanted, name.ToLowerInvariant());
            if (edits < fewest)
                (nearest, fewest) = (name, edits);
        }

        return nearest;
    }

    /// <summary>", did you mean 'X'?" or, where nothing is near, nothing.</summary>
    /// <param name="given">What was typed.</param>
    /// <param name="names">What exists.</param>
    public static string Hint(string given, IEnumerable<string> names) =>
        Of(given, names) is { } nearest ? $", did you mean '{nearest}'?" : ";";

    /// <summary>Whether what was typed is one of the parts of a name such as <c>assistant.width</c> or <c>permutation-powering</c>.</summary>
    private static bool IsPartOf(string wanted, string name) => PartsOf(name.ToLowerInvariant()).Contains(wanted);

    /// <summary>The edits to a name, or, for what has no parts itself and is not too short to tell, to one of its parts.</summary>
    private static int FewestEdits(string wanted, string name) =>
        wanted.Length < ShortestPart || PartsOf(wanted).Length > 1
            ? Edits(wanted, name)
            : PartsOf(name).Append(name).Min(part => Edits(wanted, part));

    private static string[] PartsOf(string name) => name.Split('.', ':', '-');

    /// <summary>The Levenshtein distance: how many letters must be put in, taken out or replaced.</summary>
    private static int Edits(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
