# SPDX-License-Identifier: GPL-3.0-or-later
"""The benchmark's SGD in NumPy, vectorised over runs; bench.c runs it once a round.

sgd.py STYLE STEPS SEED N ALPHA MU reads doubles from standard input, x_0 first and then the rows y_i a_i, and
prints: NumPy's version, ns a step, number of runs, mean of f(x) at the end, sum of squared deviations from it.
"""
import sys
import time

import numpy as np

RUNS = 4096

style, steps, seed, n = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
alpha, mu = float(sys.argv[5]), float(sys.argv[6])
numbers = np.frombuffer(sys.stdin.buffer.read()).reshape(-1, n)
x_0, rows = numbers[0], numbers[1:]
m = len(rows)
rng = np.random.default_rng(seed)


def formulas(x):
    """As one writes it: a formula a line, each intermediate result a new array."""
    for _ in range(steps):
        t = rows[rng.integers(m, size=RUNS)]
        s = 1 / (1 + np.exp(np.einsum("rj,rj->r", t, x)))
        x -= alpha * (mu * x - s[:, np.newaxis] * t)


def in_place(x):
    """As fast as we could make it: all memory is allocated once, for most time went there."""
    t, g = np.empty_like(x), np.empty_like(x)
    s = np.empty(RUNS)
    for _ in range(steps):
        np.take(rows, rng.integers(m, size=RUNS), axis=0, out=t, mode="clip")
        np.einsum("rj,rj->r", t, x, out=s)
        np.exp(s, out=s)
        s += 1
        np.divide(1, s, out=s)
        t *= s[:, np.newaxis]
        np.multiply(x, mu, out=g)
        g -= t
        g *= alpha
        x -= g


x = np.tile(x_0, (RUNS, 1))
start = time.perf_counter()
{"formulas": formulas, "in_place": in_place}[style](x)
seconds = time.perf_counter() - start

f = mu / 2 * (x * x).sum(axis=1) + np.logaddexp(0, -x @ rows.T).mean(axis=1)
print(np.__version__, seconds / steps / RUNS * 1e9, RUNS, f.mean(), ((f - f.mean()) ** 2).sum())
