using System.Runtime.InteropServices;

namespace Oversight.Cli.Input;

/// <summary>Ctrl+C and SIGTERM: the first asks the work to end well, the second ends the program at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private readonly Action _onFirst;
    private readonly string _atOnce;
    private int _signals;

    /// <summary>Listens until disposed of.</summary>
    /// <param name="onFirst">Says that the work is about to end.</param>
    /// <param name="atOnce">What is said where the program ends at once: what is lost, and how to go on.</param>
    public Interruption(Action onFirst, string atOnce = "what was saved before is kept, go on from it with 'oversight resume'")
    {
        (_onFirst, _atOnce) = (onFirst, atOnce);
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal));
    }

    /// <summary>Asks the work to end.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>
    /// Listens for work that leaves nothing behind and cannot end well before its end: the first signal ends the program at once.
    /// </summary>
    /// <param name="atOnce">What is said.</param>
    public static Interruption AtOnce(string atOnce) => new(static () => { }, atOnce) { _signals = 1 };

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _signals) > 1)
        {
            // The live display hides the cursor.
            if (!Console.IsOutputRedirected)
                Console.Out.Write("\e[?25h\n");
            Console.Error.WriteLine($"oversight: ended at once; {_atOnce}");
            Environment.Exit(ExitCode.Killed);
        }

        _onFirst();
        _source.Cancel();
    }
}
