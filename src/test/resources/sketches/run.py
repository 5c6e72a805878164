"""Runs the sketches of notes, each in a namespace of its own, with several seeds.

Argument: a JSON file, a list of {place, code}. Prints a list of {place, seed, problem, seconds}; a problem is empty
where the sketch ran to its end. A generator that a sketch seeds with n is seeded with n + 1000 * seed instead, so that
what it asserts is held to other numbers than those its author saw.
"""

import contextlib
import io
import json
import random
import sys
import time
import traceback

import numpy

SEEDS = 3


def shifted(make, shift):
    return lambda seed=None, *rest: make((0 if seed is None else seed) + shift, *rest)


def run(code, seed):
    default_rng, np_seed, py_seed = numpy.random.default_rng, numpy.random.seed, random.seed
    numpy.random.default_rng = shifted(default_rng, 1000 * seed)
    numpy.random.seed = shifted(np_seed, 1000 * seed)
    random.seed = shifted(py_seed, 1000 * seed)
    np_seed(1000 * seed)
    py_seed(1000 * seed)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(code, "sketch", "exec"), {"__name__": "__main__"})
        return ""
    except BaseException:
        return traceback.format_exc(limit=-1)
    finally:
        numpy.random.default_rng, numpy.random.seed, random.seed = default_rng, np_seed, py_seed


results = []
for sketch in json.load(open(sys.argv[1], encoding="utf-8")):
    for seed in range(SEEDS):
        start = time.process_time()
        problem = run(sketch["code"], seed)
        seconds = time.process_time() - start
        results.append({"place": sketch["place"], "seed": seed, "problem": problem, "seconds": seconds})
json.dump(results, sys.stdout)
