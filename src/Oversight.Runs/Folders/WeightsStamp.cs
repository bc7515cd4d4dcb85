using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Oversight.Neural;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;

namespace Oversight.Runs.Folders;

/// <summary>What a file of weights says of itself, so that it cannot be taken for another: whose weights they are, and the hash of their numbers.</summary>
/// <param name="Task">The task's configuration.</param>
/// <param name="Network">The kind and size of X's network.</param>
/// <param name="Run">The run's name for itself, from its <c>config.json</c>.</param>
/// <param name="Step">Optimiser steps of X.</param>
/// <param name="Sha256">The hash of every number, in hexadecimal digits.</param>
/// <param name="Version">The program's version; empty if not known.</param>
public sealed record WeightsStamp(string Task, string Network, string Run, int Step, string Sha256, string Version)
{
    /// <summary>The stamp of weights as they stand.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="options">The run's options.</param>
    /// <param name="run">The run's name for itself.</param>
    /// <param name="step">Optimiser steps of X.</param>
    /// <param name="version">The program's version.</param>
    internal static WeightsStamp Of(RunWeights weights, TrainingOptions options, string run, int step, string version) =>
        new(weights.Task.Configuration, NameOf(options), run, step, HashOf(weights.Vectors), version);

    /// <summary>Reads a stamp; null where the file carries no hash: it was made elsewhere, or by an older version.</summary>
    /// <param name="metadata">What the file says of itself.</param>
    public static WeightsStamp? Read(IReadOnlyDictionary<string, string> metadata)
    {
        if (!metadata.TryGetValue("sha256", out string? hash))
            return null;
        string Text(string name) => metadata.GetValueOrDefault(name, "");
        int step = int.TryParse(Text("step"), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
        return new WeightsStamp(Text("task"), Text("network"), Text("run"), step, hash, Text("version"));
    }

    /// <summary>The stamp as metadata of a file.</summary>
    public IReadOnlyDictionary<string, string> ToMetadata() => new Dictionary<string, string>
    {
        ["program"] = "oversight",
        ["version"] = Version,
        ["task"] = Task,
        ["network"] = Network,
        ["run"] = Run,
        ["step"] = Step.ToString(CultureInfo.InvariantCulture),
        ["sha256"] = Sha256,
    };

    /// <summary>X's network in a few words: <c>lookup, width 64, 6 layers</c>.</summary>
    /// <param name="options">The run's options.</param>
    internal static string NameOf(TrainingOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Setting.Format(options.Assistant.Network)}, width {options.Assistant.Width}, {options.Assistant.Layers} layers");

    /// <summary>The SHA-256 of every number, in the order of the vectors.</summary>
    /// <param name="vectors">The vectors.</param>
    internal static string HashOf(IReadOnlyList<(string Prefix, ParameterVector Vector)> vectors)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((_, ParameterVector vector) in vectors)
            hash.AppendData(MemoryMarshal.AsBytes(vector.Values));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
