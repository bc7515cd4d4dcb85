using Oversight.Tasks.Patterns;

namespace Oversight.Tasks.WildcardSearch;

/// <summary>H for wildcard search: the sum over a pattern is the total of the sums over the patterns with one wildcard less.</summary>
internal sealed class WildcardSearchHuman(WildcardSearchLanguage language) : PatternHuman(language.Patterns, language.Numbers);
