"""The least number of cells to change, by integer programming: an oracle for gouji's own search.

Reads problems from standard input, a JSON list of {"values": [n], "sums": [[[parts], total or [totals]]]}, and prints
one number a problem. A sum says that the left cells come to the right cells. Needs scipy 1.9 or newer (HiGHS).
"""

import json
import sys

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp


def least(problem):
    """The fewest cells that, changed to whole numbers of nought or more, make every sum hold."""
    values = problem["values"]
    count = len(values)
    most = 2 * max(values) + 10
    # Unknowns: what is added, what is taken away, and whether a cell is changed.
    cost = numpy.concatenate([numpy.zeros(2 * count), numpy.ones(count)])
    rows, lacks = [], []
    for left, right in problem["sums"]:
        row = numpy.zeros(3 * count)
        lack = 0
        for side, sign in ((left, 1), (right, -1)):
            for cell in side:
                row[cell] += sign
                row[count + cell] -= sign
                lack -= sign * values[cell]
        rows.append(row)
        lacks.append(lack)
    only_changed = []
    for cell, value in enumerate(values):
        for offset, limit in ((0, most), (count, value)):
            row = numpy.zeros(3 * count)
            row[offset + cell] = 1
            row[2 * count + cell] = -max(limit, 1)
            only_changed.append(row)
    upper = numpy.concatenate([numpy.full(count, most), numpy.array(values), numpy.ones(count)])
    result = milp(
        cost,
        constraints=[
            LinearConstraint(numpy.array(rows), lacks, lacks),
            LinearConstraint(numpy.array(only_changed), -numpy.inf, 0),
        ],
        bounds=Bounds(numpy.zeros(3 * count), upper),
        integrality=numpy.ones(3 * count),
        options={"time_limit": 60, "mip_rel_gap": 0},
    )
    if result.status != 0:
        raise SystemExit(f"no optimum: {result.message}")
    return round(result.fun)


for problem in json.load(sys.stdin):
    print(least(problem))
