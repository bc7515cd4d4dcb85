using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Tasks.Conformance;

/// <summary>What the reference's H did with one question.</summary>
/// <param name="Asked">His sub-questions and the replies he was handed.</param>
/// <param name="Answer">His answer.</param>
/// <param name="Changed">The places in <paramref name="Asked"/> where the reply was not the truth.</param>
/// <param name="Quirk">The oddity of the reference that the transcript shows, if it shows one.</param>
public sealed record FixtureTranscript(ImmutableArray<Exchange> Asked, Answer Answer, ImmutableArray<int> Changed, string? Quirk);
