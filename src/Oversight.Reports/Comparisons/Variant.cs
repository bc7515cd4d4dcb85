using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Oversight.Reports.Comparisons;

/// <summary>Settings under a name, to be compared with others.</summary>
/// <param name="Name">The name; empty for no variant.</param>
/// <param name="Settings">Each <c>name=value</c>.</param>
public sealed record Variant(string Name, ImmutableArray<string> Settings)
{
    /// <summary>No variant.</summary>
    public static Variant None { get; } = new("", []);

    /// <summary>The name as it stands in folder names: letters and digits, with dashes between.</summary>
    public string Slug => string.Join('-', Words(Name));

    /// <summary>Reads <c>name: setting=value setting=value</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="variant">The variant.</param>
    /// <param name="error">What is wrong, one line.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out Variant? variant, [NotNullWhen(false)] out string? error)
    {
        variant = null;
        string[] parts = text.Split(':', 2);
        if (parts.Length < 2 || Words(parts[0]).Length == 0)
        {
            error = $"--variant is '{text}'; allowed is a name, a colon and settings, for example \"no prior: assistant.prior=false\"";
            return false;
        }

        if (PlainText.Of(parts[0]) != parts[0])
        {
            error = $"the name in --variant '{PlainText.Of(text)}' holds characters that cannot be shown; "
                + "allowed are letters, digits, spaces and signs";
            return false;
        }

        variant = new Variant(parts[0].Trim(), [.. parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        error = null;
        return true;
    }

    private static string[] Words(string name) =>
        new string([.. name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
