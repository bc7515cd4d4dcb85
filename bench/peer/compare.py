#!/usr/bin/env python3
"""Product and PyTorch in turn: the same networks, batches and one thread each, on the same machine in the same run.

  bench/peer/compare.py                        the table of docs/performance.md, some ten minutes
  bench/peer/compare.py x-128 round-128        these rows only
  bench/peer/compare.py peer --peer DIR        the paper's size against DIR/pytorch_peer.py itself, as it is
  bench/peer/compare.py tiny --peer DIR        whole runs on 4 elements against it

Every row is measured --turns times, product and PyTorch one after the other; figures are medians. Processor time is the fairer of the two clocks on
a machine that others use. PyTorch should run on OpenBLAS with the right kernel: the first lines say which it picked and what it gives.
"""
import argparse, json, os, re, statistics, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

ROWS = [                                              # name, what it is, at least, aim
    ("x-512", "X training step, width 512, 6 + 3 layers, 50 x 64 questions", 1.3, 2),
    ("x-512-short", "the same with 10 x 64 questions", 1.3, 2),
    ("x-128", "X training step, width 128, 3 + 2 layers, 50 x 64 questions", 2, 3),
    ("x-lookup", "look-up network, training step, 64 elements, 8 x 64 questions", 3, 5),
    ("x-lookup-16", "look-up network, training step, 16 elements, 16 x 32 questions", 3, 5),
    ("sampling", "sampling from H', 3,200 transcripts of full length", 6, 10),
    ("sampling-short", "the same with 640 transcripts", 6, 10),
    ("round-128", "whole round, one generation to four steps, width 128", 4, 6),
    ("round-512", "whole round, one generation to four steps, width 512", 2.5, 4),
    ("round-lookup", "whole round of the default, look-up network", None, None),
    ("h-step", "training step of H', width 128, 4 layers", None, None),
    ("teacher-128", "teacher encodes 50 contexts, answers 3,200 questions, width 128", None, None),
]
PRODUCTS = [f"{form}-{shape}" for shape in ("3200x512x512", "3200x512x128", "6400x128x512", "3200x128x128", "6400x64x64", "1000x64x64")
            for form in ("layer", "input-gradient", "weight-gradient")]
DOUBLED = ["contexts", "questions", "width", "depth"]


def run(command, **more):
    return subprocess.run(command, check=True, capture_output=True, text=True, **more).stdout


def product(options, names, repetitions):
    """What `oversight bench` measured, by name."""
    report = json.loads(run([options.oversight, "bench", "--json", "--threads", "1", "--repetitions", str(repetitions), "--seconds", "0", "--only", ",".join(names)]))
    return {m["name"]: m for m in report["measurements"]}, report["peakMemoryMb"]


def pytorch(options, names, repetitions):
    report = json.loads(run([options.python, os.path.join(HERE, "measure.py"), *names, "--repetitions", str(repetitions)]).splitlines()[-1])
    return {m["name"]: m for m in report["measurements"]}, report["peakMemoryMb"]


def in_turn(options, names, repetitions):
    """Product and PyTorch in turn: two lists of measurements by name, and the peak memory of both."""
    ours, theirs, memory = [], [], ([], [])
    for _ in range(options.turns):
        for measure, into, peaks in ((product, ours, memory[0]), (pytorch, theirs, memory[1])):
            measured, peak = measure(options, names, repetitions)
            into.append(measured)
            peaks.append(peak)
    return ours, theirs, [max(peaks) for peaks in memory]


def median(measured, name, field):
    return statistics.median(m[name][field] for m in measured)


def share_of_peak(measured, name):
    return statistics.median(m[name]["gflop"] / m[name]["processorSeconds"] / (m["fma"]["gflop"] / m["fma"]["processorSeconds"]) for m in measured)


def seconds(value):
    return f"{value * 1000:.3g} ms" if value < 1 else f"{value:.2f} s"


def kernel(options):
    """Which kernel OpenBLAS picked, as it says itself."""
    verbose = subprocess.run([options.python, os.path.join(HERE, "measure.py"), "layer-1000x64x64", "--repetitions", "1"],
                             env={**os.environ, "OPENBLAS_VERBOSE": "2"}, capture_output=True, text=True)
    found = re.findall(r"^Core: (\S+)", verbose.stdout + verbose.stderr, re.M)
    return f"OpenBLAS, kernel {found[-1]}" if found else "no OpenBLAS: another library multiplies matrices, and figures mean little"


def compare_work(options, names):
    print("| work, one thread each | product | PyTorch | ratio, processor time | ratio, wall clock | at least | aim | of peak | memory, product / PyTorch |")
    print("|---|---|---|---|---|---|---|---|---|")
    for name, what, least, aim in ROWS:
        if name not in names:
            continue
        ours, theirs, memory = in_turn(options, [name], options.repetitions)
        (p, w), (tp, tw) = [(median(side, name, "processorSeconds"), median(side, name, "seconds")) for side in (ours, theirs)]
        print(f"| {what} | {seconds(p)} | {seconds(tp)} | **{tp / p:.2f}** | {tw / w:.2f} | {least or ''} | {aim or ''} | {share_of_peak(ours, name):.2f} | "
              f"{memory[0]:,.0f} / {memory[1]:,.0f} MB |", flush=True)


def compare_products(options):
    print("\n| product, one thread, GFLOP a second of processor time | product | PyTorch | ratio | of peak |")
    print("|---|---|---|---|---|")
    names = ["product-large", "input-gradient-large", "weight-gradient-large", *PRODUCTS]
    ours, theirs, _ = in_turn(options, names, repetitions=15)
    for name in names:
        gflop = median(ours, name, "gflop")
        p, t = median(ours, name, "processorSeconds"), median(theirs, name, "processorSeconds")
        print(f"| {name} | {gflop / p:.0f} | {gflop / t:.0f} | {t / p:.2f} | {share_of_peak(ours, name):.2f} |")


def compare_doubled(options):
    names = ["double-nothing", *(f"double-{what}" for what in DOUBLED)]
    measured = [product(options, names, 9)[0] for _ in range(options.turns)]
    print("\n| doubled | operations | time |")
    print("|---|---|---|")
    for what in DOUBLED:
        counted, taken = (median(measured, f"double-{what}", field) / median(measured, "double-nothing", field) for field in ("gflop", "processorSeconds"))
        print(f"| {what} | x {counted:.2f} | x {taken:.2f} |")


# The peer's script at the paper's size: one generation of targets to four steps of X, one step of H' a generation as in the product's rounds.
PAPER = ("--nchars 8 --length 2 --log-iters 6 --no-curriculum --nbatch 50 --nq 64 --asker-nh 128 --asker-depth 4 --asker-heads 4 --ne 100 --heads 8 --h-initial 50 "
         "--log-every 1000000 --gen-every 4 --asker-every 4").split()
PAPER_X = {128: "--nh 128 --depth 3 --answer-depth 2", 512: "--nh 512 --depth 6 --answer-depth 3"}
GENERATIONS = 2


def peer_parts(options, width):
    """Processor seconds of the parts of the peer's rounds: a step of X, sampling from H', a whole round; and its peak memory."""
    printed = run([options.python, os.path.join(options.peer, "pytorch_peer.py"), *PAPER, *PAPER_X[width].split(), "--steps", str(4 * GENERATIONS)])
    wall, cpu, memory = (float(n) for n in re.search(r"([\d.]+)s wall, ([\d.]+)s CPU.* peak RSS (\d+) MiB", printed).groups())
    parts = {name: float(seconds) * cpu / wall for name, seconds in re.findall(r"^#   (\S.*?) +([\d.]+)s +[\d.]+%", printed, re.M)}
    rounds = sum(parts.values()) - parts["H query"]
    return {"x": parts["X train"] / (4 * GENERATIONS), "sampling": parts["H' sample"] / GENERATIONS, "round": rounds / GENERATIONS, "memory": memory}


def compare_peer(options):
    """The peer's own script beside the product: networks of the same shapes, each side's own way of making a round."""
    print("\n| work, one thread each | product | the peer | ratio, processor time | at least | aim | memory of a round, product / peer |")
    print("|---|---|---|---|---|---|---|")
    wanted = {name: (what, least, aim) for name, what, least, aim in ROWS}
    for width in PAPER_X:
        names = {"x": f"x-{width}", "round": f"round-{width}", **({"sampling": "sampling"} if width == 128 else {})}
        ours, theirs, memory = {part: [] for part in names}, [], []
        for _ in range(options.turns):
            for part, name in names.items():
                measured, peak = product(options, [name], options.repetitions)
                ours[part].append(measured[name]["processorSeconds"])
                memory += [peak] if part == "round" else []
            theirs.append(peer_parts(options, width))
        for part, name in names.items():
            what, least, aim = wanted[name]
            p, t = statistics.median(ours[part]), statistics.median(one[part] for one in theirs)
            peaks = f"{max(memory):,.0f} / {max(one['memory'] for one in theirs):,.0f} MB" if part == "round" else ""
            print(f"| {what} | {seconds(p)} | {seconds(t)} | **{t / p:.2f}** | {least} | {aim} | {peaks} |", flush=True)


# The settings of the peer's report for four elements, and the product's own names for the same. The product measures once, at the end: the peer's clock stops while it measures.
TINY = "--log-every 100 --max-seconds 600 --decode greedy --ema 100 --asker-idle-loss 0.01 --target 0.99 --steps 6000".split()
TINY_SET = ("assistant.network=published assistant.width=64 assistant.layers=1 assistant.answerLayers=1 assistant.heads=4 assistant.embedding=32 assistant.rate=0.001 "
            "humanModel.width=64 humanModel.layers=2 humanModel.heads=4 humanModel.rate=0.001 humanModel.batch=50 humanModel.idleBelow=0.01 "
            "batch.contexts=50 batch.questions=4 human.initial=500 amplify.abstainBelow=0 amplify.unknownWeight=1 "
            "teacher.horizon=100 replay.batches=50 replay.stepsPerRound=4 evaluation.every=1000000").split()


def tiny_run(options, seed, steps, folder):
    """A run of the product of so many steps: processor seconds with the program's start, and the accuracy of X's average on 64 contexts that training draws from."""
    before = os.times()
    run([options.oversight, "train", "permutation-powering", "--preset", "tiny", "--seed", str(seed), "--threads", "1", "--minutes", "10", "--steps", str(steps),
         "--until", "2", "--json", "--out", folder, "--set", *TINY_SET])
    after = os.times()
    measured = json.loads(run([options.oversight, "eval", folder, "--seen", "--contexts", "64", "--json"]))
    return after.children_user + after.children_system - before.children_user - before.children_system, measured["accuracy"]["teacher"]["share"]


def tiny_to_target(options, seed):
    """The shortest run, in hundreds of steps, after which X's average reaches 0.99."""
    for steps in range(100, 6001, 100):
        with tempfile.TemporaryDirectory() as folder:
            seconds, accuracy = tiny_run(options, seed, steps, os.path.join(folder, "run"))
        if accuracy >= 0.99:
            return seconds, steps
    raise SystemExit(f"the product does not reach 0.99 with seed {seed}")


def compare_tiny(options):
    """Whole runs on 4 elements to 0.99, published network: the peer's own script, and the product with the same sizes and settings. Both are measured on what they learn from."""
    print("\n| whole run, 4 elements, to 0.99 | product: processor time, steps | PyTorch | ratio |")
    print("|---|---|---|---|")
    for seed in range(options.turns):
        ours, steps = tiny_to_target(options, seed)
        peer = run([options.python, os.path.join(options.peer, "pytorch_peer.py"), *TINY, "--seed", str(seed)])
        found = re.search(r"target reached: .* wall, ([\d.]+)s CPU, (\d+) steps", peer)
        if not found:
            raise SystemExit(f"the peer does not reach 0.99 with seed {seed}")
        print(f"| seed {seed} | {ours:.1f} s, {steps} | {found[1]} s, {found[2]} | **{float(found[1]) / ours:.1f}** |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="*", help="names of rows, products, doubled, peer or tiny; all where none is given, the last two where --peer is")
    parser.add_argument("--oversight", default=os.path.join(ROOT, "artifacts/bin/Oversight.Cli/release/oversight"), help="the product, built with -c Release")
    parser.add_argument("--python", default=sys.executable, help="a Python that has PyTorch")
    parser.add_argument("--peer", help="folder of pytorch_peer.py, for peer and tiny")
    parser.add_argument("--turns", type=int, default=3, help="how often both sides are measured")
    parser.add_argument("--repetitions", type=int, default=3, help="how often a piece of work is repeated each time, after a first time that does not count")
    options = parser.parse_args()
    rows = options.rows or [*(name for name, *_ in ROWS), "products", "doubled", *(["peer", "tiny"] if options.peer else [])]
    model = re.search(r"^model name\s*: (.*)$", open("/proc/cpuinfo").read(), re.M) if os.path.exists("/proc/cpuinfo") else None
    print(f"{model.group(1) if model else 'unknown processor'}, {os.cpu_count()} cores; {kernel(options)}; {time.strftime('%Y-%m-%d')}\n")
    if any(name in rows for name, *_ in ROWS):
        compare_work(options, rows)
    if "products" in rows:
        compare_products(options)
    if "doubled" in rows:
        compare_doubled(options)
    if "peer" in rows:
        compare_peer(options)
    if "tiny" in rows:
        compare_tiny(options)


if __name__ == "__main__":
    main()
