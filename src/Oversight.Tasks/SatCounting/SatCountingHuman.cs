using Oversight.Tasks.Patterns;

namespace Oversight.Tasks.SatCounting;

/// <summary>H for satisfiability counting: tries each value of the first variable left open and adds up the counts.</summary>
internal sealed class SatCountingHuman(SatCountingLanguage language) : PatternHuman(language.Patterns, language.Counts);
