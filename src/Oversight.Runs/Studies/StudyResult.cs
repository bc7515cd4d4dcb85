using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Runs.Studies;

/// <summary>A study that was run.</summary>
/// <param name="Study">The study.</param>
/// <param name="Command">How to run it again.</param>
/// <param name="Version">The program's version.</param>
/// <param name="Seeds">The seeds.</param>
/// <param name="Measures">What was measured.</param>
/// <param name="Ledgers">For each seed what it cost.</param>
/// <param name="Seconds">For each seed the seconds of work, all units together.</param>
public sealed record StudyResult(
    Study Study,
    string Command,
    string Version,
    ImmutableArray<long> Seeds,
    StudyMeasures Measures,
    ImmutableArray<OversightLedger> Ledgers,
    ImmutableArray<double> Seconds)
{
    /// <summary>What was expected, beside what was measured.</summary>
    public ImmutableArray<Finding> Findings => Study.Judge(Measures);

    /// <summary>What is shown.</summary>
    public ImmutableArray<StudyTable> Tables => Study.Tables(Measures);
}
