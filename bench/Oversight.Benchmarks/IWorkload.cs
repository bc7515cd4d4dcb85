namespace Oversight.Benchmarks;

/// <summary>A piece of work that can be repeated and timed.</summary>
public interface IWorkload : IDisposable
{
    /// <summary>What is counted, in the plural: steps, tokens, questions, products.</summary>
    string Unit { get; }

    /// <summary>How many units of work lie behind.</summary>
    long Done { get; }

    /// <summary>The multiplications and additions of all matrix products so far, as the tapes counted them; 0 where none are counted.</summary>
    long Flops { get; }

    /// <summary>Bytes moved so far, where it is memory that is measured.</summary>
    long Bytes => 0;

    /// <summary>Does the work once.</summary>
    void Run();
}
