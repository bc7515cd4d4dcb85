using Oversight.Core;
using Oversight.Learning.Perceptrons;
using Oversight.Protocols.Debate;

namespace Oversight.Methods.Debate;

/// <summary>
/// What a network thinks of claims: for each value of a question the probability that a claim of it is upheld. It learns from the judge's verdicts on contested claims and
/// from nothing else.
/// </summary>
/// <param name="network">One row a question.</param>
/// <param name="encoding">How it reads.</param>
public sealed class LearnedBelief(Perceptron network, IClaimEncoding encoding) : IBelief
{
    private readonly int[] _rowOf = new int[network.RowCapacity * encoding.Outputs];

    /// <inheritdoc/>
    public void Weigh(ReadOnlySpan<Claim> claims, Span<float> probabilities)
    {
        while (claims.Length > 0)
        {
            int taken = Read(claims);
            network.Forward();
            ReadOnlySpan<float> logits = network.Logits;
            for (int i = 0; i < taken; i++)
                probabilities[i] = Losses.Sigmoid(logits[_rowOf[i] * encoding.Outputs + encoding.OutputOf(claims[i])]);
            claims = claims[taken..];
            probabilities = probabilities[taken..];
        }
    }

    /// <summary>Learns from verdicts: one optimiser step on the logistic loss.</summary>
    /// <param name="claims">Claims that were contested; no more than the network has rows.</param>
    /// <param name="verdicts">For each whether it was upheld in the end.</param>
    /// <returns>The mean loss in nats.</returns>
    public double Learn(ReadOnlySpan<Claim> claims, ReadOnlySpan<bool> verdicts)
    {
        int taken = Read(claims);
        if (taken < claims.Length)
            throw new ArgumentException($"{claims.Length} claims need more than {network.RowCapacity} rows.", nameof(claims));
        network.Forward();
        ReadOnlySpan<float> logits = network.Logits;
        Span<float> derivative = network.Derivative;
        derivative.Clear();
        double loss = 0;
        for (int i = 0; i < claims.Length; i++)
        {
            int place = _rowOf[i] * encoding.Outputs + encoding.OutputOf(claims[i]);
            loss += Losses.Logistic(logits[place], verdicts[i] ? 1 : 0, out float slope);
            derivative[place] += slope / claims.Length;
        }

        network.Learn();
        return loss / claims.Length;
    }

    /// <summary>Encodes the questions of as many claims as fit; neighbours on one question share a row.</summary>
    private int Read(ReadOnlySpan<Claim> claims)
    {
        Span<float> inputs = network.Begin(network.RowCapacity);
        int rows = 0;
        Question last = default;
        int taken = 0;
        for (; taken < claims.Length && taken < _rowOf.Length; taken++)
        {
            if (rows == 0 || claims[taken].Question != last)
            {
                if (rows == network.RowCapacity)
                    break;
                last = claims[taken].Question;
                encoding.Encode(last, inputs.Slice(rows++ * encoding.Inputs, encoding.Inputs));
            }

            _rowOf[taken] = rows - 1;
        }

        network.Begin(rows);
        return taken;
    }
}
