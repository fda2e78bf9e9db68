#!/usr/bin/env python3
"""Measures xiaohao against its peers on the same made-up ledgers, in turn, and prints medians.

Usage: measure.py BIN_FOLDER DATA_FOLDER [--quick] [--output FILE]

Every round runs each program once, one after the other, so that whatever else the machine does
falls on all alike. Wall time, CPU time (user and system) and peak memory are of the whole process.
A peer that is not installed is named as not measured.
"""
import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

import workloads


def run(command, cwd=None, env=None):
    """Runs a command; wall and CPU seconds, peak memory in MiB, and whether it ended as allowed."""
    with open(os.devnull, "r+b") as null:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=cwd, env=env, stdin=null, stdout=null, stderr=null)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode


def measure(workload):
    """The medians of each program of a workload, in the order given."""
    samples = {entry.name: [] for entry in workload.entries}
    missing = {}
    for entry in workload.entries:
        if not shutil.which(entry.program):
            missing[entry.name] = "not measured (not installed)"
    for _ in range(workload.rounds):
        for entry in workload.entries:
            if entry.name in missing:
                continue
            if len(samples[entry.name]) >= entry.most_rounds:
                continue
            if entry.prepare:
                entry.prepare()
            *numbers, code = run(entry.command, cwd=entry.cwd, env=entry.environment)
            if code not in entry.allowed:
                missing[entry.name] = f"not measured (exit {code})"
                continue
            samples[entry.name].append(numbers)
    medians = {
        name: [statistics.median(column) for column in zip(*rows)]
        for name, rows in samples.items() if rows and name not in missing}
    return medians, missing


def rows(workload, medians, missing):
    own = medians.get(workload.entries[0].name)
    for entry in workload.entries:
        if entry.name in missing:
            yield [entry.name, missing[entry.name], "", "", "", ""]
            continue
        wall, cpu, memory = medians[entry.name]
        yield [
            entry.name, f"{wall * 1000:.1f}", f"{cpu * 1000:.1f}", f"{memory:.0f}",
            f"{own[0] / wall:.2f}" if own else "", f"{own[1] / cpu:.2f}" if own and cpu else ""]


def table(workload, medians, missing):
    lines = [
        f"### {workload.title}", "",
        "| program | wall ms | CPU ms | peak MiB | ours ÷ it, wall | ours ÷ it, CPU |",
        "|---|---:|---:|---:|---:|---:|"]
    lines += ["| " + " | ".join(row) + " |" for row in rows(workload, medians, missing)]
    return "\n".join(lines) + "\n"


def machine():
    model = "unknown"
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
            break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return (f"{model}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} "
            f"{platform.release()}; load at the start {load}.")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bin", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--quick", action="store_true", help="without 700,000 events")
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    facts = machine()
    desk = workloads.Desk(arguments.bin.resolve(), arguments.data.resolve())
    parts = [f"Machine: {facts}\n"]
    print(parts[0], flush=True)
    for workload in workloads.every(desk, quick=arguments.quick):
        medians, missing = measure(workload)
        part = table(workload, medians, missing)
        parts.append(part)
        print(part, flush=True)
    if arguments.output:
        arguments.output.write_text("\n".join(parts))


if __name__ == "__main__":
    sys.exit(main())
