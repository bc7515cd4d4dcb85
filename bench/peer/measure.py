#!/usr/bin/env python3
"""Times pieces of work in PyTorch, one thread, and prints one JSON object: what `oversight bench --json` prints for the product.

  measure.py x-128 sampling --repetitions 3
"""
import argparse, copy, json, os, resource, statistics, time


def choose_kernel():
    """OpenBLAS does not know every processor and then falls back to an old kernel, several times too slow: it must be told before torch loads."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    flags = open("/proc/cpuinfo").read() if os.path.exists("/proc/cpuinfo") else ""
    if "avx2" in flags:
        os.environ.setdefault("OPENBLAS_CORETYPE", "SkylakeX" if "avx512f" in flags else "Haswell")


choose_kernel()
import torch                                                                                  # noqa: E402
from networks import HumanModel, Lookup, Published, Sizes, average, optimiser                 # noqa: E402

PAPER, SMALL = Sizes(8, 2, 6), Sizes(4, 2, 4)


def products(m, n, k, left=False, right=False):
    a = torch.randn(k, m).t() if left else torch.randn(m, k)
    b = torch.randn(n, k).t() if right else torch.randn(k, n)
    c, bias = torch.empty(m, n), torch.randn(n)
    times = max(1, int(4e8 / (2 * m * n * k)))

    def run():
        for _ in range(times):
            torch.mm(a, b, out=c)
    return run, times, 2 * m * n * k * times


def layer(m, n, k):
    """max(0, A B + b), as an inference without gradients would."""
    a, b, bias = torch.randn(m, k), torch.randn(k, n), torch.randn(n)
    times = max(1, int(4e8 / (2 * m * n * k)))

    @torch.no_grad()
    def run():
        for _ in range(times):
            torch.relu_(torch.addmm(bias, a, b))
    return run, times, 2 * m * n * k * times


def x_step(network, sizes, contexts, questions):
    student = network()
    teacher, step = copy.deepcopy(student), optimiser(student)
    batch = sizes.batch(contexts, questions, torch.Generator().manual_seed(1))

    def run():
        step(student.loss(*batch))
        average(teacher, student, 0.01)
    return run, 1, 0


def transcripts(sizes, count, generator):
    """Transcripts of the script H as symbols (count, T), one with an odd exponent for each with an even one; and which symbols H wrote."""
    _, questions, answers, _ = sizes.batch(count, 1, generator)
    ask = torch.full((count, 1), sizes.ask)
    parts = [questions[:, 0]]
    for _ in range(sizes.rounds):
        parts += [ask, questions[:, 0], answers[:, 0]]
    whole = torch.cat(parts + [torch.full((count, 1), sizes.reply), answers[:, 0]], -1)
    place = (torch.arange(sizes.transcript) - sizes.question) % sizes.round
    humans = ((torch.arange(sizes.transcript) >= sizes.question) & (place < 1 + sizes.question)).float()
    return whole, humans[1:]


def h_step(width=128, layers=4, heads=4, batch=50):
    model = HumanModel(PAPER, width, layers, heads)
    step = optimiser(model)
    whole, humans = transcripts(PAPER, batch, torch.Generator().manual_seed(2))
    return (lambda: step(model.loss(whole, humans.expand(batch, -1)))), 1, 0


def amplify(model, whole, sizes, answer, part_that_asks_thrice):
    """H' writes transcripts; those with an even exponent end after two exchanges. `answer` is called with each round's number. Returns the symbols read."""
    m, cache, at, tokens = len(whole), model.cache(len(whole)), sizes.question, 0
    model.read(whole[:, :at], cache, 0)
    tokens += m * at
    for asked in range(sizes.rounds):
        if asked == 2 and part_that_asks_thrice < 1:
            ends = int(m * (1 - part_that_asks_thrice))
            reply(model, whole[:ends], model.part(cache, slice(0, ends)), sizes, at)
            tokens += ends * sizes.answer
            whole, cache = whole[ends:], model.part(cache, slice(ends, m))
            m = len(whole)
        model.write(whole[:, at:at + sizes.question], cache, at)                              # ask and all but the last symbol of the sub-question
        at += sizes.question
        answer(asked)
        model.read(whole[:, at:at + 1 + sizes.answer], cache, at)
        at += 1 + sizes.answer
        tokens += m * sizes.round
    reply(model, whole, cache, sizes, at)
    return tokens + m * sizes.answer


def reply(model, whole, cache, sizes, at):
    model.write(torch.cat([torch.full((len(whole), 1), sizes.reply), whole[:, -sizes.answer:-1]], -1), cache, at)


def sampling(count, at_once=None, width=128, layers=4, heads=4):
    model = HumanModel(PAPER, width, layers, heads).eval()
    whole, _ = transcripts(PAPER, count, torch.Generator().manual_seed(2))
    pieces = whole.split(at_once or count)

    def run():
        return sum(amplify(model, piece, PAPER, lambda _: None, 1) for piece in pieces)
    return run, None, 0


def teacher(network, sizes, contexts, questions):
    x = network().eval()
    facts, asked, _, _ = sizes.batch(contexts, questions, torch.Generator().manual_seed(1))

    @torch.no_grad()
    def run():
        x.answer(x.encode(facts), asked)
    return run, contexts * questions, 0


def whole_round(network, sizes, contexts, questions, steps, human):
    """One generation of targets with H' and the teacher, training steps of X on it, one of H'. The third sub-question is answered from the facts."""
    student = network()
    averaged, step = copy.deepcopy(student).eval(), optimiser(student)
    model = HumanModel(sizes, *human)
    published, human_step = copy.deepcopy(model).eval(), optimiser(model)
    generator = torch.Generator().manual_seed(3)

    def run():
        facts, asked, words, numbers = sizes.batch(contexts, questions, generator)
        whole, humans = transcripts(sizes, contexts * questions, generator)
        with torch.no_grad():
            state = averaged.encode(facts)
        amplify(published, whole, sizes, lambda number: averaged.answer(state, asked) if number < 2 else None, 0.5)
        for _ in range(steps):
            step(student.loss(facts, asked, words, numbers))
            average(averaged, student, 0.01)
        human_step(model.loss(whole[:50], humans.expand(50, -1)))
        published.load_state_dict(model.state_dict())
    return run, 1, 0


published = lambda width, layers, answer_layers: lambda: Published(PAPER, width, layers, answer_layers)
lookup = lambda sizes, layers: lambda: Lookup(sizes, 64, layers)
SHAPES = [(3200, 512, 512), (3200, 512, 128), (6400, 128, 512), (3200, 128, 128), (6400, 64, 64), (1000, 64, 64)]
WORK = {
    "product-large": lambda: products(2048, 2048, 2048),
    "input-gradient-large": lambda: products(2048, 2048, 2048, right=True),
    "weight-gradient-large": lambda: products(2048, 2048, 2048, left=True),
    **{f"layer-{m}x{n}x{k}": lambda m=m, n=n, k=k: layer(m, n, k) for m, n, k in SHAPES},
    **{f"input-gradient-{m}x{n}x{k}": lambda m=m, n=n, k=k: products(m, k, n, right=True) for m, n, k in SHAPES},
    **{f"weight-gradient-{m}x{n}x{k}": lambda m=m, n=n, k=k: products(k, n, m, left=True) for m, n, k in SHAPES},
    "x-lookup": lambda: x_step(lookup(PAPER, 6), PAPER, 8, 64),
    "x-lookup-16": lambda: x_step(lookup(SMALL, 4), SMALL, 16, 32),
    "x-128": lambda: x_step(published(128, 3, 2), PAPER, 50, 64),
    "x-512-short": lambda: x_step(published(512, 6, 3), PAPER, 10, 64),
    "x-512": lambda: x_step(published(512, 6, 3), PAPER, 50, 64),
    "h-step": h_step,
    "sampling-short": lambda: sampling(640),
    "sampling": lambda: sampling(3200),
    "sampling-in-parts": lambda: sampling(3200, 256),
    "teacher-lookup": lambda: teacher(lookup(PAPER, 6), PAPER, 8, 64),
    "teacher-128": lambda: teacher(published(128, 3, 2), PAPER, 50, 64),
    "teacher-512": lambda: teacher(published(512, 6, 3), PAPER, 50, 64),
    "round-lookup": lambda: whole_round(lookup(PAPER, 6), PAPER, 8, 64, 1, (64, 1, 1)),
    "round-128": lambda: whole_round(published(128, 3, 2), PAPER, 50, 64, 4, (128, 4, 4)),
    "round-512": lambda: whole_round(published(512, 6, 3), PAPER, 50, 64, 4, (128, 4, 4)),
}


def measure(name, repetitions):
    run, units, flops = WORK[name]()
    run()
    wall, processor = [], []
    for _ in range(repetitions):
        w, p = time.perf_counter(), time.process_time()
        done = run()
        wall.append(time.perf_counter() - w)
        processor.append(time.process_time() - p)
    seconds = statistics.median(wall)
    return dict(name=name, repetitions=repetitions, seconds=seconds, processorSeconds=statistics.median(processor), units=units or done, gflop=flops / 1e9)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="+", choices=sorted(WORK), metavar="name", help=", ".join(WORK))
    parser.add_argument("--repetitions", type=int, default=3)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    measurements = [measure(name, options.repetitions) for name in options.names]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(dict(torch=torch.__version__, peakMemoryMb=peak, measurements=measurements)))


if __name__ == "__main__":
    main()
