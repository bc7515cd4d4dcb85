using Oversight.Determinism;
using Oversight.Runs.Options;
using Oversight.Runs.Questions;
using Oversight.Tasks;

namespace Oversight.Runs.Evaluation;

/// <summary>The evaluation sets of a run: those that decisions are made on, and those that judge it. They share no context, wherever the task has enough.</summary>
internal sealed class HeldOutSets
{
    private readonly AlgorithmicTask _task;
    private readonly EvaluationOptions _options;
    private readonly int _questions;
    private readonly RandomKey _key;

    /// <summary>The sets of a run.</summary>
    /// <param name="task">The task.</param>
    /// <param name="options">How many contexts.</param>
    /// <param name="questions">How many questions about each.</param>
    /// <param name="seed">The run's seed.</param>
    public HeldOutSets(AlgorithmicTask task, EvaluationOptions options, int questions, long seed)
    {
        (_task, _options, _questions, _key) = (task, options, questions, RandomKey.FromSeed(seed));
        Deciding = New(HeldOutPart.Deciding, options.Contexts, _key.Child("held out"));
    }

    /// <summary>What accuracy is measured on while the run goes on; decides when it stops and which weights are the best.</summary>
    public EvaluationSet Deciding { get; }

    /// <summary>Fresh contexts on which a line that seems crossed has to be crossed again.</summary>
    /// <param name="step">The step of the evaluation that crossed it.</param>
    public EvaluationSet Confirming(int step) =>
        New(HeldOutPart.Deciding, _options.FinalContexts, _key.Child("confirmation").Child(step), Deciding);

    /// <summary>What judges the run at its end.</summary>
    public EvaluationSet Judging() => Judging(_options.FinalContexts, _key.Child("final held out"));

    /// <summary>Contexts that judge the run, of any number.</summary>
    /// <param name="contexts">How many.</param>
    /// <param name="key">Names the set.</param>
    public EvaluationSet Judging(int contexts, RandomKey key) => New(HeldOutPart.Judging, contexts, key);

    /// <summary>Contexts that training draws from.</summary>
    /// <param name="contexts">How many.</param>
    /// <param name="key">Names the set.</param>
    public EvaluationSet Seen(int contexts, RandomKey key) =>
        new(new ContextSource(_task, HeldOut: false), contexts, _questions, key);

    /// <summary>What a set's figures rest on.</summary>
    /// <param name="set">One of these sets.</param>
    public JudgedContexts Describe(EvaluationSet set) =>
        new(set.ContextsAsked, set.Hashes, set == Deciding ? set.Contexts : set.SharedWith(Deciding));

    private EvaluationSet New(HeldOutPart part, int contexts, RandomKey key, EvaluationSet? except = null) =>
        new(new ContextSource(_task, HeldOut: true) { Part = part }, contexts, _questions, key, except);
}
