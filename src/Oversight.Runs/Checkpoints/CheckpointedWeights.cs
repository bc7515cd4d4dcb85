using Oversight.Neural;
using Oversight.Runs.Rounds;

namespace Oversight.Runs.Checkpoints;

/// <summary>The weights in a checkpoint whose every byte was checked; not loaded yet.</summary>
/// <param name="Name">The checkpoint's name.</param>
/// <param name="File">The file of weights.</param>
/// <param name="Step">Steps so far: batches that X was given.</param>
internal sealed record CheckpointedWeights(string Name, string File, int Step)
{
    /// <summary>Loads them.</summary>
    /// <param name="weights">Filled.</param>
    /// <exception cref="InvalidDataException">They are not the network's, or not all numbers.</exception>
    public void Load(RunWeights weights)
    {
        using FileStream stream = System.IO.File.OpenRead(File);
        Safetensors.Read(stream, weights.Vectors, allowOthers: true);
        if (weights.Vectors.Any(part => !part.Vector.IsFinite))
            throw new InvalidDataException($"{Name} holds weights that are not all numbers");
    }
}
