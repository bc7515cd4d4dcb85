using Oversight.Core;

namespace Oversight.Tasks.PermutationPowering;

/// <summary>The true powers of one permutation: sigma^(2^i)(x) tabulated by repeated squaring.</summary>
internal sealed class PermutationPoweringTruth : GroundTruth
{
    private readonly PermutationPoweringLanguage _language;
    private readonly int[,] _squares;

    public PermutationPoweringTruth(PermutationPoweringLanguage language, Facts facts)
    {
        _language = language;
        int count = language.Elements.Count;
        _squares = new int[language.ExponentBits, count];
        for (int x = 0; x < count; x++)
            _squares[0, x] = -1;
        FillIn(facts);
        for (int i = 1; i < language.ExponentBits; i++)
        {
            for (int x = 0; x < count; x++)
                _squares[i, x] = _squares[i - 1, x] < 0 ? -1 : _squares[i - 1, _squares[i - 1, x]];
        }
    }

    /// <inheritdoc/>
    public override Answer Answer(Symbols words)
    {
        if (!_language.TryRead(words, out int x, out int n) || _squares[0, x] < 0)
            return Core.Answer.Unknown;
        for (int i = 0; n != 0; i++, n >>= 1)
        {
            if ((n & 1) != 0)
                x = _squares[i, x];
        }

        return new Answer(_language.Elements.Encode(x));
    }

    /// <inheritdoc/>
    public override string ClassOf(Symbols words) => $"bits {_language.BitLength(words)}";

    private void FillIn(Facts facts)
    {
        foreach (Symbols fact in facts.Statements)
        {
            if (!_language.IsFact(fact))
                throw new ArgumentException($"'{fact}' is no fact of permutation powering.", nameof(facts));
            if (_squares[0, _language.Source(fact)] >= 0)
                throw new ArgumentException($"Two facts tell sigma({_language.Source(fact)}).", nameof(facts));
            _squares[0, _language.Source(fact)] = _language.Target(fact);
        }

        var images = new HashSet<int>();
        foreach (Symbols fact in facts.Statements)
        {
            int target = _language.Target(fact);
            if (_squares[0, target] < 0 || !images.Add(target))
                throw new ArgumentException($"sigma is no permutation: it leads to {target} twice, or not on from there.", nameof(facts));
        }
    }
}
