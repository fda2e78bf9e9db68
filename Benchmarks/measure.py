"""Runs commands in turn, several times, and tells wall time, CPU time and peak memory of each.

The commands of one table run one after another in every round, so that a machine that slows down
slows all of them. Medians are printed; a peer that is not installed is named as not measured.
"""
import os
import platform
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field


@dataclass
class Contender:
    """One command of a table: what it is called, and how it is run."""

    name: str
    command: list | None  # None when it is not installed
    missing: str = ""
    input: str | None = None  # a file for standard input
    check: str | None = None  # what standard output must hold
    runs: list = field(default_factory=list)
    prepare: object = None  # called before each run, outside of the time

    def run(self):
        if self.prepare:
            self.prepare()
        source = open(self.input, "rb") if self.input else subprocess.DEVNULL
        out = subprocess.PIPE if self.check else subprocess.DEVNULL
        start = time.perf_counter()
        process = subprocess.Popen(
            self.command, stdin=source, stdout=out, stderr=subprocess.PIPE)
        text = process.stdout.read() if self.check else b""
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if self.input:
            source.close()
        if process.returncode not in (0, 1):
            sys.exit(f"{self.name}: exit {process.returncode}: {errors.decode()[:500]}")
        if self.check and self.check.encode() not in text:
            sys.exit(f"{self.name}: output lacks {self.check!r}: {text[:300]!r}")
        self.runs.append((wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))

    def median(self, index):
        return statistics.median(run[index] for run in self.runs)


def measure(title, contenders, rounds, floor=None, out=sys.stdout):
    """Runs every contender `rounds` times in turn and prints a Markdown table.

    Ratios are ours (the first contender's wall time) to each; `floor` names the contender that does
    the least that could be done.
    """
    present = [c for c in contenders if c.command]
    for _ in range(rounds):
        for contender in present:
            contender.run()
    ours = present[0].median(0)
    print(f"\n### {title}\n", file=out)
    print(f"{rounds} rounds in turn, medians.\n", file=out)
    print("| command | wall s | CPU s | peak MB | ours ÷ it |", file=out)
    print("|---|---:|---:|---:|---:|", file=out)
    for contender in contenders:
        name = contender.name + (" (floor)" if contender.name == floor else "")
        if not contender.command:
            print(f"| {name} | not measured: {contender.missing} | | | |", file=out)
            continue
        wall = contender.median(0)
        ratio = "1" if contender is present[0] else f"{ours / wall:.3g}"
        print(
            f"| {name} | {wall:.3g} | {contender.median(1):.3g} | {contender.median(2):.0f} "
            f"| {ratio} |", file=out)
    out.flush()
    return {c.name: tuple(c.median(i) for i in range(3)) for c in present}


def machine():
    """The facts of the machine that a reader of the figures needs."""
    model = "unknown"
    try:
        for line in open("/proc/cpuinfo", encoding="utf-8"):
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    except OSError:
        pass
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (f"{platform.system()} {platform.release()}, {model}, {os.cpu_count()} cores, "
            f"{memory:.0f} GiB")


def tool(name, *arguments):
    """The command of a program on the path, or None."""
    from shutil import which
    found = which(name)
    return [found, *arguments] if found else None


def module(name, script, *arguments):
    """A Python program that needs a module, or None when the module is not installed."""
    from importlib.util import find_spec
    return [sys.executable, "-c", script, *arguments] if find_spec(name) else None
