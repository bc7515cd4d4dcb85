using Oversight.Neural;

namespace Oversight.Learning.Assistants;

/// <summary>What tokens of a layer look up among the facts.</summary>
internal interface ILookups
{
    /// <summary>What questions and facts find facts by, and fetch.</summary>
    /// <param name="tape">Recorded on.</param>
    /// <param name="facts">(facts, fields * field width).</param>
    LookupReading RecordReading(Tape tape, Tensor facts);

    /// <summary>What is fetched for each token.</summary>
    /// <param name="tape">Recorded on.</param>
    /// <param name="x">(rows, fields * field width): the tokens.</param>
    /// <param name="n">The tokens, normalised.</param>
    /// <param name="facts">From <see cref="RecordReading"/>.</param>
    Tensor Record(Tape tape, Tensor x, Tensor n, LookupReading facts);
}
