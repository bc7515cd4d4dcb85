using System.Collections.Immutable;
using Oversight.Learning.Options;
using Oversight.Numerics;
using Oversight.Runs.Rounds;

namespace Oversight.Benchmarks;

/// <summary>Everything that <c>oversight bench</c> can time.</summary>
public static class BenchmarkCatalogue
{
    /// <summary>What the machine gives: multiply-adds, the roof that all else is compared with, and memory.</summary>
    /// <param name="pool">The threads.</param>
    /// <param name="withMemory">Whether memory is measured; that takes 256 MB itself.</param>
    public static ImmutableArray<Benchmark> Machine(WorkerPool pool, bool withMemory = true)
    {
        var arithmetic = new Benchmark("fma", "multiply-adds in registers", pool.Threads, true, () => new MultiplyAddWorkload(pool));
        return withMemory
            ? [arithmetic, new("memory", "y += x over 256 MB", pool.Threads, true, () => new BandwidthWorkload(pool))]
            : [arithmetic];
    }

    /// <summary>What the engine makes of it.</summary>
    /// <param name="pool">The threads of what can use several.</param>
    public static ImmutableArray<Benchmark> Work(WorkerPool pool) => [.. Products(), .. Steps(pool), .. Doubled(pool), .. Answering(), .. Rounds(pool)];

    private static IEnumerable<Benchmark> Products()
    {
        yield return Product("large", ProductForm.Plain, 2048, 2048, 2048, isUsual: true);
        yield return Product("large", ProductForm.TransposedRight, 2048, 2048, 2048, isUsual: false);
        yield return Product("large", ProductForm.TransposedLeft, 2048, 2048, 2048, isUsual: false);
        (int Rows, int Columns, int Depth)[] shapes = [(3200, 512, 512), (3200, 512, 128), (6400, 128, 512), (3200, 128, 128), (6400, 64, 64), (1000, 64, 64)];
        foreach ((int rows, int columns, int depth) in shapes)
        {
            bool isUsual = (rows, columns, depth) is (3200, 512, 128) or (6400, 64, 64);
            string shape = $"{rows}x{columns}x{depth}";
            yield return Product(shape, ProductForm.Layer, rows, columns, depth, isUsual);
            yield return Product(shape, ProductForm.TransposedRight, rows, depth, columns, isUsual);
            yield return Product(shape, ProductForm.TransposedLeft, depth, columns, rows, isUsual);
        }
    }

    private static Benchmark Product(string shape, ProductForm form, int m, int n, int k, bool isUsual)
    {
        (string name, string what) = form switch
        {
            ProductForm.Layer => ("layer", "max(0, A B + b)"),
            ProductForm.TransposedRight => ("input-gradient", "A B^T"),
            ProductForm.TransposedLeft => ("weight-gradient", "A^T B"),
            _ => ("product", "A B"),
        };
        return new($"{name}-{shape}", $"{what}, {m} x {n}, sums of {k}", 1, isUsual, () => new ProductWorkload(form, m, n, k));
    }

    private static IEnumerable<Benchmark> Steps(WorkerPool pool)
    {
        yield return Step("x-lookup", "look-up network, 64 elements, 8 x 64 questions", BenchmarkOptions.Default, pool, isUsual: true);
        yield return Step("x-lookup-16", "look-up network, 16 elements, 16 x 32 questions", BenchmarkOptions.SmallLookup, pool);
        yield return Step("x-128", "published network, width 128, 3 + 2 layers, 50 x 64 questions", BenchmarkOptions.Published(128, 3, 2), pool, isUsual: true);
        yield return Step("x-512-short", "published network, width 512, 6 + 3 layers, 10 x 64 questions", BenchmarkOptions.Published(512, 6, 3, contexts: 10), pool, isUsual: true);
        yield return Step("x-512", "published network, width 512, 6 + 3 layers, 50 x 64 questions", BenchmarkOptions.Published(512, 6, 3), pool);
        yield return new(
            "h-step",
            "training step of H', width 128, 4 layers, 50 transcripts",
            pool.Threads,
            true,
            () => new HumanModelStepWorkload(BenchmarkOptions.Published(128, 3, 2), pool));
    }

    /// <summary>A training step, and the same with one thing doubled: time should grow as operations do.</summary>
    private static IEnumerable<Benchmark> Doubled(WorkerPool pool)
    {
        TrainingOptions simple = BenchmarkOptions.Published(128, 2, 2, contexts: 16) with { Batch = new BatchOptions { Contexts = 16, Questions = 32 } };
        AssistantOptions assistant = simple.Assistant;
        yield return Step("double-nothing", "published network, width 128, 2 + 2 layers, 16 x 32 questions", simple, pool);
        yield return Step("double-contexts", "the same with 32 contexts", simple with { Batch = simple.Batch with { Contexts = 32 } }, pool);
        yield return Step("double-questions", "the same with 64 questions a context", simple with { Batch = simple.Batch with { Questions = 64 } }, pool);
        yield return Step("double-width", "the same with width 256", simple with { Assistant = assistant with { Width = 256 } }, pool);
        yield return Step("double-depth", "the same with 4 + 4 layers", simple with { Assistant = assistant with { Layers = 4, AnswerLayers = 4 } }, pool);
    }

    private static Benchmark Step(string name, string what, TrainingOptions options, WorkerPool pool, bool isUsual = false) =>
        new(name, $"training step of X: {what}", pool.Threads, isUsual, () => new AssistantStepWorkload(options, pool));

    private static IEnumerable<Benchmark> Answering()
    {
        yield return new(
            "sampling-short", "640 transcripts of full length from H', width 128, 4 layers", 1, true, () => new SamplingWorkload(BenchmarkOptions.Published(128, 3, 2, contexts: 10)));
        yield return new(
            "sampling", "3,200 transcripts of full length from H', width 128, 4 layers", 1, false, () => new SamplingWorkload(BenchmarkOptions.Published(128, 3, 2)));
        yield return new(
            "teacher-lookup", "the look-up network encodes 8 contexts and answers 512 questions", 1, true, () => new TeacherWorkload(BenchmarkOptions.Default));
        yield return new(
            "teacher-128", "the published network, width 128, encodes 50 contexts and answers 3,200 questions", 1, true, () => new TeacherWorkload(BenchmarkOptions.Published(128, 3, 2)));
        yield return new(
            "teacher-512", "the published network, width 512, encodes 50 contexts and answers 3,200 questions", 1, false, () => new TeacherWorkload(BenchmarkOptions.Published(512, 6, 3)));
    }

    private static IEnumerable<Benchmark> Rounds(WorkerPool pool)
    {
        yield return new("round-lookup", "a round of 'oversight train permutation-powering'", pool.Threads, true, () => new RoundWorkload(BenchmarkOptions.Default, pool));
        yield return new(
            "round-128", "a round: 3,200 targets, 4 steps of X (published, width 128), 1 of H' (width 128)", pool.Threads, false, () => new RoundWorkload(BenchmarkOptions.Published(128, 3, 2), pool));
        yield return new(
            "round-512", "a round: 3,200 targets, 4 steps of X (published, width 512), 1 of H' (width 128)", pool.Threads, false, () => new RoundWorkload(BenchmarkOptions.Published(512, 6, 3), pool));
    }
}
