#!/usr/bin/env python3
"""Measures xiaohao against its peers on the same made-up ledgers, in turn, and prints medians.

Usage: run.py BIN_FOLDER DATA_FOLDER [--quick] [--output FILE]
"""
import argparse
import io
import itertools
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import office  # noqa: E402
import workloads  # noqa: E402
from measure import machine, measure  # noqa: E402


def prepared(steps):
    """The workloads one by one; the data of each is made in a process of its own first, because a
    program that is started counts the memory of the one that starts it as its own peak."""
    while True:
        child = os.fork()
        if child == 0:
            next(steps, None)
            os._exit(0)
        if os.waitpid(child, 0)[1] != 0:
            sys.exit("the data could not be made")
        step = next(steps, None)
        if step is None:
            return
        yield step


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bin", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--quick", action="store_true", help="fewer schools and less evidence")
    parser.add_argument("--desk", action="store_true", help="only the workloads of a school's desk")
    parser.add_argument("--only", type=int, help="only the workloads of so many items")
    parser.add_argument("--percent", type=int, default=100, help="of the usual rounds")
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    parts = [f"Machine: {machine()}; load at the start {load}.\n"]
    print(parts[0], flush=True)
    desk = workloads.Desk(arguments.bin.resolve(), arguments.data.resolve())
    steps = itertools.chain(
        [] if arguments.desk else workloads.every(desk, arguments.quick, arguments.only),
        [] if arguments.only else office.workloads(desk, arguments.quick))
    for title, rounds, contenders in prepared(steps):
        table = io.StringIO()
        measure(title, contenders, max(1, rounds * arguments.percent // 100), out=table)
        parts.append(table.getvalue())
        print(parts[-1], flush=True)
        if arguments.output:
            arguments.output.write_text("".join(parts))


if __name__ == "__main__":
    sys.exit(main())
