namespace Oversight.Core;

/// <summary>
/// What a question may be answered from: the facts of one context, in order. Facts are all that an assistant is ever handed;
/// ground truth is a different type that lives with the tasks and never reaches one. Immutable.
/// </summary>
public sealed class Facts
{
    private readonly Symbols[] _statements;

    /// <summary>Keeps a copy of the statements.</summary>
    /// <param name="statements">The facts, in order.</param>
    public Facts(ReadOnlySpan<Symbols> statements) => _statements = statements.ToArray();

    /// <summary>How many facts there are.</summary>
    public int Count => _statements.Length;

    /// <summary>The facts, in order.</summary>
    public ReadOnlySpan<Symbols> Statements => _statements;

    /// <summary>One fact.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    public Symbols this[int index] => _statements[index];
}
