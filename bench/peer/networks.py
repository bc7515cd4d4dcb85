"""The product's networks in PyTorch, as one would write them there: what `measure.py` times and `compare.py` compares the product with.

Each network has the product's shapes, layers and losses, so that both sides do the same work; what is left out is named in docs/performance.md.
"""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

SYMBOLS_BEFORE_NAMES = 3        # blank, 0 and 1; then the characters of names


class Sizes:
    """Permutation powering: names of `length` characters, exponents of `bits` bits."""

    def __init__(self, characters, length, bits):
        self.characters, self.length, self.bits = characters, length, bits
        self.elements = characters ** length
        self.alphabet = SYMBOLS_BEFORE_NAMES + characters
        self.question, self.answer, self.fact = length + bits, length, 2 * length
        self.rounds = 3
        self.round = 1 + self.question + self.answer
        self.transcript = self.question + self.rounds * self.round + 1 + self.answer
        self.ask, self.reply = self.alphabet, self.alphabet + 1
        self.words = torch.stack([torch.arange(self.elements) // characters ** (length - 1 - i) % characters for i in range(length)], -1) + SYMBOLS_BEFORE_NAMES

    def batch(self, contexts, questions, generator):
        """Facts (B, N, fact), questions (B, Q, question) and answers (B, Q, length): well-formed, the answers any names."""
        n = self.elements
        left = torch.rand(contexts, n, generator=generator).argsort(1)
        right = torch.rand(contexts, n, generator=generator).argsort(1)
        facts = torch.cat([self.words[left], self.words[right]], -1)
        asked = torch.randint(n, (contexts, questions), generator=generator)
        bits = torch.randint(2, (contexts, questions, self.bits), generator=generator) + 1
        targets = torch.randint(n, (contexts, questions), generator=generator)
        return facts, torch.cat([self.words[asked], bits], -1), self.words[targets], targets


def embed(rows, width, scale=0.5):
    return nn.Parameter(torch.randn(rows, width) * scale)


class RmsNorm(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.gain = nn.Parameter(torch.ones(width))

    def forward(self, x):
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + 1e-3) * self.gain


def unit(x, epsilon=1e-3):
    return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + epsilon)


def attend(q, k, v, heads, mask=None):
    """(B, Tq, C), (B, Tk, C), (B, Tk, C) -> (B, Tq, C)."""
    b, tq, c = q.shape
    q, k, v = (t.reshape(b, -1, heads, c // heads).transpose(1, 2) for t in (q, k, v))
    w = q @ k.transpose(2, 3) / math.sqrt(c // heads)
    if mask is not None:
        w = w + mask
    return (w.softmax(-1) @ v).transpose(1, 2).reshape(b, tq, c)


# ---------------------------------------------------------------- X as published

class Joined(nn.Module):
    """A fixed number of symbols, embedded, joined and projected."""

    def __init__(self, sizes, count, embedding, width):
        super().__init__()
        self.table, self.out = nn.Embedding(sizes.alphabet, embedding), nn.Linear(count * embedding, width)

    def forward(self, symbols):
        return self.out(self.table(symbols).flatten(-2))


class PublishedLayer(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.norm, self.mlp_norm = nn.LayerNorm(width), nn.LayerNorm(width)
        self.q, self.k, self.v, self.o = nn.Linear(width, width), nn.Linear(width, width, bias=False), nn.Linear(width, width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def read(self, facts):
        return self.k(facts), self.v(facts)

    def forward(self, x, read=None):
        n = self.norm(x)
        k, v = self.read(n) if read is None else read
        x = x + self.o(attend(self.q(n), k, v, self.heads))
        return x + self.down(F.relu(self.up(self.mlp_norm(x))))


class Symbol(nn.Module):
    """One symbol of an answer: a pointer with a softmax over the facts for each place of a fact, mixed with a softmax over the alphabet."""

    def __init__(self, sizes, position, embedding, width):
        super().__init__()
        state = width * (2 if position else 1)
        self.places, self.width = sizes.fact, width
        self.prefix = Joined(sizes, position, embedding, width) if position else None
        self.query, self.key = nn.Linear(state, sizes.fact * width), nn.Linear(width, sizes.fact * width, bias=False)
        self.mix = nn.Sequential(nn.Linear(state, width), nn.ReLU(), nn.Linear(width, sizes.fact + 1))
        self.vocabulary = nn.Sequential(nn.Linear(state, width), nn.ReLU(), nn.Linear(width, sizes.alphabet))

    def keys(self, facts):
        b, n, _ = facts.shape
        return self.key(facts).view(b, n, self.places, self.width).permute(0, 2, 3, 1)

    def forward(self, x, before, keys, hot):
        state = torch.cat([x, self.prefix(before)], -1) if self.prefix is not None else x
        b, t, _ = state.shape
        q = self.query(state).view(b, t, self.places, self.width).transpose(1, 2)
        copied = ((q @ keys / math.sqrt(self.width)).softmax(-1) @ hot).transpose(1, 2)         # B, T, place, symbol
        made = self.vocabulary(state).softmax(-1).unsqueeze(2)
        return (self.mix(state).softmax(-1).unsqueeze(-1) * torch.cat([copied, made], 2)).sum(2)


class Published(nn.Module):
    def __init__(self, sizes, width, layers, answer_layers, heads=8, embedding=100):
        super().__init__()
        self.sizes = sizes
        self.facts, self.questions = Joined(sizes, sizes.fact, embedding, width), Joined(sizes, sizes.question, embedding, width)
        self.encoder = nn.ModuleList(PublishedLayer(width, heads) for _ in range(layers))
        self.answerer = nn.ModuleList(PublishedLayer(width, heads) for _ in range(answer_layers))
        self.fact_norm, self.question_norm = nn.LayerNorm(width), nn.LayerNorm(width)
        self.symbols = nn.ModuleList(Symbol(sizes, i, embedding, width) for i in range(sizes.answer))

    def encode(self, facts):
        x = self.facts(facts)
        for layer in self.encoder:
            x = layer(x)
        x = self.fact_norm(x)
        hot = F.one_hot(facts, self.sizes.alphabet).float().transpose(1, 2)
        return [layer.read(x) for layer in self.answerer], [symbol.keys(x) for symbol in self.symbols], hot

    def read(self, state, questions):
        x = self.questions(questions)
        for layer, read in zip(self.answerer, state[0]):
            x = layer(x, read)
        return self.question_norm(x)

    def loss(self, facts, questions, words, _):
        state = self.encode(facts)
        x, loss = self.read(state, questions), 0.0
        for i, symbol in enumerate(self.symbols):
            p = symbol(x, words[..., :i], state[1][i], state[2])
            loss = loss - (p.gather(-1, words[..., i:i + 1]) + 1e-9).log().mean()
        return loss

    @torch.no_grad()
    def answer(self, state, questions):
        x, words = self.read(state, questions), questions[..., :0]
        for i, symbol in enumerate(self.symbols):
            words = torch.cat([words, symbol(x, words, state[1][i], state[2]).argmax(-1, keepdim=True)], -1)
        return words


# ---------------------------------------------------------------- X as a look-up network (two fields: a name and a result)

FIELDS = 2


class LookupLayer(nn.Module):
    def __init__(self, width):
        super().__init__()
        half = self.half = width // FIELDS
        matrix = lambda *shape: nn.Parameter(torch.randn(*shape) / math.sqrt(shape[0]))
        self.query, self.key, self.value, self.out = matrix(width, half), matrix(width, half), matrix(width, half), matrix(half, width)
        self.gain = nn.Parameter(torch.ones(half))
        self.up, self.up_bias = matrix(width, width), nn.Parameter(torch.zeros(width))
        self.down, self.down_bias = matrix(width, width), nn.Parameter(torch.zeros(width))
        self.gate = nn.Parameter(torch.zeros(width, FIELDS))
        self.gate_bias = nn.ParameterList(nn.Parameter(torch.zeros(FIELDS)) for _ in range(2))

    def fields(self, x):
        return x.view(*x.shape[:-1], FIELDS, self.half)

    def normal(self, x):
        return unit(self.fields(x), 0.05).flatten(-2)

    def read(self, facts):
        n = self.normal(facts)
        return unit(n @ self.key, 0.05), n @ self.value

    def forward(self, x, read, kind):
        n = self.normal(x)
        q = unit(n @ self.query, 0.05) * self.gain
        y = (q @ read[0].transpose(1, 2) * (16 / self.half)).softmax(-1) @ read[1] @ self.out
        u = y + F.relu(self.normal(x + y) @ self.up + self.up_bias) @ self.down + self.down_bias
        g = torch.sigmoid(3 * (n @ self.gate + self.gate_bias[kind])).unsqueeze(-1)
        return (self.fields(x) + g * self.fields(u - x)).flatten(-2)


class Lookup(nn.Module):
    def __init__(self, sizes, width, layers):
        super().__init__()
        self.sizes, half = sizes, width // FIELDS
        self.left, self.right, self.word, self.plan = (nn.ParameterList(embed(sizes.alphabet, half) for _ in range(n)) for n in (sizes.length, sizes.length, sizes.length, sizes.bits))
        self.kind = embed(2, width, 0.1)
        self.layers = nn.ModuleList(LookupLayer(width) for _ in range(layers))
        self.pointer, self.field = embed(width, half, 1 / math.sqrt(width)), nn.Linear(width, FIELDS)
        self.gain = nn.Parameter(torch.ones(half))
        self.vocabulary, self.mix = nn.Linear(width, sizes.elements + 1), nn.Linear(width, 2)

    def sum(self, tables, symbols):
        return sum(F.embedding(symbols[..., i], table) for i, table in enumerate(tables))

    def encode(self, facts):
        length, reads = self.sizes.length, []
        x = torch.cat([self.sum(self.left, facts[..., :length]), self.sum(self.right, facts[..., length:])], -1) + self.kind[0]
        for i, layer in enumerate(self.layers):
            reads.append(layer.read(x))
            if i + 1 < len(self.layers):
                x = layer(x, reads[-1], 0)
        words = torch.cat([facts[..., :length], facts[..., length:]], 1)
        keys = unit(self.sum(self.word, words))
        weights = self.sizes.characters ** torch.arange(length - 1, -1, -1)
        numbers = ((words - SYMBOLS_BEFORE_NAMES) * weights).sum(-1) + 1                        # 0 is idk
        return reads, keys, F.one_hot(numbers, self.sizes.elements + 1).float()

    def probabilities(self, state, questions):
        reads, keys, hot = state
        length = self.sizes.length
        x = torch.cat([self.sum(self.plan, questions[..., length:]), self.sum(self.right, questions[..., :length])], -1) + self.kind[1]
        for layer, read in zip(self.layers, reads):
            x = layer(x, read, 1)
        z = self.layers[0].normal(x)
        pointing = (self.layers[0].fields(z) * self.field(z).unsqueeze(-1)).flatten(-2)
        q = unit(pointing @ self.pointer) * self.gain
        copied = (q @ keys.transpose(1, 2) * (16 / q.shape[-1])).softmax(-1) @ hot
        mix = self.mix(z).softmax(-1)
        return mix[..., :1] * copied + mix[..., 1:] * self.vocabulary(z).softmax(-1)

    def loss(self, facts, questions, _, numbers):
        p = self.probabilities(self.encode(facts), questions)
        return -(p.gather(-1, numbers.unsqueeze(-1) + 1) + 1e-9).log().mean()

    @torch.no_grad()
    def answer(self, state, questions):
        return self.sizes.words[(self.probabilities(state, questions).argmax(-1) - 1).clamp(min=0)]


# ---------------------------------------------------------------- H'

class DecoderLayer(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.norm, self.mlp_norm = RmsNorm(width), RmsNorm(width)
        self.q, self.k, self.v, self.o = (nn.Linear(width, width, bias=False) for _ in range(4))
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def rest(self, x, attended):
        x = x + self.o(attended)
        return x + self.down(F.relu(self.up(self.mlp_norm(x))))

    def forward(self, x, mask):
        n = self.norm(x)
        return self.rest(x, attend(self.q(n), self.k(n), self.v(n), self.heads, mask))

    def steps(self, x, cache, at, mask):
        """Some new symbols of each sequence, with cached keys and values (M, T, C)."""
        n, end = self.norm(x), at + x.shape[1]
        q = self.q(n)
        cache[0][:, at:end], cache[1][:, at:end] = self.k(n), self.v(n)
        k, v = cache[0][:, :end], cache[1][:, :end]
        if x.shape[1] > 1:
            return self.rest(x, attend(q, k, v, self.heads, mask))
        m, _, c = q.shape                                                                      # one symbol: element by element beats thousands of tiny products
        shape = (m, end, self.heads, c // self.heads)
        k, v = k.view(shape), v.view(shape)
        w = ((k * q.view(m, 1, self.heads, -1)).sum(-1) / math.sqrt(c // self.heads)).softmax(1)
        return self.rest(x, (w.unsqueeze(-1) * v).sum(1).view(m, 1, c))


class HumanModel(nn.Module):
    def __init__(self, sizes, width, layers, heads):
        super().__init__()
        self.sizes, self.width, self.symbols = sizes, width, sizes.alphabet + 2
        self.table, self.place = nn.Embedding(self.symbols, width), nn.Embedding(sizes.transcript + sizes.answer, width)
        self.layers = nn.ModuleList(DecoderLayer(width, heads) for _ in range(layers))
        self.norm = RmsNorm(width)
        self.pointer_query, self.pointer_key = nn.Linear(width, width, bias=False), nn.Linear(width, width, bias=False)
        self.vocabulary, self.mix = nn.Linear(width, self.symbols), nn.Linear(width, 2)

    @staticmethod
    def mask(rows, columns):
        return torch.full((rows, columns), -1e9).triu_(columns - rows + 1)

    def mixture(self, x, scores, seen):
        b, t, end = scores.shape
        copied = torch.zeros(b, t, self.symbols).scatter_add(2, seen.unsqueeze(1).expand(b, t, end), scores.softmax(-1))
        mix = self.mix(x).softmax(-1)
        return mix[..., :1] * copied + mix[..., 1:] * self.vocabulary(x).softmax(-1)

    def loss(self, transcripts, counts):
        w = transcripts[:, :-1]
        t = w.shape[1]
        mask = self.mask(t, t)
        x = self.table(w) + self.place(torch.arange(t))
        for layer in self.layers:
            x = layer(x, mask)
        x = self.norm(x)
        scores = self.pointer_query(x) @ self.pointer_key(x).transpose(1, 2) / math.sqrt(self.width) + mask
        p = self.mixture(x, scores, w)
        return -((p.gather(2, transcripts[:, 1:].unsqueeze(-1)).squeeze(-1) + 1e-9).log() * counts).sum() / counts.sum()

    def cache(self, sequences):
        new = lambda: torch.empty(sequences, self.sizes.transcript, self.width)
        return dict(layers=[(new(), new()) for _ in self.layers], keys=new(), seen=torch.zeros(sequences, self.sizes.transcript, dtype=torch.long))

    @staticmethod
    def part(cache, rows):
        return dict(layers=[(k[rows], v[rows]) for k, v in cache["layers"]], keys=cache["keys"][rows], seen=cache["seen"][rows])

    @torch.no_grad()
    def read(self, w, cache, at):
        """Reads w (M, t) at the steps from `at` on; the most probable next symbols (M)."""
        t = w.shape[1]
        end = at + t
        cache["seen"][:, at:end] = w
        mask = self.mask(t, end) if t > 1 else None
        x = self.table(w) + self.place(torch.arange(at, end))
        for layer, kv in zip(self.layers, cache["layers"]):
            x = layer.steps(x, kv, at, mask)
        x = self.norm(x)
        cache["keys"][:, at:end] = self.pointer_key(x)
        x = x[:, -1:]
        scores = (cache["keys"][:, :end] * self.pointer_query(x)).sum(-1).unsqueeze(1) / math.sqrt(self.width)
        return self.mixture(x, scores, cache["seen"][:, :end])[:, 0].argmax(-1)

    def write(self, forced, cache, at):
        """Writes symbols one after the other. What is taken is `forced` (M, n), so that the work is that of a trained H'; the argmax is made all the same."""
        for i in range(forced.shape[1]):
            self.read(forced[:, i:i + 1], cache, at + i)
        return at + forced.shape[1]


def optimiser(network, rate=1e-3, clip=1.0):
    adam = torch.optim.Adam(network.parameters(), lr=rate, betas=(0.9, 0.98), eps=1e-8, foreach=True)

    def step(loss):
        adam.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), clip)
        adam.step()
    return step


@torch.no_grad()
def average(teacher, student, share):
    teachers, students = list(teacher.parameters()), list(student.parameters())
    torch._foreach_mul_(teachers, 1 - share)
    torch._foreach_add_(teachers, students, alpha=share)
