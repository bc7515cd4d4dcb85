using Oversight.Numerics;

namespace Oversight.Neural.Operations;

/// <summary>The whole distribution of a pointer mixture, for answering.</summary>
internal sealed class PointerProbabilitiesOperation(Tape tape, PointerMixture mixture, Tensor output) : Operation
{
    private readonly Scratch _attention = tape.NewScratch(mixture.Logits.Groups.Capacity * mixture.Scores.Columns);
    private readonly Scratch _mix = tape.NewScratch(mixture.Logits.Groups.Capacity * mixture.Mix.Columns);

    public override void Forward()
    {
        int rows = output.Rows;
        int places = mixture.Scores.Columns / mixture.Copies;
        int parts = mixture.Mix.Columns;
        Softmax.Forward(rows * mixture.Copies, places, mixture.Scores.Values, places, _attention.Span, places, 1);
        Softmax.Forward(rows, output.Columns, mixture.Logits.Values, output.Columns, output.Values, output.Columns, 1);
        Softmax.Forward(rows, parts, mixture.Mix.Values, parts, _mix.Span, parts, 1);
        RowGroups groups = output.Groups;
        for (int group = 0; group < groups.Count; group++)
        {
            for (int row = groups.Start(group); row < groups.Start(group + 1); row++)
                Mix(row, mixture.Places.Row(group), places);
        }
    }

    public override void Backward() => throw new InvalidOperationException("Probabilities for answering have no gradient.");

    private void Mix(int row, ReadOnlySpan<int> places, int width)
    {
        Span<float> probabilities = output.Row(row);
        ReadOnlySpan<float> mix = _mix.Span.Slice(row * mixture.Mix.Columns, mixture.Mix.Columns);
        ReadOnlySpan<float> attention = _attention.Span.Slice(row * mixture.Scores.Columns, mixture.Scores.Columns);
        Elementwise.Scale(probabilities, mix[^1], probabilities);
        for (int place = 0; place < places.Length; place++)
        {
            if (places[place] >= 0)
                probabilities[places[place]] += mix[place / width] * attention[place];
        }
    }
}
