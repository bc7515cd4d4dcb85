namespace Oversight.Training.Tests.Fuzzing;

/// <summary>A reader to be fed with spoilt inputs.</summary>
/// <param name="Name">What it reads.</param>
/// <param name="Share">Its share of all inputs, in parts.</param>
/// <param name="MaxBytes">What it may allocate for one input.</param>
/// <param name="Seeds">Inputs that are as they should be.</param>
/// <param name="Read">Reads one; throws only what the reader's documentation allows, which the target catches.</param>
internal sealed record FuzzTarget(string Name, int Share, long MaxBytes, IReadOnlyList<byte[]> Seeds, Action<byte[]> Read)
{
    public override string ToString() => Name;
}
