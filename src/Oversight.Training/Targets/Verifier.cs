using Oversight.Core;
using Oversight.Determinism;
using Oversight.Tasks;
using Oversight.Training.Overseers;

namespace Oversight.Training.Targets;

/// <summary>
/// The external verifier of expert iteration: says of a sheet of answers whether all are right, and nothing more. It alone sees the truth; each verdict is a reward query.
/// </summary>
/// <param name="tossesCoin">Whether verdicts are given by chance, a control.</param>
/// <param name="errors">How often a verdict is the wrong one; null for never.</param>
internal sealed class Verifier(bool tossesCoin, AnswerErrors? errors) : ITruthReader
{
    private readonly RandomStream _random = RandomKey.FromSeed(0).Stream();
    private Context[] _contexts = [];

    /// <summary>Verdicts so far.</summary>
    public long RewardQueries { get; private set; }

    /// <inheritdoc/>
    public void Show(ReadOnlySpan<Context> contexts)
    {
        if (_contexts.Length != contexts.Length)
            _contexts = new Context[contexts.Length];
        contexts.CopyTo(_contexts);
    }

    /// <summary>Begins a piece of work.</summary>
    /// <param name="key">Its name.</param>
    public void Begin(RandomKey key) => _random.Restart(key);

    /// <summary>The verdict on a sheet.</summary>
    /// <param name="sheet">The numbers of its questions.</param>
    /// <param name="questions">All questions, as many about each context.</param>
    /// <param name="proposals">All proposals, one a question.</param>
    public bool Accepts(ReadOnlySpan<int> sheet, ReadOnlySpan<Question> questions, ReadOnlySpan<Answer> proposals)
    {
        RewardQueries++;
        bool verdict = tossesCoin ? _random.NextBool() : AreRight(sheet, questions, proposals);
        return errors is not null && errors.Strikes(questions[sheet[0]], _random, out _) ? !verdict : verdict;
    }

    private bool AreRight(ReadOnlySpan<int> sheet, ReadOnlySpan<Question> questions, ReadOnlySpan<Answer> proposals)
    {
        int perContext = questions.Length / _contexts.Length;
        foreach (int i in sheet)
        {
            if (!_contexts[i / perContext].Truth.Accepts(questions[i].Words, proposals[i]))
                return false;
        }

        return true;
    }
}
