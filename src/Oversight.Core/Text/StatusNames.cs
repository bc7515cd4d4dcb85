using System.Diagnostics.CodeAnalysis;

namespace Oversight.Core.Text;

/// <summary>How the ends of answers are named in files.</summary>
internal static class StatusNames
{
    private static readonly AnswerStatus[] All = Enum.GetValues<AnswerStatus>();

    public static string Of(AnswerStatus status) => status.ToString().ToLowerInvariant();

    public static bool TryRead(string name, [NotNullWhen(true)] out AnswerStatus? status)
    {
        int index = Array.FindIndex(All, candidate => Of(candidate) == name);
        status = index < 0 ? null : All[index];
        return index >= 0;
    }

    public static string Choices => string.Join(", ", All.Select(Of));
}
