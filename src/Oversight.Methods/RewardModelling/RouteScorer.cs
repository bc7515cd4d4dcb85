using Oversight.Learning.Perceptrons;

namespace Oversight.Methods.RewardModelling;

/// <summary>One number a proposal: the body that a reward model and a policy share.</summary>
/// <param name="network">One row a proposal, one logit.</param>
/// <param name="encoding">How it reads.</param>
public sealed class RouteScorer(Perceptron network, RouteEncoding encoding)
{
    /// <summary>How it reads.</summary>
    public RouteEncoding Encoding => encoding;

    /// <summary>Scores proposals, any number of them.</summary>
    /// <param name="proposals">The proposals.</param>
    /// <param name="scores">Filled.</param>
    public void Score(ReadOnlySpan<Proposal> proposals, Span<float> scores)
    {
        while (proposals.Length > 0)
        {
            int taken = Math.Min(proposals.Length, network.RowCapacity);
            Forward(proposals[..taken]).CopyTo(scores);
            proposals = proposals[taken..];
            scores = scores[taken..];
        }
    }

    /// <summary>Scores proposals so that <see cref="Learn"/> can follow.</summary>
    /// <param name="proposals">No more than the network has rows.</param>
    /// <returns>Their scores, until the next call.</returns>
    public ReadOnlySpan<float> Forward(ReadOnlySpan<Proposal> proposals)
    {
        Span<float> inputs = network.Begin(proposals.Length);
        for (int i = 0; i < proposals.Length; i++)
            encoding.Encode(proposals[i], inputs.Slice(i * encoding.Inputs, encoding.Inputs));
        network.Forward();
        return network.Logits;
    }

    /// <summary>The derivative of the loss by the scores of the last <see cref="Forward"/>, to be filled.</summary>
    public Span<float> Derivative => network.Derivative;

    /// <summary>Takes one optimiser step.</summary>
    public void Learn() => network.Learn();
}
