using Oversight.Neural;

namespace Oversight.Learning.Assistants;

/// <summary>
/// A linear map of a question joined with the symbols before the one that is written. These are few, so that what the map makes of them is worked out once for each,
/// not for every question.
/// </summary>
internal sealed class StateMap
{
    private readonly Tape _tape;
    private readonly Parameter _ofQuestion;
    private readonly Tensor? _folded;
    private readonly Tensor? _ofPrefix;
    private readonly Tensor _bias;

    private StateMap(Tape tape, Parameter ofQuestion, Tensor? folded, Tensor? ofPrefix, Tensor bias) =>
        (_tape, _ofQuestion, _folded, _ofPrefix, _bias) = (tape, ofQuestion, folded, ofPrefix, bias);

    /// <summary>Records what of a map depends on the weights alone.</summary>
    /// <param name="tape">Recorded on.</param>
    /// <param name="map">(C, D), or (2 C, D) where there are symbols before.</param>
    /// <param name="prefix">What each symbol at each place adds to what stands beside a question, a <see cref="Tape.JoinTable"/>; null for no symbols.</param>
    public static StateMap Of(Tape tape, (Parameter Weight, Parameter Bias) map, Tensor? prefix)
    {
        (Parameter ofQuestion, Tensor? ofPrefix) = Split(tape, map.Weight, prefix);
        return new StateMap(tape, ofQuestion, null, ofPrefix, tape.Weight(map.Bias));
    }

    /// <summary>The same for a map to queries, with their keys folded in: its results meet the facts as they are, not the keys of facts.</summary>
    /// <param name="tape">Recorded on.</param>
    /// <param name="map">(C, copies * D), or (2 C, copies * D) where there are symbols before.</param>
    /// <param name="prefix">What each symbol at each place adds to what stands beside a question; null for no symbols.</param>
    /// <param name="key">(C, copies * D).</param>
    /// <param name="copies">How many pairs of queries and keys there are.</param>
    public static StateMap Folded(Tape tape, (Parameter Weight, Parameter Bias) map, Tensor? prefix, Parameter key, int copies)
    {
        (Parameter ofQuestion, Tensor? ofPrefix) = Split(tape, map.Weight, prefix);
        return new StateMap(tape, ofQuestion, Fold(tape.Weight(ofQuestion)), ofPrefix is null ? null : Fold(ofPrefix), Fold(tape.Weight(map.Bias)));

        Tensor Fold(Tensor queries) => tape.Fold(queries, key, copies);
    }

    /// <summary>Records the map of some questions.</summary>
    /// <param name="x">(questions, C).</param>
    /// <param name="before">(questions, position): the symbols before; not read where there are none.</param>
    /// <param name="relu">Whether negative results become 0; not for a map with keys folded in.</param>
    /// <returns>(questions, D), or (questions, copies * C) with keys folded in.</returns>
    public Tensor Record(Tensor x, IndexInput before, bool relu)
    {
        Tensor biases = _ofPrefix is null ? _bias : _tape.Join(before, _ofPrefix, _bias);
        return _folded is null ? _tape.Linear(x, _ofQuestion, biases, relu) : _tape.Linear(x, _folded, biases);
    }

    private static (Parameter OfQuestion, Tensor? OfPrefix) Split(Tape tape, Parameter weight, Tensor? prefix)
    {
        if (prefix is null)
            return (weight, null);
        int width = weight.Rows - prefix.Columns;
        return (weight.Slice(0, width), tape.Linear(prefix, weight.Slice(width, prefix.Columns)));
    }
}
