using Oversight.Determinism;
using Oversight.Learning.Perceptrons;

namespace Oversight.Methods.WeakToStrong;

/// <summary>Fits networks to labels: the loops that supervisor, student, ceiling and probe share.</summary>
/// <param name="batch">Rows a step.</param>
internal sealed class Fitting(int batch)
{
    private readonly int[] _rows = new int[batch];
    private readonly float[] _sorted = new float[batch];

    /// <summary>One step on what is to be seen without labels: the concepts.</summary>
    /// <param name="network">Outputs of the concepts first.</param>
    /// <param name="examples">What is looked at.</param>
    /// <param name="random">Draws rows.</param>
    public void LearnConcepts(Perceptron network, Examples examples, RandomStream random)
    {
        Load(network, examples, random);
        int outputs = network.Shape.Outputs;
        Span<float> derivative = network.Derivative;
        derivative.Clear();
        for (int i = 0; i < batch; i++)
        {
            for (int concept = 0; concept < ConceptWorld.Concepts; concept++)
            {
                float target = examples.Concepts[_rows[i] * ConceptWorld.Concepts + concept];
                Losses.Logistic(network.Logits[i * outputs + concept], target, out float slope);
                derivative[i * outputs + concept] = slope / batch;
            }
        }

        network.Learn();
    }

    /// <summary>One step on labels for the last output.</summary>
    /// <param name="network">The target is its last output.</param>
    /// <param name="examples">The inputs.</param>
    /// <param name="labels">One a row: the probability of yes.</param>
    /// <param name="confidence">
    /// The share of the auxiliary confidence loss (Burns et al. 2023, appendix A.4): cross-entropy with the student's own answer, hardened at the threshold that keeps the share of yes.
    /// </param>
    /// <param name="random">Draws rows.</param>
    public void LearnTarget(Perceptron network, Examples examples, ReadOnlySpan<float> labels, double confidence, RandomStream random)
    {
        Load(network, examples, random);
        int outputs = network.Shape.Outputs;
        float threshold = confidence > 0 ? Threshold(network, labels) : 0;
        Span<float> derivative = network.Derivative;
        derivative.Clear();
        for (int i = 0; i < batch; i++)
        {
            float logit = network.Logits[i * outputs + outputs - 1];
            float own = logit > threshold ? 1 : 0;
            float target = (float)((1 - confidence) * labels[_rows[i]] + confidence * own);
            Losses.Logistic(logit, target, out float slope);
            derivative[i * outputs + outputs - 1] = slope / batch;
        }

        network.Learn();
    }

    /// <summary>The last output's probability for every row.</summary>
    /// <param name="network">The network.</param>
    /// <param name="examples">The inputs.</param>
    public float[] Predict(Perceptron network, Examples examples)
    {
        var answers = new float[examples.Count];
        int outputs = network.Shape.Outputs;
        for (int first = 0; first < examples.Count; first += batch)
        {
            int rows = Math.Min(batch, examples.Count - first);
            examples.Inputs.AsSpan(first * examples.Width, rows * examples.Width).CopyTo(network.Begin(rows));
            network.Forward();
            for (int i = 0; i < rows; i++)
                answers[first + i] = Losses.Sigmoid(network.Logits[i * outputs + outputs - 1]);
        }

        return answers;
    }

    /// <summary>What a pretrained network says of the concepts, as inputs of a probe.</summary>
    /// <param name="network">Outputs of the concepts first.</param>
    /// <param name="examples">The inputs; their targets are kept.</param>
    public Examples Describe(Perceptron network, Examples examples)
    {
        var described = new Examples(examples.Count, ConceptWorld.Concepts, 0);
        examples.Targets.CopyTo(described.Targets.AsSpan());
        int outputs = network.Shape.Outputs;
        for (int first = 0; first < examples.Count; first += batch)
        {
            int rows = Math.Min(batch, examples.Count - first);
            examples.Inputs.AsSpan(first * examples.Width, rows * examples.Width).CopyTo(network.Begin(rows));
            network.Forward();
            for (int i = 0; i < rows * ConceptWorld.Concepts; i++)
            {
                float logit = network.Logits[i / ConceptWorld.Concepts * outputs + i % ConceptWorld.Concepts];
                described.Inputs[first * ConceptWorld.Concepts + i] = 2 * Losses.Sigmoid(logit) - 1;
            }
        }

        return described;
    }

    private void Load(Perceptron network, Examples examples, RandomStream random)
    {
        Span<float> inputs = network.Begin(batch);
        for (int i = 0; i < batch; i++)
        {
            _rows[i] = random.Next(examples.Count);
            examples.Input(_rows[i]).CopyTo(inputs[(i * examples.Width)..]);
        }

        network.Forward();
    }

    /// <summary>The logit above which as large a share of the batch lies as its labels say yes.</summary>
    private float Threshold(Perceptron network, ReadOnlySpan<float> labels)
    {
        int outputs = network.Shape.Outputs;
        double yes = 0;
        for (int i = 0; i < batch; i++)
        {
            _sorted[i] = network.Logits[i * outputs + outputs - 1];
            yes += labels[_rows[i]];
        }

        _sorted.AsSpan().Sort();
        int no = Math.Clamp((int)Math.Round(batch - yes), 1, batch - 1);
        return (_sorted[no - 1] + _sorted[no]) / 2;
    }
}
