using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Conformance;

/// <summary>What the reference's H did with one question.</summary>
/// <param name="Asked">The sub-questions and the replies to them.</param>
/// <param name="Answer">The answer that H gave.</param>
/// <param name="Changed">The places in <paramref name="Asked"/> where the reply was not the truth.</param>
/// <param name="Quirk">The oddity of the reference that the transcript shows, if it shows one.</param>
public sealed record FixtureTranscript(ImmutableArray<Exchange> Asked, Answer Answer, ImmutableArray<int> Changed, string? Quirk);
