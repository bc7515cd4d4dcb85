namespace Oversight.Cli.Input;

/// <summary>The input is wrong. The message is one line: what was given, what is allowed, what to do.</summary>
/// <param name="message">The line.</param>
internal sealed class BadInputException(string message) : Exception(message);
