namespace Oversight.Methods.Debate;

/// <summary>How debaters are trained by self-play.</summary>
/// <param name="Steps">Optimiser steps.</param>
/// <param name="Debates">Debates a step.</param>
/// <param name="Width">Hidden units a layer.</param>
/// <param name="Rate">The learning rate.</param>
/// <param name="Slips">How often a debater in training plays at random.</param>
/// <param name="Pairs">Pairs of answers in each evaluation.</param>
/// <param name="RandomVerdicts">Whether each verdict is a coin instead: the negative control.</param>
public sealed record SelfPlayOptions(
    int Steps, int Debates = 128, int Width = 128, double Rate = 0.002, double Slips = 0.02, int Pairs = 300, bool RandomVerdicts = false);
