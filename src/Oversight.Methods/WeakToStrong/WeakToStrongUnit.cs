using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Perceptrons;
using Oversight.Runs.Statistics;
using Oversight.Runs.Studies;

namespace Oversight.Methods.WeakToStrong;

/// <summary>
/// One seed of weak-to-strong generalisation (Burns et al. 2023, arXiv 2312.09390): a weak supervisor learns from a few true labels; a strong student is pretrained in the environment without
/// any; then the student learns from the supervisor's labels in several ways. Each step of the unit trains one network from its beginning to its end, but for the pretraining, which is cut up.
/// </summary>
internal sealed class WeakToStrongUnit : StudyUnit
{
    private const int Batch = 256;
    private const int Parts = 10;
    private const int MiddleWidth = 96;
    private const int Looks = 12;
    private const double MostConfidence = 0.5;
    private const double Ramp = 0.2;
    private const double Rate = 1e-3;
    private readonly WeakToStrongStudyOptions _options;
    private readonly RandomKey _key;
    private readonly Fitting _fitting = new(Batch);
    private readonly Examples _unlabelled;
    private readonly Examples _truth;
    private readonly Examples _train;
    private readonly Examples _validation;
    private readonly Examples _test;
    private readonly Perceptron _weak;
    private readonly Perceptron _strong;
    private readonly Perceptron _middle;
    private readonly (string Name, Action Work)[] _phases;
    private float[]? _weakTest;

    public WeakToStrongUnit(WeakToStrongStudyOptions options, RandomKey key)
    {
        (_options, _key) = (options, key);
        var world = new ConceptWorld(key.Child("world"));
        _unlabelled = world.Draw(options.Labels, key.Child("unlabelled"));
        _truth = world.Draw(options.WeakLabels, key.Child("truth"));
        _train = world.Draw(options.Labels, key.Child("train"));
        _validation = world.Draw(options.Test / 2, key.Child("validation"));
        _test = world.Draw(options.Test, key.Child("test"));
        _weak = new Perceptron(new PerceptronShape(ConceptWorld.Bits, options.WeakWidth, 1, 1), Batch, key.Child("weak"), Rate);
        _strong = New(options.StrongWidth, "strong");
        _middle = New(MiddleWidth, "middle");
        _phases = Phases();
    }

    /// <inheritdoc/>
    public override string Name => "students";

    /// <inheritdoc/>
    public override int TotalSteps => _phases.Length;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Perceptron Network)> Networks => [("weak", _weak), ("strong", _strong), ("middle", _middle)];

    /// <summary>The weak supervisor's answers to the test.</summary>
    private float[] WeakTest => _weakTest ??= _fitting.Predict(_weak, _test);

    /// <inheritdoc/>
    protected override void Step(int step) => _phases[step].Work();

    private (string Name, Action Work)[] Phases() =>
    [
        ("weak", TrainWeak),
        .. Enumerable.Range(0, Parts).Select(part => ($"pretraining {part}", (Action)(() => Pretrain(part)))),
        ("ceiling", () => Finetune("ceiling", _strong, _train.Targets, 0, StopRule.OnValidation)),
        ("finetuned", () => Finetune("finetuned", _strong, WeakLabels(_train), 0, StopRule.AtTheEnd)),
        ("early stopping", () => Finetune("early stopping", _strong, WeakLabels(_train), 0, StopRule.Early)),
        ("stopped on weak labels", () => Finetune("stopped on weak labels", _strong, WeakLabels(_train), 0, StopRule.OnValidation)),
        ("confidence loss", () => Finetune("confidence loss", _strong, WeakLabels(_train), MostConfidence, StopRule.AtTheEnd)),
        ("not pretrained", NotPretrained),
        ("probe", Probe),
        ("bootstrapped", Bootstrap),
    ];

    private void TrainWeak()
    {
        RandomStream random = _key.Child("train weak").Stream();
        for (int i = 0; i < _options.Steps; i++)
            _fitting.LearnTarget(_weak, _truth, _truth.Targets, 0, random);
        Spend(new OversightLedger(Labels: _options.WeakLabels, Steps: _options.Steps));
        Note("weak", WeakTest);
    }

    private void Pretrain(int part)
    {
        RandomStream random = _key.Child("pretrain").Child(part).Stream();
        for (int i = 0; i < _options.PretrainSteps / Parts; i++)
        {
            _fitting.LearnConcepts(_strong, _unlabelled, random);
            _fitting.LearnConcepts(_middle, _unlabelled, random);
        }
    }

    /// <summary>Trains a copy of a network on labels.</summary>
    private float[] Finetune(string name, Perceptron start, float[] labels, double confidence, StopRule rule, Examples? next = null)
    {
        using Perceptron student = Copy(start, name);
        float[] validation = name == "ceiling" ? _validation.Targets : WeakLabels(_validation);
        RandomStream random = _key.Child("finetune").Child(name).Stream();
        (double Score, float[] Answers) best = (-1, []);
        foreach (int stop in Stops())
        {
            while (student.Steps - start.Steps < stop)
            {
                Cancellation.ThrowIfCancellationRequested();
                double share = confidence * Math.Min(1, (student.Steps - start.Steps) / (Ramp * _options.Steps));
                _fitting.LearnTarget(student, _train, labels, share, random);
            }

            float[] test = _fitting.Predict(student, _test);
            Record($"{name}/accuracy", stop, ShareEvidence.OfUnits(Share(test, _test.Targets), test.Length));
            Record($"{name}/agrees with the supervisor's errors", stop, OnErrors(test));
            double now = rule == StopRule.OnValidation ? Share(_fitting.Predict(student, _validation), validation) : stop;
            if (now <= best.Score || (rule == StopRule.Early && stop > _options.Steps / 6))
                continue;
            best = (now, _fitting.Predict(student, next ?? _test));
            Record($"{name}/steps", 0, stop);
            Note(name, test);
        }

        Spend(new OversightLedger(Steps: _options.Steps));
        return best.Answers;
    }

    private void NotPretrained()
    {
        using Perceptron blank = New(_options.StrongWidth, "blank");
        Finetune("not pretrained", blank, WeakLabels(_train), 0, StopRule.Early);
        Finetune("not pretrained, to the end", blank, WeakLabels(_train), 0, StopRule.AtTheEnd);
    }

    /// <summary>A linear model of what the pretrained student says of the concepts.</summary>
    private void Probe()
    {
        Examples train = _fitting.Describe(_strong, _train);
        Examples test = _fitting.Describe(_strong, _test);
        foreach ((string name, float[] labels) in (ReadOnlySpan<(string, float[])>)[("probe", WeakLabels(_train)), ("probe on the truth", _train.Targets)])
        {
            using var probe = new Perceptron(new PerceptronShape(ConceptWorld.Concepts, 1, 0, 1), Batch, _key.Child("probe"), 10 * Rate);
            RandomStream random = _key.Child("fit probe").Stream();
            for (int i = 0; i < _options.Steps; i++)
                _fitting.LearnTarget(probe, train, labels, 0, random);
            Note(name, _fitting.Predict(probe, test));
            Spend(new OversightLedger(Steps: _options.Steps));
        }
    }

    /// <summary>The supervisor teaches a student of middling size, and that one the strong student.</summary>
    private void Bootstrap()
    {
        float[] middle = Hard(Finetune("middle", _middle, WeakLabels(_train), 0, StopRule.Early, next: _train));
        Finetune("bootstrapped", _strong, middle, 0, StopRule.Early);
    }

    /// <summary>Accuracy, agreement with the supervisor, and agreement where the supervisor is wrong.</summary>
    private void Note(string name, float[] answers)
    {
        Record($"{name}/final", 0, ShareEvidence.OfUnits(Share(answers, _test.Targets), answers.Length));
        Record($"{name}/agreement", 0, ShareEvidence.OfUnits(Share(answers, WeakTest), answers.Length));
        Record($"{name}/agreement on errors", 0, OnErrors(answers));
    }

    private double OnErrors(float[] answers)
    {
        int errors = 0;
        int same = 0;
        for (int i = 0; i < answers.Length; i++)
        {
            if (WeakTest[i] > 0.5f == _test.Targets[i] > 0.5f)
                continue;
            errors++;
            same += answers[i] > 0.5f == WeakTest[i] > 0.5f ? 1 : 0;
        }

        return same / (double)Math.Max(1, errors);
    }

    private float[] WeakLabels(Examples examples) => Hard(_fitting.Predict(_weak, examples));

    private static float[] Hard(float[] answers) => [.. answers.Select(answer => answer > 0.5f ? 1f : 0f)];

    private static double Share(float[] answers, float[] labels) => answers.Zip(labels, (answer, label) => answer > 0.5f == label > 0.5f ? 1.0 : 0.0).Average();

    /// <summary>Steps at which a student is looked at, closer together at the beginning.</summary>
    private IEnumerable<int> Stops() => Enumerable.Range(1, Looks).Select(i => Math.Max(1, _options.Steps * i * i / (Looks * Looks))).Distinct();

    private Perceptron New(int width, string name) =>
        new(new PerceptronShape(ConceptWorld.Bits, width, 2, ConceptWorld.Concepts + 1), Batch, _key.Child(name), Rate);

    private Perceptron Copy(Perceptron network, string name)
    {
        var copy = new Perceptron(network.Shape, Batch, _key.Child(name), Rate);
        foreach ((Neural.ParameterVector from, Neural.ParameterVector to) in network.Vectors.Zip(copy.Vectors, (from, to) => (from.Vector, to.Vector)))
            to.CopyFrom(from);
        copy.ResumeAt(network.Steps);
        return copy;
    }
}
