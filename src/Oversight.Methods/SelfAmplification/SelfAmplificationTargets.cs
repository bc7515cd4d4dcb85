using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Learning.HumanModels;
using Oversight.Runs.Options;
using Oversight.Runs.Overseers;
using Oversight.Runs.Questions;
using Oversight.Runs.Rounds;
using Oversight.Runs.Targets;
using Oversight.Tasks;

namespace Oversight.Methods.SelfAmplification;

/// <summary>
/// Targets of self-amplification. While H is there they are Amplify^H'(X). Once H is gone those that pass the filter count, and H' learns from a share of their transcripts.
/// </summary>
internal sealed class SelfAmplificationTargets : ITargetMaker
{
    private readonly SelfAmplificationOptions _options;
    private readonly AmplifyOptions _amplify;
    private readonly Curriculum _curriculum;
    private readonly AmplifyCrew _crew;
    private readonly HumanModel? _second;
    private readonly AmplifiedAssistant? _deeper;
    private readonly MajorityVote _votes;
    private readonly TranscriptStore _published;
    private readonly TranscriptStore _own;
    private readonly double _wanted;

    /// <summary>A maker.</summary>
    /// <param name="parts">The run's parts.</param>
    /// <param name="contexts">How many contexts it must take at once.</param>
    /// <param name="makers">How many makers share a batch.</param>
    public SelfAmplificationTargets(MethodParts parts, int contexts, int makers)
    {
        (_options, _amplify, _curriculum) = (parts.Options.Get<SelfAmplificationOptions>(), parts.Options.Amplify, parts.Curriculum);
        _crew = parts.NewModelCrew(contexts);
        _published = parts.Transcripts!;
        _own = new TranscriptStore(_published.Codec);
        _wanted = _options.Transcripts / (double)makers;
        _votes = new MajorityVote(OthersOf(_options), _crew.Capacity);
        if (_options.Filter != TranscriptFilter.Consistent)
            return;
        _second = parts.NewHumanModel(contexts);
        var amplifiedToo = new PrimitiveFirstAssistant(parts.Task, _crew.Amplified, _crew.Random, _crew.Capacity);
        _deeper = new AmplifiedAssistant(_second, amplifiedToo, parts.Task.InteractionLength, _crew.Capacity);
    }

    /// <inheritdoc/>
    public OversightLedger Spent => _crew.Answered;

    /// <inheritdoc/>
    public long Flops => _crew.Flops + (_second?.Flops ?? 0);

    /// <inheritdoc/>
    public double UnknownWeight => 0;

    /// <inheritdoc/>
    public TransformerAssistant Teacher => _crew.Teacher;

    /// <inheritdoc/>
    public void Make(ReadOnlySpan<Question> questions, Span<Answer> targets, RandomKey key)
    {
        _crew.Begin(key);
        _crew.Teacher.AbstainBelow = _amplify.AbstainBelow;
        _crew.Teacher.Sampler = _amplify.Sample ? _crew.Random : null;
        if (!_curriculum.IsBeyondHuman || _options.Filter == TranscriptFilter.None)
            _crew.Amplified.Answer(questions, targets);
        else if (_options.Filter == TranscriptFilter.Majority)
            Vote(questions, targets, key);
        else
            AnswerConsistently(questions, targets);
        if (_curriculum.IsBeyondHuman)
            Keep(targets);
    }

    /// <summary>Hands the transcripts of accepted targets to H'.</summary>
    public void Publish() => _published.MoveFrom(_own);

    /// <inheritdoc/>
    public void Dispose()
    {
        _crew.Dispose();
        _second?.Dispose();
    }

    /// <summary>How many answers to a question the filter looks at beside the target.</summary>
    private static int OthersOf(SelfAmplificationOptions options) => options.Filter switch
    {
        TranscriptFilter.None => 0,
        TranscriptFilter.Majority => options.Votes,
        _ => 1,
    };

    /// <summary>Several decompositions, drawn apart; a target where more than half come to the same. The last one leaves its transcripts.</summary>
    private void Vote(ReadOnlySpan<Question> questions, Span<Answer> targets, RandomKey key)
    {
        for (int i = 0; i < _votes.Votes; i++)
        {
            _crew.HumanModel!.Draws = key.Child("votes").Child(i);
            _crew.Amplified.Answer(questions, _votes.Ballot(i, questions.Length));
        }

        _crew.HumanModel!.Draws = null;
        _votes.Count(targets);
    }

    /// <summary>A target where the answer is the same if the sub-questions, too, are taken apart: then M's answers agree with their own decompositions.</summary>
    private void AnswerConsistently(ReadOnlySpan<Question> questions, Span<Answer> targets)
    {
        Span<Answer> deeper = _votes.Ballot(0, questions.Length);
        _deeper!.Answer(questions, deeper);
        // The questions themselves come last, so that it is their transcripts that are kept.
        _crew.Amplified.Answer(questions, targets);
        for (int i = 0; i < targets.Length; i++)
            targets[i] = targets[i] == deeper[i] ? targets[i] : Answer.Unknown;
    }

    /// <summary>Keeps some transcripts whose answer is the target, as many on average as are wanted.</summary>
    private void Keep(ReadOnlySpan<Answer> targets)
    {
        TranscriptBatch transcripts = _crew.Amplified.Transcripts;
        for (int i = 0; i < targets.Length; i++)
        {
            if (_crew.Random.Chance(_wanted / targets.Length) && !targets[i].IsUnknown && transcripts.AnswerOf(i) == targets[i])
                _own.Add(transcripts, i);
        }
    }
}
