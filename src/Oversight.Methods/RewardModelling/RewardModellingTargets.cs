using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Runs.Targets;

namespace Oversight.Methods.RewardModelling;

/// <summary>Targets of reward modelling: X proposes n answers, and learns the one to which the reward model gives most (best-of-n, distilled).</summary>
/// <param name="options">How many, and how they are drawn.</param>
/// <param name="answers">How answers are numbered.</param>
/// <param name="teacher">X's average; disposed with the maker.</param>
/// <param name="reward">The reward model, whose reward of an answer is its log probability; disposed with the maker.</param>
internal sealed class RewardModellingTargets(RewardModellingOptions options, AnswerCodec answers, TransformerAssistant teacher, TransformerAssistant reward) : ITargetMaker
{
    private readonly RandomStream _random = RandomKey.FromSeed(0).Stream();
    private float[] _proposing = [];
    private float[] _rewards = [];
    private long _answered;
    private long _calls;

    /// <inheritdoc/>
    public OversightLedger Spent => new(QuestionsAnswered: _answered, AssistantCalls: _calls);

    /// <inheritdoc/>
    public long Flops => teacher.Flops + reward.Flops;

    /// <inheritdoc/>
    public double UnknownWeight => 0;

    /// <inheritdoc/>
    public TransformerAssistant Teacher => teacher;

    /// <inheritdoc/>
    public void Make(ReadOnlySpan<Question> questions, Span<Answer> targets, RandomKey key)
    {
        _random.Restart(key);
        teacher.Forget();
        reward.Forget();
        int count = answers.Count;
        if (_proposing.Length < questions.Length * count)
            (_proposing, _rewards) = (new float[questions.Length * count], new float[questions.Length * count]);
        teacher.Weigh(questions, _proposing);
        reward.Weigh(questions, _rewards);
        (_answered, _calls) = (_answered + questions.Length, _calls + 1);
        for (int i = 0; i < questions.Length; i++)
            targets[i] = TargetOf(_proposing.AsSpan(i * count, count), _rewards.AsSpan(i * count, count));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        teacher.Dispose();
        reward.Dispose();
    }

    /// <summary>The best proposal, where the model is sure enough that it is better than the next.</summary>
    private Answer TargetOf(ReadOnlySpan<float> proposing, ReadOnlySpan<float> rewards)
    {
        (int best, int next) = options.BestOf(proposing, rewards, _random);
        bool isSure = rewards[best] >= options.Sure * (rewards[best] + rewards[next]);
        return best != next && isSure ? answers[best] : Answer.Unknown;
    }
}
