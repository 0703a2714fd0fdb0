# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: compare.py PROGRAM

`descent trace` for each method on 50 random gradients in 3 dimensions (6 for matrices of 2 x 3) against two implementations that share nothing with
it: PyTorch's optimisers in double precision, for the methods that it has, and the lecture's formulas in mpmath with
50 digits, for all.  A method's error is the largest |x - y| / max|y| over the 50 iterates; more than 1e-12 fails.

Where PyTorch places epsilon elsewhere (AdaGrad and RMSProp: outside the root) the comparison is at epsilon = 0.  Its
AMSGrad corrects the bias, the paper's does not, so that one is compared with mpmath alone, as are Adam without bias
correction, NAG-GS, Lion, Fromage, Shampoo and Muon.
"""
import math
import random
import subprocess
import sys

import torch
from mpmath import eye, lu_solve, matrix, mp, mpf, sign, sqrt, svd_r, eigsy

mp.dps = 50
STEPS, TOLERANCE = 50, 1e-12


def start_of(dim):
    """Small, so that it does not hide what the steps do."""
    return [0.05 * (-1.5) ** j for j in range(dim)]


def gradients_of(dim):
    source = random.Random(20180423)
    return [[source.gauss(0, 1) * 10.0 ** (j % 3 - 1) for j in range(dim)] for _ in range(STEPS)]


def trace(program, method, options, dim):
    text = "".join(" ".join(map(repr, g)) + "\n" for g in gradients_of(dim))
    command = [program, "trace", method, "--x0", ",".join(map(repr, start_of(dim)))] + options.split()
    out = subprocess.run(command, input=text, stdout=subprocess.PIPE, text=True, check=True).stdout
    return [[float(v) for v in line.split()] for line in out.splitlines()]


def by_torch(optimiser, **parameters):
    x = torch.tensor(start_of(3), dtype=torch.float64, requires_grad=True)
    steps = optimiser([x], **parameters)
    path = []
    for g in gradients_of(3):
        x.grad = torch.tensor(g, dtype=torch.float64)
        steps.step()
        path.append(x.detach().tolist())
    return path


def by_formula(step, dim=3):
    """step(k, x, g, memory) -> x, with mpf lists and a dict for memory; k counts from 1 as on the slides."""
    x, memory, path = [mpf(v) for v in start_of(dim)], {}, []
    for k, g in enumerate(gradients_of(dim), 1):
        x = step(k, x, [mpf(v) for v in g], memory)
        path.append(x)
    return path


def moments(g, memory, beta1, beta2):
    m = memory.get("m", [mpf(0)] * len(g))
    v = memory.get("v", [mpf(0)] * len(g))
    memory["m"] = m = [beta1 * a + (1 - beta1) * b for a, b in zip(m, g)]
    memory["v"] = v = [beta2 * a + (1 - beta2) * b * b for a, b in zip(v, g)]
    return m, v


def sgd(alpha):
    return lambda k, x, g, memory: [a - alpha(k) * b for a, b in zip(x, g)]


def heavy_ball(alpha, beta):
    def step(k, x, g, memory):
        before, memory["before"] = memory.get("before", x), x
        return [a - alpha * b + beta * (a - c) for a, b, c in zip(x, g, before)]
    return step


def nesterov(alpha, beta):
    def step(k, y, g, memory):
        before = memory.get("x", y)
        memory["x"] = x = [a - alpha * b for a, b in zip(y, g)]
        return [a + beta * (a - b) for a, b in zip(x, before)]
    return step


def adagrad(alpha, eps):
    def step(k, x, g, memory):
        memory["v"] = v = [a + b * b for a, b in zip(memory.get("v", [0] * len(g)), g)]
        return [a - alpha * b / sqrt(c + eps) for a, b, c in zip(x, g, v)]
    return step


def rmsprop(alpha, gamma, eps):
    def step(k, x, g, memory):
        memory["v"] = v = [gamma * a + (1 - gamma) * b * b for a, b in zip(memory.get("v", [0] * len(g)), g)]
        return [a - alpha * b / sqrt(c + eps) for a, b, c in zip(x, g, v)]
    return step


def adam(alpha, beta1, beta2, eps, corrected=True, inside=0, decoupled=0, largest=False):
    def step(k, x, g, memory):
        m, v = moments([b + inside * a for a, b in zip(x, g)], memory, beta1, beta2)
        if largest:
            memory["top"] = v = [max(a, b) for a, b in zip(memory.get("top", v), v)]
        if corrected:
            m, v = [a / (1 - beta1 ** k) for a in m], [a / (1 - beta2 ** k) for a in v]
        return [a - alpha * (b / (sqrt(c) + eps) + decoupled * a) for a, b, c in zip(x, m, v)]
    return step


def adadelta(alpha, gamma, eps):
    def step(k, x, g, memory):
        memory["v"] = v = [gamma * a + (1 - gamma) * b * b for a, b in zip(memory.get("v", [0] * len(g)), g)]
        u = memory.get("u", [mpf(0)] * len(g))
        steps = [b * sqrt(a + eps) / sqrt(c + eps) for a, b, c in zip(u, g, v)]
        memory["u"] = [gamma * a + (1 - gamma) * b * b for a, b in zip(u, steps)]
        return [a - alpha * b for a, b in zip(x, steps)]
    return step


def lion(alpha, beta1, beta2, decay):
    def step(k, x, g, memory):
        m = memory.get("m", [mpf(0)] * len(g))
        memory["m"] = [beta2 * a + (1 - beta2) * b for a, b in zip(m, g)]
        return [a - alpha * (sign(beta1 * b + (1 - beta1) * c) + decay * a) for a, b, c in zip(x, m, g)]
    return step


def fromage(alpha):
    def length(a):
        return sqrt(sum(b * b for b in a))

    return lambda k, x, g, memory: [(a - alpha * length(x) * b / length(g)) / sqrt(1 + alpha ** 2) for a, b in zip(x, g)]


def nag_gs(alpha, gamma, mu):
    """The three equations of the implicit steps, solved as linear equations."""
    def step(k, x, g, memory):
        v, c = memory.get("v", x), memory.get("gamma", gamma)
        # v' - v = alpha (mu (x - v') - g) / c,  x' - x = alpha (v' - x')
        a = matrix([[1 + alpha * mu / c, 0], [-alpha, 1 + alpha]])
        both = [lu_solve(a, matrix([w + alpha * (mu * y - b) / c, y])) for w, y, b in zip(v, x, g)]
        memory["v"], memory["gamma"] = [b[0] for b in both], (c + alpha * mu) / (1 + alpha)
        return [b[1] for b in both]
    return step


def inverse_fourth_root(a, eps):
    values, q = eigsy(a)
    noise = max(values) * mpf(10) ** -40
    return q * matrix([[(values[i] + eps) ** mpf("-0.25") if i == j and values[i] + eps > noise else 0
                        for j in range(a.rows)] for i in range(a.rows)]) * q.T


def shampoo(rows, columns, alpha, beta, eps):
    def step(k, x, g, memory):
        w, big = shaped(x, rows, columns), shaped(g, rows, columns)
        share = 1 - beta if beta < 1 else 1
        memory["L"] = beta * memory.get("L", 0 * eye(rows)) + share * big * big.T
        memory["R"] = beta * memory.get("R", 0 * eye(columns)) + share * big.T * big
        return flat(w - alpha * inverse_fourth_root(memory["L"], eps) * big * inverse_fourth_root(memory["R"], eps))
    return step


def muon(rows, columns, alpha, beta, iterations=0):
    def step(k, x, g, memory):
        memory["M"] = m = beta * memory.get("M", matrix(rows, columns)) + shaped(g, rows, columns)
        wide = rows < columns
        tall = m.T if wide else m
        if iterations:
            z = tall / sqrt(sum(v * v for v in tall))
            for _ in range(iterations):
                s = z.T * z
                z = mpf(3.4445) * z + z * (mpf(-4.7750) * s + mpf(2.0315) * s * s)
        else:
            u, values, v = svd_r(tall)
            z = u * v
        return flat(shaped(x, rows, columns) - alpha * (z.T if wide else z))
    return step


def shaped(x, rows, columns):
    return matrix([x[i * columns:(i + 1) * columns] for i in range(rows)])


def flat(w):
    return [w[i, j] for i in range(w.rows) for j in range(w.cols)]


def comparisons():
    a, b1, b2, eps, g, w, m = (mpf(v) for v in (0.003, 0.9, 0.99, 1e-8, 0.9, 0.1, 0.9))
    o = torch.optim
    yield "sgd", "--alpha 0.003", by_formula(sgd(lambda k: a)), by_torch(o.SGD, lr=0.003)
    yield "sgd", "--alpha 0.003 --schedule root", by_formula(sgd(lambda k: a / sqrt(k))), None
    yield "sgd", "--schedule pl --mu 2", by_formula(sgd(lambda k: mpf(2 * k - 1) / (4 * k * k))), None
    yield ("heavy_ball", "--alpha 0.003 --momentum 0.9", by_formula(heavy_ball(a, m)),
           by_torch(o.SGD, lr=0.003, momentum=0.9))
    yield ("nesterov", "--alpha 0.003 --momentum 0.9", by_formula(nesterov(a, m)),
           by_torch(o.SGD, lr=0.003, momentum=0.9, nesterov=True))
    yield "adagrad", "--alpha 0.003 --eps 0", by_formula(adagrad(a, 0)), by_torch(o.Adagrad, lr=0.003, eps=0)
    yield "adagrad", "--alpha 0.003 --eps 1e-8", by_formula(adagrad(a, eps)), None
    yield ("rmsprop", "--alpha 0.003 --gamma 0.9 --eps 0", by_formula(rmsprop(a, g, 0)),
           by_torch(o.RMSprop, lr=0.003, alpha=0.9, eps=0))
    yield "rmsprop", "--alpha 0.003 --gamma 0.9 --eps 1e-8", by_formula(rmsprop(a, g, eps)), None
    usual = "--alpha 0.003 --beta1 0.9 --beta2 0.99 --eps 1e-8"
    given = {"lr": 0.003, "betas": (0.9, 0.99), "eps": 1e-8}
    yield "adam", usual, by_formula(adam(a, b1, b2, eps)), by_torch(o.Adam, **given)
    yield "adam_uncorrected", usual, by_formula(adam(a, b1, b2, eps, corrected=False)), None
    yield ("adam_l2", usual + " --weight-decay 0.1", by_formula(adam(a, b1, b2, eps, inside=w)),
           by_torch(o.Adam, weight_decay=0.1, **given))
    yield "amsgrad", usual, by_formula(adam(a, b1, b2, eps, corrected=False, largest=True)), None
    yield ("adamw", usual + " --weight-decay 0.1", by_formula(adam(a, b1, b2, eps, decoupled=w)),
           by_torch(o.AdamW, weight_decay=0.1, **given))
    yield ("nag_gs", "--alpha 0.03 --gamma 2 --damping 0.5", by_formula(nag_gs(mpf(0.03), mpf(2), mpf(0.5))), None)
    yield ("adadelta", "--alpha 1 --gamma 0.95 --eps 1e-6", by_formula(adadelta(mpf(1), mpf(0.95), mpf(1e-6))),
           by_torch(o.Adadelta, lr=1, rho=0.95, eps=1e-6))
    yield "lion", "--alpha 0.003 --beta1 0.9 --beta2 0.99 --weight-decay 0.1", by_formula(lion(a, b1, b2, w)), None
    yield "fromage", "--alpha 0.003", by_formula(fromage(a)), None
    for r, c in (3, 1), (1, 3), (2, 3), (3, 2):
        shape, dim = f" --shape {r}x{c}", r * c
        yield "shampoo", "--alpha 0.003 --beta2 0.9" + shape, by_formula(shampoo(r, c, a, g, 0), dim), None
        yield ("shampoo", "--alpha 0.003 --beta2 1 --eps 1e-8" + shape,
               by_formula(shampoo(r, c, a, mpf(1), eps), dim), None)
        yield "muon", "--alpha 0.003" + shape, by_formula(muon(r, c, a, mpf(0)), dim), None
        yield ("muon", "--alpha 0.003 --momentum 0.9 --newton-schulz 5" + shape,
               by_formula(muon(r, c, a, m, 5), dim), None)


def error(path, reference):
    if len(path) != len(reference) or any(len(x) != len(y) for x, y in zip(path, reference)):
        return math.inf
    errors = [float(abs(mpf(p) - q) / max(abs(v) for v in y)) for x, y in zip(path, reference) for p, q in zip(x, y)]
    return max(errors) if all(map(math.isfinite, errors)) else math.inf


def main():
    failed = False
    print(f"{'method':<17} {'mpmath':>8} {'PyTorch':>8}  options")
    for method, options, formula, library in comparisons():
        path = trace(sys.argv[1], method, options, len(formula[0]))
        errors = [error(path, formula)] + ([error(path, library)] if library else [])
        failed |= not all(e <= TOLERANCE for e in errors)
        print(f"{method:<17} {errors[0]:8.1e} {errors[1] if library else '':>8{'.1e' if library else ''}}  {options}")
    print(f"largest relative error allowed: {TOLERANCE}; PyTorch {torch.__version__}, mpmath with {mp.dps} digits")
    return failed


sys.exit(main())
