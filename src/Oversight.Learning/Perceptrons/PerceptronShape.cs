namespace Oversight.Learning.Perceptrons;

/// <summary>The size of a <see cref="Perceptron"/>.</summary>
/// <param name="Inputs">Numbers a row.</param>
/// <param name="Width">Hidden units a layer.</param>
/// <param name="Layers">Hidden layers; with 0 the network is a table of weights.</param>
/// <param name="Outputs">Logits a row.</param>
public sealed record PerceptronShape(int Inputs, int Width, int Layers, int Outputs);
