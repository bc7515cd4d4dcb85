using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Perceptrons;
using Oversight.Runs.Questions;
using Oversight.Runs.Statistics;
using Oversight.Runs.Studies;
using Oversight.Tasks;

namespace Oversight.Methods.SelfAmplification;

/// <summary>
/// One run of self-amplification, measured after each round against the truth, on contexts that it never drew. The run is one step; one that was stopped in the middle starts over, which leads to the same bytes.
/// </summary>
/// <param name="name">Its name.</param>
/// <param name="options">What it does.</param>
/// <param name="contexts">Contexts that it is measured on; a multiple of <see cref="SelfAmplifier.Contexts"/>.</param>
/// <param name="key">The key of everything drawn.</param>
internal sealed class SelfAmplificationUnit(string name, SelfAmplificationStudyOptions options, int contexts, RandomKey key) : StudyUnit
{
    /// <summary>How right a class must be answered for the frontier to have reached it.</summary>
    public const double Reached = 0.99;

    private readonly List<Context[]> _groups = [];
    private readonly Dictionary<Context, GroundTruth> _changed = [];

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override int TotalSteps => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Perceptron Network)> Networks => [];

    /// <inheritdoc/>
    protected override void Step(int step)
    {
        using var amplifier = new SelfAmplifier(options, key) { Cancellation = Cancellation };
        DrawContexts(amplifier.Task);
        amplifier.LearnFromHuman();
        Measure(amplifier, 0);
        for (int round = 1; round <= options.Bits - options.HumanBits; round++)
        {
            amplifier.NextRound(round);
            Measure(amplifier, round);
        }

        Spend(amplifier.Spent);
    }

    private void DrawContexts(AlgorithmicTask task)
    {
        var source = new ContextSource(task, HeldOut: true);
        RandomStream random = key.Child("held out").Stream();
        _groups.Clear();
        for (int i = 0; i < contexts; i += SelfAmplifier.Contexts)
            _groups.Add([.. Enumerable.Range(0, SelfAmplifier.Contexts).Select(_ => source.Draw(Difficulty.Full, random))]);
    }

    private void Measure(SelfAmplifier amplifier, int round)
    {
        int frontier = 1;
        for (int place = 0; place < amplifier.OpenClasses; place++)
        {
            (ShareEvidence right, ShareEvidence later, double noise) = MeasureClass(amplifier, place, round);
            Record($"{name}/bits {place + 2}", round, right);
            frontier = frontier == place + 1 && right.Share >= Reached ? place + 2 : frontier;
            if (place < amplifier.OpenClasses - 1)
                continue;
            Record($"{name}/newest class", round, right);
            Record($"{name}/newest class by the changed meaning", round, later);
            Record($"{name}/label noise", round, noise);
        }

        Record($"{name}/frontier", round, frontier);
        Record($"{name}/labels accepted", round, amplifier.Accepted);
        Record($"{name}/agreement with itself", round, amplifier.Agreement);
        Record($"{name}/drift", round, Drift(amplifier, round));
        Record($"{name}/H would notice", round, Noticed(amplifier));
    }

    /// <summary>The share of M's answers that are right, the share that would be by the changed meaning, and the share of its labels that are wrong.</summary>
    private (ShareEvidence Right, ShareEvidence Later, double Noise) MeasureClass(SelfAmplifier amplifier, int place, int round)
    {
        (int labelled, int wrong) = (0, 0);
        var right = new List<ClassAccuracy>();
        var later = new List<ClassAccuracy>();
        amplifier.Begin($"measure {round} {place}");
        RandomStream random = key.Child("questions").Child(round).Child(place).Stream();
        foreach (Context[] group in _groups)
        {
            Question[] questions = Draw(amplifier.Task, group, place, random);
            var answers = new Answer[questions.Length];
            var labels = new Answer[questions.Length];
            amplifier.Answer(questions, answers);
            amplifier.Label(questions, labels);
            for (int i = 0; i < questions.Length; i++)
            {
                Context context = group[i / SelfAmplifier.PerContext];
                if (i % SelfAmplifier.PerContext == 0)
                {
                    right.Add(default);
                    later.Add(default);
                }

                Answer truth = context.Truth.Answer(questions[i].Words);
                right[^1] += new ClassAccuracy(answers[i] == truth ? 1 : 0, 1);
                later[^1] += new ClassAccuracy(answers[i] == Changed(amplifier, context).Answer(questions[i].Words) ? 1 : 0, 1);
                labelled += labels[i].IsUnknown ? 0 : 1;
                wrong += !labels[i].IsUnknown && labels[i] != truth ? 1 : 0;
            }
        }

        double noise = wrong / (double)Math.Max(1, labelled);
        return (new ClusteredAccuracy([.. right]).Evidence, new ClusteredAccuracy([.. later]).Evidence, noise);
    }

    private double Drift(SelfAmplifier amplifier, int round)
    {
        amplifier.Begin($"drift {round}");
        RandomStream random = key.Child("drift").Child(round).Stream();
        return _groups.Average(group => amplifier.DriftOn(Draw(amplifier.Task, group, amplifier.OpenClasses - 1, random)));
    }

    /// <summary>What H would see if they looked: the share of primitive answers that are not what they mean by them.</summary>
    private double Noticed(SelfAmplifier amplifier) => _groups.SelectMany(group => group).Average(context =>
    {
        Symbols element = amplifier.Words.ElementOf(context.Facts[0]);
        Symbols question = amplifier.Words.Ask(element, 1);
        return amplifier.AnswerPrimitive(new Question(context.Facts, question)) == context.Truth.Answer(question) ? 0.0 : 1.0;
    });

    private static Question[] Draw(AlgorithmicTask task, Context[] group, int place, RandomStream random) =>
        [.. group.SelectMany(context => Enumerable.Range(0, SelfAmplifier.PerContext).Select(_ =>
        {
            Question question;
            do
                question = task.DrawQuestion(context, random);
            while (task.SyntacticClass(question.Words) != place);
            return question;
        }))];

    /// <summary>The truth as it would be if sigma had meant from the start what it comes to mean.</summary>
    private GroundTruth Changed(SelfAmplifier amplifier, Context context)
    {
        if (_changed.TryGetValue(context, out GroundTruth? truth))
            return truth;
        PowerWords words = amplifier.Words;
        Symbols[] facts =
        [
            .. context.Facts.Statements.ToArray().Select(words.ElementOf)
                .Select(element => element.Join(words.Length, words.Image(context.Facts, element, options.Later).Words)),
        ];
        return _changed[context] = amplifier.Task.ContextOf(new Facts(facts)).Truth;
    }
}
