using Oversight.Neural;

namespace Oversight.Learning.HumanModels;

/// <summary>A recorded pass of H' over whole transcripts, a few at a time, that ends in the loss on H's own symbols.</summary>
internal sealed class TranscriptPass : IDisposable
{
    private readonly HumanModelNetwork _network;
    private readonly TranscriptCodec _codec;
    private readonly Tape _tape;
    private readonly RowGroups _rows;
    private readonly IndexInput _symbols;
    private readonly IndexInput _places;
    private readonly IndexInput _targets;
    private readonly Tensor _weights;
    private readonly MixtureLoss _loss;
    private readonly int[] _sizes;

    /// <summary>Records the pass.</summary>
    /// <param name="network">The network of H'.</param>
    /// <param name="weights">Its weights.</param>
    /// <param name="gradients">Added to; null for a pass that only validates.</param>
    /// <param name="most">As many transcripts a call as there may be.</param>
    /// <param name="panels">Those of the weights, fresh whenever the pass runs; null for products that cut the weights themselves.</param>
    public TranscriptPass(HumanModelNetwork network, ParameterVector weights, ParameterVector? gradients, int most, WeightPanels? panels = null)
    {
        int capacity = Math.Clamp(Tape.RowsAtOnce(network.Width) / network.Codec.Length, 1, most);
        _network = network;
        _codec = network.Codec;
        _tape = new Tape(weights, gradients, panels);
        _rows = new RowGroups(capacity, _codec.Length);
        _symbols = new IndexInput(_rows, 2);
        _places = new IndexInput(new RowGroups(capacity, 1), _codec.Length);
        _targets = new IndexInput(_rows, 1);
        _weights = _tape.Input(_rows, 1);
        _loss = _tape.PointerLoss(network.RecordTranscripts(_tape, _symbols, _places), _targets, _weights, network.Enough);
        _sizes = new int[capacity];
    }

    /// <summary>The sum of the losses of the last pass, in nats.</summary>
    public double Loss { get; private set; }

    /// <summary>How many of H's symbols the last pass predicted.</summary>
    public int Predicted { get; private set; }

    /// <summary>The multiplications and additions of all matrix products so far.</summary>
    public long Flops => _tape.Flops;

    /// <summary>Runs the pass over some transcripts.</summary>
    /// <param name="store">Holds them.</param>
    /// <param name="chosen">Which.</param>
    /// <param name="backward">Whether gradients are wanted.</param>
    public void Run(TranscriptStore store, ReadOnlySpan<int> chosen, bool backward)
    {
        (Loss, Predicted) = (0, 0);
        for (int first = 0; first < chosen.Length; first += _sizes.Length)
            RunPart(store, chosen.Slice(first, Math.Min(_sizes.Length, chosen.Length - first)), backward);
    }

    public void Dispose() => _tape.Dispose();

    private void RunPart(TranscriptStore store, ReadOnlySpan<int> chosen, bool backward)
    {
        for (int i = 0; i < chosen.Length; i++)
            _sizes[i] = store[chosen[i]].Length - 1;
        _rows.Set(_sizes.AsSpan(0, chosen.Length));
        for (int i = 0; i < chosen.Length; i++)
            Load(i, store[chosen[i]]);
        _tape.Forward();
        if (backward)
            _tape.Backward();
        Loss += _loss.Value;
    }

    private void Load(int group, ReadOnlySpan<byte> transcript)
    {
        Span<int> places = _places.Row(group);
        places.Fill(-1);
        int replyStep = transcript.Length - _codec.AnswerLength - 1;
        int row = _rows.Start(group);
        for (int step = 0; step < transcript.Length - 1; step++, row++)
        {
            _network.Embed(_symbols.Row(row), transcript[step], _codec.Place(step, replyStep));
            places[step] = transcript[step];
            bool counts = _codec.IsHumans(step + 1);
            _targets.Row(row)[0] = counts ? transcript[step + 1] : -1;
            _weights.Row(row)[0] = counts ? 1 : 0;
            Predicted += counts ? 1 : 0;
        }
    }
}
