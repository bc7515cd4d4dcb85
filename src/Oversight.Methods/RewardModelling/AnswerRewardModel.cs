using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Learning.Options;
using Oversight.Neural;
using Oversight.Numerics;
using Oversight.Protocols.RewardModelling;

namespace Oversight.Methods.RewardModelling;

/// <summary>
/// A reward model with the body of X: the reward of an answer is log p(answer), so that one answer is better than another with probability p / (p + q) (Bradley and Terry 1952;
/// Christiano et al. 2017, arXiv 1706.03741, section 2.2.3). The gradient of a pair is then that of two targets of opposite weight, and the learner of X serves for both.
/// </summary>
internal sealed class AnswerRewardModel : IDisposable
{
    private readonly AssistantNetwork _network;
    private readonly AssistantLearner _learner;
    private readonly TransformerAssistant _student;
    private readonly TargetBatch _batch;
    private readonly float[] _probabilities;

    /// <summary>A reward model at its start.</summary>
    /// <param name="network">X's network, of whose kind its own is.</param>
    /// <param name="learner">It learns as X does.</param>
    /// <param name="questions">Pairs a context.</param>
    /// <param name="key">The key of the starting weights.</param>
    /// <param name="pool">Runs the shards.</param>
    public AnswerRewardModel(AssistantNetwork network, LearnerOptions learner, int questions, RandomKey key, WorkerPool pool)
    {
        int contexts = learner.Batch.Contexts;
        // A pair's two halves balance; were one of them learned well enough before the other, they would not.
        AssistantOptions assistant = learner.Assistant with { Enough = 1, AnewEvery = 0 };
        _network = AssistantNetwork.Create(network.Task, assistant);
        _learner = new AssistantLearner(_network, learner with { Assistant = assistant, Batch = learner.Batch with { Questions = 2 * questions } }, key, pool);
        _student = new TransformerAssistant(_network, _learner.Student, contexts, questions);
        _batch = new TargetBatch(contexts, 2 * questions);
        _probabilities = new float[contexts * questions * _network.Answers.Count];
    }

    /// <summary>Its weights, averages and moments.</summary>
    public IReadOnlyList<(string Prefix, ParameterVector Vector)> Vectors =>
    [
        ("rewardModel.", _learner.Student),
        ("rewardModel.average.", _learner.Teacher.Weights),
        ("rewardModel.adam.first.", _learner.Optimiser.FirstMoment),
        ("rewardModel.adam.second.", _learner.Optimiser.SecondMoment),
    ];

    /// <summary>Its averaged weights, by which answers are chosen.</summary>
    public ParameterVector Weights => _learner.Teacher.Weights;

    /// <summary>The gradient of the last step.</summary>
    public ParameterVector Gradients => _learner.Gradients;

    /// <summary>Optimiser steps so far.</summary>
    public int Steps
    {
        get => _learner.Steps;
        set => _learner.RestoreSteps(value);
    }

    /// <summary>The multiplications and additions of all matrix products so far.</summary>
    public long Flops => _learner.Flops + _student.Flops;

    /// <summary>The rewards of all answers as the model stands, to choose pairs by and to learn from.</summary>
    /// <param name="questions">Context by context, as many about each as the options say.</param>
    /// <returns>(questions, answers): how probable the model holds each answer to be the best, until the next call.</returns>
    public ReadOnlySpan<float> Weigh(ReadOnlySpan<Question> questions)
    {
        _student.Forget();
        _student.Weigh(questions, _probabilities);
        return _probabilities;
    }

    /// <summary>One step on -log p(preferred is better), over the pairs that were told apart.</summary>
    /// <param name="questions">Those of the last <see cref="Weigh"/>.</param>
    /// <param name="firsts">One answer to each.</param>
    /// <param name="seconds">Another.</param>
    /// <param name="preferences">Which is preferred; what could not be told apart teaches nothing.</param>
    /// <returns>The mean loss in nats, and the gradient's norm; not a number where no pair was told apart.</returns>
    public (double Loss, double GradientNorm) Learn(
        ReadOnlySpan<Question> questions, ReadOnlySpan<Answer> firsts, ReadOnlySpan<Answer> seconds, ReadOnlySpan<Preference> preferences)
    {
        for (int i = 0; i < _batch.Contexts.Length; i++)
            _batch.Contexts[i] = questions[i * questions.Length / _batch.Contexts.Length].Facts;
        double loss = 0;
        int told = 0;
        for (int i = 0; i < questions.Length; i++)
        {
            bool first = preferences[i] == Preference.First;
            float wrong = preferences[i] == Preference.Neither ? 0 : DoubtOf(i, first ? firsts[i] : seconds[i], first ? seconds[i] : firsts[i]);
            Put(2 * i, questions[i], firsts[i], first ? wrong : -wrong);
            Put(2 * i + 1, questions[i], seconds[i], first ? -wrong : wrong);
            told += preferences[i] == Preference.Neither ? 0 : 1;
            loss -= Math.Log(1 - wrong);
        }

        (_, double norm) = _learner.Step(_batch, told);
        return told == 0 ? (double.NaN, 0) : (loss / told, norm);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _student.Dispose();
        _learner.Dispose();
    }

    /// <summary>How probable the model holds it that the preferred answer is the worse one.</summary>
    private float DoubtOf(int question, Answer preferred, Answer other)
    {
        const float Floor = 1e-9f;
        float p = ProbabilityOf(question, preferred) + Floor;
        float q = ProbabilityOf(question, other) + Floor;
        return q / (p + q);
    }

    private float ProbabilityOf(int question, Answer answer) =>
        _probabilities[question * _network.Answers.Count + _network.Answers.NumberOf(answer.Words)];

    private void Put(int row, Question question, Answer answer, float weight) =>
        (_batch.Questions[row], _batch.Targets[row], _batch.Weights[row]) = (question, answer, weight);
}
