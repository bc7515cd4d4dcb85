using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Numerics;

namespace Oversight.Runs.Studies;

/// <summary>
/// Runs the units of a study side by side, one a thread, saves them while they run, and goes on with those that were saved. Results do not depend on the number of threads.
/// </summary>
/// <param name="folder">Where checkpoints go.</param>
/// <param name="pool">Runs the units.</param>
/// <param name="clock">Tells when to save, and how long it took.</param>
public sealed class StudyRunner(string folder, WorkerPool pool, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(20);

    /// <summary>Called, by any thread, whenever a unit has moved on.</summary>
    public Action<StudyProgress>? OnProgress { get; set; }

    /// <summary>
    /// Called once, before anything is run, where units go on that were computed with vectors of other bits, which it is given; 0 for
    /// none.
    /// </summary>
    public Action<int>? OnOtherVectors { get; set; }

    /// <summary>
    /// The bits of the vectors that the units were computed with; more than one where the study went on on another vector path.
    /// </summary>
    public ImmutableArray<int> VectorWidths { get; private set; } = [];

    /// <summary>Runs.</summary>
    /// <param name="study">The study.</param>
    /// <param name="identity">What else decides its results: its form.</param>
    /// <param name="seeds">The seeds.</param>
    /// <param name="cancellation">Asks to stop; what is done is saved.</param>
    /// <returns>For each seed the finished units' states and seconds; null if it was stopped before the end.</returns>
    /// <exception cref="InvalidDataException">A checkpoint is damaged or of another study; the message names it.</exception>
    public ImmutableArray<SeedResult>? Run(Study study, string identity, ImmutableArray<long> seeds, CancellationToken cancellation)
    {
        // A seed that is given twice is one seed: two units would write into the same file, and an average would count it twice.
        seeds = [.. seeds.Distinct()];
        Job[] jobs = [.. from seed in seeds from unit in study.NewUnits(seed) select new Job(seed, unit, PathOf(seed, unit))];
        try
        {
            foreach (Job job in jobs)
                Restore(job, $"{study.Name} {identity} seed {job.Seed} {job.Unit.Name}");
            TellOfOtherVectors(jobs);
            pool.For(jobs.Length, i => Work(jobs[i], jobs, cancellation));
            VectorWidths = WidthsOf(jobs);
            return jobs.All(job => job.Unit.IsFinished) ? [.. seeds.Select(seed => Gather(seed, jobs))] : null;
        }
        finally
        {
            foreach (Job job in jobs)
                job.Unit.Dispose();
        }
    }

    private string PathOf(long seed, StudyUnit unit) => Path.Combine(folder, $"seed-{seed}", $"{unit.Name}.safetensors");

    private static void Restore(Job job, string identity)
    {
        job.Identity = identity;
        if (!File.Exists(job.Path))
            return;
        try
        {
            job.Seconds = UnitFile.Read(job.Path, job.Unit, identity);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"'{job.Path}' cannot be gone on with: {exception.Message.TrimEnd('.')}; remove it or give another folder", exception);
        }
    }

    private void TellOfOtherVectors(Job[] jobs)
    {
        if (jobs.FirstOrDefault(job => !job.Unit.IsFinished && job.Unit.VectorWidths is [.., int last] && last != Simd.Bits) is { } other)
            OnOtherVectors?.Invoke(other.Unit.VectorWidths[^1]);
    }

    private static ImmutableArray<int> WidthsOf(Job[] jobs) => [.. jobs.SelectMany(job => job.Unit.VectorWidths).Distinct()];

    private static StudyProgress ProgressOf(Job job, Job[] jobs) => new(job.Seed, job.Unit.Name, job.Unit.StepsDone, job.Unit.TotalSteps)
    {
        UnitsFinished = jobs.Count(one => one.Unit.IsFinished),
        Units = jobs.Length,
        Share = jobs.Average(one => one.Unit.IsFinished ? 1 : (double)one.Unit.StepsDone / one.Unit.TotalSteps),
    };

    private void Work(Job job, Job[] jobs, CancellationToken cancellation)
    {
        if (job.Unit.IsFinished)
            return;
        double before = job.Seconds;
        long start = clock.GetTimestamp();
        long saved = start;
        Directory.CreateDirectory(Path.GetDirectoryName(job.Path)!);
        while (!job.Unit.IsFinished && !cancellation.IsCancellationRequested)
        {
            job.Unit.Advance(cancellation);
            job.Seconds = before + clock.GetElapsedTime(start).TotalSeconds;
            OnProgress?.Invoke(ProgressOf(job, jobs));
            if (clock.GetElapsedTime(saved) < Interval)
                continue;
            UnitFile.Write(job.Path, job.Unit, job.Identity, job.Seconds);
            saved = clock.GetTimestamp();
        }

        UnitFile.Write(job.Path, job.Unit, job.Identity, job.Seconds);
    }

    private static SeedResult Gather(long seed, Job[] jobs)
    {
        Job[] own = [.. jobs.Where(job => job.Seed == seed)];
        return new SeedResult(
            seed,
            [.. own.SelectMany(job => job.Unit.Measures)],
            own.Aggregate(new OversightLedger(), (sum, job) => sum + job.Unit.Ledger),
            own.Sum(job => job.Seconds));
    }

    private sealed class Job(long seed, StudyUnit unit, string path)
    {
        public long Seed { get; } = seed;

        public StudyUnit Unit { get; } = unit;

        public string Path { get; } = path;

        public string Identity { get; set; } = "";

        public double Seconds { get; set; }
    }
}
