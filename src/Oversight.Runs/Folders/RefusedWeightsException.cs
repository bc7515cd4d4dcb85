namespace Oversight.Runs.Folders;

/// <summary>A run has no weights that can be used. The message goes on after the run's folder: <c>holds no weights yet: ...</c></summary>
/// <param name="message">What is wrong and what to do, one line.</param>
internal sealed class RefusedWeightsException(string message) : Exception(message);
