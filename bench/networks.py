# SPDX-License-Identifier: GPL-3.0-or-later
"""The networks of bench/networks.c in PyTorch, in double precision.

networks.py check PROGRAM   losses and gradients of both, the largest difference relative to the largest entry; fails above 1e-13
networks.py time PROGRAM    steps a second of sixteen seeds: here, a loop over seeds, all seeds in one batch of matrices
"""
import math
import subprocess
import sys
import time

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
SIDE, LENGTH, WORDS, WIDTH, BATCH, SEEDS = 14, 8, 512, 16, 8, 16

DENSE = [(32, 196), (32,)] + [(32, 32), (32,)] * 28 + [(10, 32), (10,)]
NORMED = [(16, 196), (16,)] + [(16, 16), (16,), (16,)] * 4 + [(10, 16), (10,)]
SHAPES = {
    "deep": DENSE,
    "residual": NORMED,
    "convolutional": [(8, 1, 3, 3), (8,), (16, 8, 3, 3), (16,), (10, 256), (10,)],
    "transformer": [(WORDS, WIDTH), (LENGTH, WIDTH), (WIDTH,)] + [(WIDTH, WIDTH)] * 4 +
                   [(WIDTH,), (4 * WIDTH, WIDTH), (4 * WIDTH,), (WIDTH, 4 * WIDTH), (WIDTH,), (WIDTH,),
                    (WORDS, WIDTH), (WORDS,)],
    "divider": [(2 * WORDS, WIDTH), (10, WIDTH), (10,)],
}


def linear(x, w, b=None):
    """For one network, or for a batch of them: x is seeds x rows x inputs then."""
    if w.dim() == 2:
        return F.linear(x, w, b)
    return torch.matmul(x, w.transpose(1, 2)) if b is None else torch.baddbmm(b.unsqueeze(1), x, w.transpose(1, 2))


def deep(p, x):
    for i in range(0, len(p) - 2, 2):
        x = torch.relu(linear(x, p[i], p[i + 1]))
    return linear(x, p[-2], p[-1])


def residual(p, x):
    x = linear(x, p[0], p[1])
    for i in range(2, len(p) - 2, 3):
        y = linear(x, p[i], p[i + 1])
        x = x + torch.relu(F.layer_norm(y, y.shape[-1:], p[i + 2], None, 1e-5))
    return linear(x, p[-2], p[-1])


def convolutional(p, x):
    x = torch.relu(F.conv2d(x.reshape(-1, 1, SIDE, SIDE), p[0], p[1], stride=2, padding=1))
    x = torch.relu(F.conv2d(x, p[2], p[3], stride=2, padding=1))
    return linear(x.flatten(1), p[4], p[5])


def divider(p, x):
    return linear(F.embedding(x.long(), p[0]).sum(-2) ** 2, p[1], p[2])


def normed(x, gain):
    y = F.layer_norm(x, x.shape[-1:], None, None, 1e-5)
    return y * (gain if gain.dim() == 1 else gain.unsqueeze(1))


MASK = torch.triu(torch.full((LENGTH, LENGTH), -math.inf), 1)


def transformer(p, x):
    """x: ... x LENGTH tokens; rows are positions of all windows."""
    table, place, gain_1, q, k, v, o, gain_2, w_1, b_1, w_2, b_2, gain_3, w, b = p
    if table.dim() == 2:
        x = F.embedding(x.long(), table).reshape(-1, WIDTH)
        x = x + place.repeat(len(x) // LENGTH, 1)
        seeds = ()
    else:
        seeds = (len(table),)
        x = torch.gather(table, 1, x.long().reshape(len(table), -1, 1).expand(-1, -1, WIDTH))
        x = x + place.repeat(1, x.shape[1] // LENGTH, 1)
    y = normed(x, gain_1)
    heads = [linear(y, m).reshape(*seeds, -1, LENGTH, WIDTH) for m in (q, k, v)]
    a = torch.softmax(heads[0] @ heads[1].transpose(-1, -2) / math.sqrt(WIDTH) + MASK, -1)
    x = x + linear((a @ heads[2]).reshape(*seeds, -1, WIDTH), o)
    x = x + linear(torch.relu(linear(normed(x, gain_2), w_1, b_1)), w_2, b_2)
    return linear(normed(x, gain_3), w, b)


NETWORKS = {"deep": deep, "residual": residual, "convolutional": convolutional, "transformer": transformer,
            "divider": divider}


def check(program):
    lines = iter(subprocess.run([program, "check"], stdout=subprocess.PIPE, check=True, text=True).stdout.split("\n"))
    failed = False
    print(f"{'network':<14} {'weights':>8} {'loss':>8} {'gradient':>8}")
    for head in lines:
        if not head:
            break
        name, weights, inputs, labels, count = head.split()
        weights, inputs, labels, count = map(int, (weights, inputs, labels, count))
        w = torch.tensor([float(next(lines)) for _ in range(weights)])
        rows = torch.tensor([float(next(lines)) for _ in range((inputs + labels) * count)]).reshape(count, -1)
        loss = float(next(lines))
        gradient = torch.tensor([float(next(lines)) for _ in range(weights)])
        parts, at = [], 0
        for shape in SHAPES[name]:
            size = math.prod(shape)
            parts.append(w[at:at + size].reshape(shape).clone().requires_grad_())
            at += size
        assert at == weights, f"{name}: {at} weights here, {weights} there"
        own = F.cross_entropy(NETWORKS[name](parts, rows[:, :inputs]), rows[:, inputs:].long().flatten())
        own.backward()
        found = torch.cat([p.grad.flatten() for p in parts])
        errors = abs(own.item() - loss) / abs(own.item()), ((found - gradient).abs().max() / found.abs().max()).item()
        failed |= not all(e <= 1e-13 for e in errors)
        print(f"{name:<14} {weights:8d} {errors[0]:8.1e} {errors[1]:8.1e}")
    print(f"largest relative error allowed: 1e-13; PyTorch {torch.__version__}, double precision")
    return failed


def seconds_here(name, seeds, steps):
    """A training loop: draw a batch, differentiate, step; `seeds` networks at once, or one if it is 0."""
    lead = (seeds,) if seeds else ()
    parts = [(0.1 * torch.randn(*lead, *shape)).requires_grad_() for shape in SHAPES[name]]
    text = name == "transformer"
    inputs, labels = (LENGTH, LENGTH) if text else (SIDE * SIDE, 1)
    data = torch.randint(WORDS, (256, inputs)).double() if text else torch.randn(256, inputs)
    answers = torch.randint(WORDS if text else 10, (256, labels))
    optimiser = torch.optim.Adam(parts, lr=0.01) if text else torch.optim.SGD(parts, lr=0.001, momentum=0.9)
    begin = time.perf_counter()
    for _ in range(steps):
        at = torch.randint(256, (*lead, BATCH))
        z = NETWORKS[name](parts, data[at])
        loss = F.cross_entropy(z.flatten(0, -2), answers[at].flatten()) * max(seeds, 1)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return time.perf_counter() - begin


def race(program):
    rounds, steps = 5, 30
    print(f"\nnetworks: training steps a second of {SEEDS} seeds, one thread, double precision, batches of {BATCH}; "
          f"median of {rounds} rounds; PyTorch {torch.__version__}")
    for name in "deep", "transformer":
        times = []
        for _ in range(rounds):
            own = float(subprocess.run([program, "time", name, str(steps)], stdout=subprocess.PIPE, check=True, text=True,
                                       env={"OMP_NUM_THREADS": "1"}).stdout)
            loop = sum(seconds_here(name, 0, steps) for _ in range(SEEDS))
            times.append((own, loop, seconds_here(name, SEEDS, steps)))
        median = [sorted(t[i] for t in times)[rounds // 2] for i in range(3)]
        ratio = [sorted(t[i] / t[0] for t in times)[rounds // 2] for i in range(3)]
        print(f"  {name:<12} here {steps / median[0]:7.1f}   PyTorch, a loop over seeds {steps / median[1]:6.1f}   batched "
              f"{steps / median[2]:6.1f}   times faster: {ratio[1]:.1f} (target 3: "
              f"{'reached' if ratio[1] >= 3 else 'missed'}), {ratio[2]:.1f}")


sys.exit(check(sys.argv[2]) if sys.argv[1] == "check" else race(sys.argv[2]))
