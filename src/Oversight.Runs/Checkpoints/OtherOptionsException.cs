using Oversight.Runs.Settings;

namespace Oversight.Runs.Checkpoints;

/// <summary>A checkpoint is whole but was made with other options than the run's, so that going on would be another run.</summary>
/// <param name="checkpoint">The checkpoint's name.</param>
/// <param name="difference">The options' first difference: the run's value, then the checkpoint's.</param>
public sealed class OtherOptionsException(string checkpoint, OptionsDifference difference) : Exception(
    $"{difference.Path} is {difference.One} in config.json, but {checkpoint} was made with {difference.Other}; set it back, or train anew with 'oversight train'");
