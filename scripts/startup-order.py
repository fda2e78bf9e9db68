#!/usr/bin/env python3
"""Writes scripts/startup-order.txt: the functions and variables that short commands touch.

The linker puts them next to each other (decision 0024), so that a command reads a few pages of the
program and not a few hundred. A name that no longer exists is passed over, a new one lies where it
did before: an old list costs speed and nothing else. Needs valgrind and nm; `make startup-order`
links a release with its names and runs it.
"""

import bisect
import os
import subprocess
import sys
import tempfile

TARGET = "scripts/startup-order.txt"
DAY = ["--today", "2020-08-01"]


def symbols(program):
  """The functions and the variables without initial value, by place: (start, end, name)."""
  lines = subprocess.run(
      ["nm", "-S", program], check=True, capture_output=True, text=True).stdout.splitlines()
  rows = (line.split() for line in lines)
  return sorted(
      (int(row[0], 16), int(row[0], 16) + int(row[1], 16), row[3])
      for row in rows if len(row) == 4 and row[2] in "tTbBwW")


def entry(program):
  header = subprocess.run(
      ["readelf", "-h", program], check=True, capture_output=True, text=True).stdout
  return next(int(line.split()[-1], 16) for line in header.splitlines() if "Entry point" in line)


def touched(program, arguments):
  """The places that a command runs or reads, in words of eight bytes, relative to the program."""
  with tempfile.TemporaryDirectory() as folder:
    pipe = os.path.join(folder, "trace")
    os.mkfifo(pipe)
    run = subprocess.Popen(
        ["valgrind", "--tool=lackey", "--trace-mem=yes", f"--log-file={pipe}", program, *arguments],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    base, places = None, set()
    with open(pipe, errors="replace") as trace:
      for line in trace:
        if line[:2] not in ("I ", " L", " S", " M"):
          continue
        place = int(line[3:].split(",")[0], 16)
        if base is None:
          base = place - entry(program)
        places.add((place - base) >> 3)
    if run.wait() not in (0, 1):
      sys.exit(f"{' '.join(arguments)}: ended with {run.returncode}")
    if not places:
      sys.exit(f"{' '.join(arguments)}: valgrind traced nothing")
  return places


def main():
  program = os.path.abspath(sys.argv[1])
  known = symbols(program)
  starts = [row[0] for row in known]
  names = set()
  with tempfile.TemporaryDirectory() as folder:
    ledger = os.path.join(folder, "ledger")
    on = ["--ledger", ledger, *DAY]
    for step in (["init", "--school", "样例学院"], ["import", "tasks/example-plan.docx"],
                 ["note", "1.1", "已部署", "--actor", "校团委"]):
      subprocess.run([program, *step, *on], check=True, stdout=subprocess.DEVNULL)
    commands = [["--version"]] + [command + on for command in (
        ["list"], ["list", "--overdue"], ["show", "1.1"],
        ["note", "1.1", "又一次", "--actor", "校团委"])]
    for command in commands:
      for place in touched(program, command):
        index = bisect.bisect_right(starts, (place << 3) + 7) - 1
        if index >= 0 and place << 3 < known[index][1]:
          names.add(known[index][2])
  with open(TARGET, "w") as target:
    target.writelines(f"{name}\n" for name in sorted(names))
  print(f"{TARGET}: {len(names)} names")


if __name__ == "__main__":
  main()
