using System.Globalization;
using System.Text.RegularExpressions;

namespace Oversight.Tasks;

/// <summary>Reads the numbers in a configuration's name.</summary>
internal static class ConfigurationMatch
{
    public static int Number(this Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
}
