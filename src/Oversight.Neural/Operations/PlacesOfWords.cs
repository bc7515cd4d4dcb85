namespace Oversight.Neural.Operations;

/// <summary>The places that hold a word, copy by copy, for one group at a time: the attention on a word is a sum over these alone.</summary>
internal sealed class PlacesOfWords(int copies, int places, int words)
{
    private readonly int[] _ends = new int[copies * words + 1];
    private readonly int[] _order = new int[places];

    /// <summary>Sorts the places of a group by what they hold, those of one word in their order.</summary>
    /// <param name="held">(copies * S): the word at each place; what is no word, like -1, is nowhere.</param>
    public void Load(ReadOnlySpan<int> held)
    {
        // Counting sort: one further than a word's number stands how many places hold it, then where they begin, at last where they end.
        int width = held.Length / copies;
        Array.Clear(_ends);
        for (int place = 0; place < held.Length; place++)
        {
            if ((uint)held[place] < (uint)words)
                _ends[place / width * words + held[place] + 1]++;
        }

        for (int i = 1; i < _ends.Length; i++)
            _ends[i] += _ends[i - 1];
        for (int place = 0; place < held.Length; place++)
        {
            if ((uint)held[place] < (uint)words)
                _order[_ends[place / width * words + held[place]]++] = place;
        }
    }

    /// <summary>The places of a copy that hold a word.</summary>
    public ReadOnlySpan<int> Of(int copy, int word)
    {
        int index = copy * words + word;
        int start = index == 0 ? 0 : _ends[index - 1];
        return _order.AsSpan(start, _ends[index] - start);
    }
}
