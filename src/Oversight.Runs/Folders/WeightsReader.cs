using System.Text.Json;
using System.Text.Json.Nodes;
using Oversight.Neural;
using Oversight.Runs.Checkpoints;
using Oversight.Runs.Files;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;

namespace Oversight.Runs.Folders;

/// <summary>
/// Loads a run's weights and checks that they are what they say: the task's, the network's, this run's, every number finite, and the hash that was written beside them.
/// </summary>
/// <param name="folder">The run's folder.</param>
/// <param name="options">What the run was asked to do.</param>
/// <param name="weights">Filled.</param>
/// <param name="trust">Whether weights without a hash are taken.</param>
internal sealed class WeightsReader(RunFolder folder, TrainingOptions options, RunWeights weights, bool trust)
{
    private const string BestState = "best while it trained";
    private const string HashPrefix = "sha256:";
    private const long LargestResult = 1 << 20;

    /// <summary>The newest verified state: the weights at the run's end, or those of its newest checkpoint where it has not ended or was resumed since.</summary>
    /// <exception cref="RefusedWeightsException">There are none, or they are not what they say.</exception>
    public WeightsOrigin ReadLast()
    {
        JsonObject? result = Result();
        bool hasDiverged = result is not null && Text(result, "stopped") == RunEnd.Diverged;
        var damaged = new List<string>();
        (int Rounds, int Steps) after = result is null || hasDiverged ? (-1, -1) : (Number(result, "rounds"), Number(result, "steps"));
        CheckpointStore checkpoints = new(folder.CheckpointFolder, folder.Schema, DiskFileSystem.Instance);
        if (checkpoints.NewestWeights(weights.Task.Configuration, options, after, damaged) is { } newest)
            return ReadCheckpoint(newest, hasDiverged ? RunEnd.Diverged : RunEnd.Unfinished);
        if (result is not null && !hasDiverged)
            return ReadFinal(result);
        throw new RefusedWeightsException(damaged.Count == 0
            ? "holds no weights yet: the run has neither ended nor written a checkpoint; let it go on"
            : $"holds no weights that are whole: {damaged[0]}; train again with 'oversight train --config'");
    }

    /// <summary>The weights that answered best while the run went on.</summary>
    /// <exception cref="RefusedWeightsException">There are none, or they are not what they say.</exception>
    public WeightsOrigin ReadBest()
    {
        if (!File.Exists(folder.BestFile))
            throw new RefusedWeightsException("holds no best weights yet: accuracy has not been measured; let it go on");
        return Read(folder.BestFile, expected: null, BestState);
    }

    private WeightsOrigin ReadCheckpoint(CheckpointedWeights newest, string stopped)
    {
        newest.Load(weights);
        return new WeightsOrigin($"checkpoints/{newest.Name}", newest.Step, RunEnd.Describe(stopped, newest.Step, options), IsVerified: true);
    }

    private WeightsOrigin ReadFinal(JsonObject result)
    {
        if (!File.Exists(folder.CheckpointFile))
            throw new RefusedWeightsException("has ended, but its last weights are gone; 'oversight resume' writes them again, '--weights best' takes the best");
        string? hash = Text(result, "weights") is { } text && text.StartsWith(HashPrefix, StringComparison.Ordinal) ? text[HashPrefix.Length..] : null;
        return Read(folder.CheckpointFile, hash, RunEnd.Describe(Text(result, "stopped") ?? "", Number(result, "steps"), options));
    }

    private WeightsOrigin Read(string path, string? expected, string state)
    {
        string name = $"checkpoints/{Path.GetFileName(path)}";
        WeightsStamp? stamp;
        IReadOnlyDictionary<string, string> metadata;
        using (FileStream stream = File.OpenRead(path))
        {
            metadata = Safetensors.ReadMetadata(stream);
            stamp = WeightsStamp.Read(metadata);
            CheckOwner(name, metadata, stamp);
            stream.Position = 0;
            Safetensors.Read(stream, weights.Vectors);
        }

        if (weights.Vectors.Any(part => !part.Vector.IsFinite))
            throw new RefusedWeightsException($"holds weights in {name} that are not all numbers; restore the file, or train again");
        bool isVerified = Verify(name, stamp, expected);
        int step = stamp?.Step ?? (int.TryParse(metadata.GetValueOrDefault("step"), out int told) ? told : 0);
        return new WeightsOrigin(name, step, state, isVerified);
    }

    private void CheckOwner(string name, IReadOnlyDictionary<string, string> metadata, WeightsStamp? stamp)
    {
        (string What, string Found, string Wanted)[] facts =
        [
            ("task", metadata.GetValueOrDefault("task", ""), weights.Task.Configuration),
            ("network", stamp?.Network ?? "", WeightsStamp.NameOf(options)),
            ("run", stamp?.Run ?? "", folder.RunName ?? ""),
        ];
        foreach ((string what, string found, string wanted) in facts)
        {
            if (found.Length > 0 && wanted.Length > 0 && found != wanted)
                throw new RefusedWeightsException($"holds weights in {name} of another {what} ({Setting.Shorten(found)}; this one is {wanted}); restore the file of this run");
        }
    }

    private bool Verify(string name, WeightsStamp? stamp, string? expected)
    {
        string actual = WeightsStamp.HashOf(weights.Vectors);
        if (stamp is not null && stamp.Sha256 != actual)
            throw new RefusedWeightsException($"holds weights in {name} that are not those that were written: their hash is not the one that the file says; restore the file");
        if (expected == actual || (stamp is not null && expected is null))
            return true;
        if (expected is not null && stamp is not null)
            throw new RefusedWeightsException($"holds weights in {name} that are not the run's: their hash is not the one in result.json; restore the file");
        if (trust)
            return false;
        throw new RefusedWeightsException(expected is null
            ? $"holds weights in {name} that carry no hash, so nobody can tell whether they are what was trained; if you know where they come from, add --trust"
            : $"holds weights in {name} that carry no hash and are not those of result.json; if you put them there yourself, add --trust");
    }

    private JsonObject? Result()
    {
        if (!File.Exists(folder.ResultFile))
            return null;
        if (new FileInfo(folder.ResultFile).Length > LargestResult)
            throw new RefusedWeightsException($"has a result.json of more than {LargestResult} bytes; restore the file");
        try
        {
            return JsonNode.Parse(File.ReadAllBytes(folder.ResultFile), documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject
                ?? throw new RefusedWeightsException("has a result.json that is no JSON object; restore the file");
        }
        catch (JsonException exception)
        {
            throw new RefusedWeightsException($"has a result.json that cannot be read: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static string? Text(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static int Number(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue(out int number) ? number : int.MaxValue;
}
