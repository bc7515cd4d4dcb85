using Oversight.Core;
using Oversight.Determinism;
using Oversight.Runs.Overseers;
using Oversight.Runs.Targets;
using Oversight.Tasks;

namespace Oversight.Methods.ExpertIteration;

/// <summary>
/// The external verifier of expert iteration: says of a sheet of answers whether all are right, and nothing more. It alone sees the truth; each verdict is a reward query.
/// </summary>
/// <param name="tossesCoin">Whether verdicts are given by chance, a control.</param>
/// <param name="errors">How often a verdict is the wrong one; null for never.</param>
internal sealed class Verifier(bool tossesCoin, AnswerErrors? errors) : IVerifier, ITruthReader
{
    private readonly RandomStream _random = RandomKey.FromSeed(0).Stream();
    private Context[] _contexts = [];

    /// <summary>Verdicts so far.</summary>
    public OversightLedger Spent { get; private set; } = new();

    /// <inheritdoc/>
    public ITruthReader TruthReader => this;

    /// <inheritdoc/>
    public void Show(ReadOnlySpan<Context> contexts)
    {
        if (_contexts.Length != contexts.Length)
            _contexts = new Context[contexts.Length];
        contexts.CopyTo(_contexts);
    }

    /// <inheritdoc/>
    public void Begin(RandomKey key) => _random.Restart(key);

    /// <inheritdoc/>
    public void Verify(Sheets sheets, ReadOnlySpan<int> numbers, ReadOnlySpan<Question> questions, ReadOnlySpan<Answer> proposals, Span<bool> verdicts)
    {
        for (int i = 0; i < numbers.Length; i++)
            verdicts[i] = Accepts(sheets[numbers[i]], questions, proposals);
        Spent += new OversightLedger(RewardQueries: numbers.Length);
    }

    private bool Accepts(ReadOnlySpan<int> sheet, ReadOnlySpan<Question> questions, ReadOnlySpan<Answer> proposals)
    {
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
