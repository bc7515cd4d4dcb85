using System.Diagnostics.CodeAnalysis;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Learning.HumanModels;
using Oversight.Neural;
using Oversight.Numerics;
using Oversight.Runs.Evaluation;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Tasks;

namespace Oversight.Runs.Folders;

/// <summary>A run that has ended, loaded from its folder: what it learned, to be measured and asked.</summary>
public sealed class TrainedRun : IDisposable
{
    private TrainedRun(RunFolder folder, TrainingOptions options)
    {
        (Folder, Options) = (folder, options);
        AlgorithmicTask task = TaskCatalog.Create(options.Task, Enum.Parse<TaskPreset>(options.Preset, ignoreCase: true));
        AssistantNetwork network = AssistantNetwork.Create(task, options.Assistant);
        HumanModelNetwork? human = options.Method.ImitatesHuman
            ? new HumanModelNetwork(new TranscriptCodec(task), options.HumanModel)
            : null;
        Weights = new RunWeights(
            task,
            network,
            new ParameterVector(network.Layout),
            new ParameterVector(network.Layout),
            human,
            human is null ? null : new ParameterVector(human.Layout));
    }

    /// <summary>Where it was found.</summary>
    public RunFolder Folder { get; }

    /// <summary>What it was asked to do.</summary>
    public TrainingOptions Options { get; }

    /// <summary>The task.</summary>
    public AlgorithmicTask Task => Weights.Task;

    /// <summary>The networks and what they learned.</summary>
    public RunWeights Weights { get; }

    /// <summary>Which weights these are, and whether they were checked.</summary>
    public WeightsOrigin Origin { get; private set; } = new("", 0, RunEnd.Finished, IsVerified: false);

    /// <summary>Opens the folder of a run and loads its weights: the newest that are verified, or the best.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="schema">The settings there are.</param>
    /// <param name="best">Those that answered best while training, rather than the last.</param>
    /// <param name="run">The run; dispose of it.</param>
    /// <param name="error">Why not, one line.</param>
    /// <param name="trust">Whether weights without a hash, as made elsewhere, are taken.</param>
    public static bool TryOpen(
        string path, SettingsSchema schema, bool best, [NotNullWhen(true)] out TrainedRun? run, [NotNullWhen(false)] out string? error, bool trust = false)
    {
        run = null;
        if (!RunFolder.TryOpen(path, schema, out RunFolder? folder, out TrainingOptions? options, out error))
            return false;
        TrainedRun? loading = null;
        try
        {
            loading = new TrainedRun(folder, options);
            var reader = new WeightsReader(folder, options, loading.Weights, trust);
            loading.Origin = best ? reader.ReadBest() : reader.ReadLast();
            run = loading;
            return true;
        }
        catch (RefusedWeightsException exception)
        {
            error = $"'{path}' {exception.Message}";
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException)
        {
            error = $"'{path}' cannot be loaded: {exception.Message.ReplaceLineEndings(" ")}";
        }

        loading?.Dispose();
        return false;
    }

    /// <summary>Measures accuracy.</summary>
    /// <param name="heldOut">Whether on contexts that training never drew; otherwise on those it draws from, which X may have memorised.</param>
    /// <param name="contexts">How many contexts.</param>
    /// <param name="seed">Names the contexts and questions.</param>
    /// <param name="pool">The threads; their number changes nothing but the time.</param>
    public EvaluationReport Evaluate(bool heldOut, int contexts, long seed, WorkerPool pool)
    {
        RandomKey key = RandomKey.FromSeed(seed).Child("held-out report");
        int questions = Options.Batch.Questions;
        var sets = new HeldOutSets(Task, Options.Evaluation, Options.Batch.Questions, Options.Seed);
        EvaluationSet set = heldOut ? sets.Judging(contexts, key.Child("set")) : sets.Seen(contexts, key.Child("set"));
        using var evaluator = new Evaluator(
            Weights.Network, Weights.Student, Weights.Teacher, NewOverseer, Options.Amplify.AbstainBelow, questions, pool);
        EvaluationAnswers answers = evaluator.Answer(set, key.Child("answers"));
        return EvaluationReport.Of(set, answers.Student, answers.Teacher, answers.Amplified) with { Shared = set.SharedWith(sets.Deciding) };
    }

    /// <summary>X, ready to be asked about one context at a time: the teacher's weights.</summary>
    /// <param name="questions">How many questions at once.</param>
    public TransformerAssistant NewAssistant(int questions) => new(Weights.Network, Weights.Teacher, contexts: 1, questions);

    /// <summary>H', ready to take one question apart at a time; null where the run has none.</summary>
    public HumanModel? NewHumanModel() =>
        Weights.HumanModelNetwork is { } network ? new HumanModel(network, Weights.HumanModel!, capacity: 1) : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        Weights.Student.Dispose();
        Weights.Teacher.Dispose();
        Weights.HumanModel?.Dispose();
    }

    /// <summary>Who amplifies: H' where there is one, otherwise the scripted H.</summary>
    private Core.IOverseer NewOverseer(int capacity, RandomStream random) => Weights.HumanModelNetwork is null
        ? Task.Human
        : new HumanModel(Weights.HumanModelNetwork, Weights.HumanModel!, capacity);
}
