namespace Oversight.Conformance;

/// <summary>A fixture is not written as it should be; the message is one line with file, line, place and problem.</summary>
public sealed class FixtureFormatException : FormatException
{
    /// <summary>Without a message.</summary>
    public FixtureFormatException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">File, line, place and problem.</param>
    public FixtureFormatException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and what caused it.</summary>
    /// <param name="message">File, line, place and problem.</param>
    /// <param name="innerException">The cause.</param>
    public FixtureFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
