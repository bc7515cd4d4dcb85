using Oversight.Core;
using Oversight.Protocols.Debate;

namespace Oversight.Methods.Debate;

/// <summary>How a network reads questions and says what it thinks of claims on them.</summary>
public interface IClaimEncoding
{
    /// <summary>Numbers a question.</summary>
    int Inputs { get; }

    /// <summary>One logit for each value that may be claimed.</summary>
    int Outputs { get; }

    /// <summary>Writes a question with its facts.</summary>
    /// <param name="question">The question.</param>
    /// <param name="row">(inputs), overwritten.</param>
    void Encode(Question question, Span<float> row);

    /// <summary>The logit of a claim: that it is upheld.</summary>
    /// <param name="claim">The claim.</param>
    int OutputOf(Claim claim);
}
