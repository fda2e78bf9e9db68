#!/usr/bin/env python3
"""Measures xiaohao against its peers on the same made-up ledgers, in turn, and prints medians.

Usage: run.py BIN_FOLDER DATA_FOLDER [--quick] [--output FILE]
"""
import argparse
import io
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import workloads  # noqa: E402
from measure import machine, measure  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bin", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--quick", action="store_true", help="without 700,000 events")
    parser.add_argument("--percent", type=int, default=100, help="of the usual rounds")
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    parts = [f"Machine: {machine()}; load at the start {load}.\n"]
    print(parts[0], flush=True)
    desk = workloads.Desk(arguments.bin.resolve(), arguments.data.resolve())
    for title, rounds, contenders in workloads.every(desk, quick=arguments.quick):
        table = io.StringIO()
        measure(title, contenders, max(1, rounds * arguments.percent // 100), out=table)
        parts.append(table.getvalue())
        print(parts[-1], flush=True)
        if arguments.output:
            arguments.output.write_text("".join(parts))


if __name__ == "__main__":
    sys.exit(main())
