namespace Oversight.Runs.Folders;

/// <summary>Where the weights of a run come from, and whether they were checked.</summary>
/// <param name="File">The file, relative to the run's folder.</param>
/// <param name="Step">Optimiser steps of X.</param>
/// <param name="State">How far the run is, in words: <c>finished</c>, or <c>unfinished, step 120 of 1,000</c>.</param>
/// <param name="IsVerified">Whether their hash was checked; not where they carry none and the reader said that they are to be trusted.</param>
public sealed record WeightsOrigin(string File, int Step, string State, bool IsVerified)
{
    /// <summary>What a reader must know; empty for verified weights of a finished run.</summary>
    public string Note
    {
        get
        {
            string state = State == RunEnd.Finished ? "" : $"{char.ToUpperInvariant(State[0])}{State[1..]}: these are the weights of {File}, step {Step:N0}.";
            string trust = IsVerified ? "" : $"The weights in {File} carry no hash and were not checked; they are trusted because --trust says so.";
            return $"{state} {trust}".Trim();
        }
    }
}
