#!/usr/bin/env python3
"""Plants bugs, one at a time, and says which of them the tests catch.

All bugs are written into one copy of the sources behind a switch, so that one build serves them all:
an expression A becomes `(Mutant.on("name") ? (B) : (A))`, and XIAOHAO_MUTANT=name switches one on.
The bugs stand in scripts/mutants.txt, a table with a bug a line:

    name | file | what stands there, the expression in ⟦ ⟧ | what takes its place | filter of tests

  mutants.py              builds, runs each with its filter, survivors once more with the whole suite
  mutants.py NAME…        the same for some of them
  mutants.py --check      only looks whether every bug still has its place

Ends with 1 when a bug survived. Nothing outside .build-mutants is written.
"""
import os, re, shutil, subprocess, sys, time
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
WORK = TOP / ".build-mutants"
TREE = WORK / "tree"
SWITCH = """import Foundation

/// Which planted bug is switched on.
enum Mutant {
  private static let name = ProcessInfo.processInfo.environment["XIAOHAO_MUTANT"]
  @inline(never) static func on(_ wanted: String) -> Bool { name == wanted }
}
"""


def bugs():
    text = (TOP / "scripts/mutants.txt").read_text(encoding="utf-8")
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = [part.strip().replace("¦", "|").replace("\\n", "\n") for part in line.split(" | ")]
        if len(parts) != 5:
            sys.exit(f"scripts/mutants.txt:{number}: five columns are wanted, {len(parts)} found")
        found.append(parts)
    return found


def places(bugs):
    """Per file: where each expression begins and ends, by its bug."""
    result, faults = {}, []
    for name, path, context, other, _ in bugs:
        source = (TOP / path).read_text(encoding="utf-8") if (TOP / path).exists() else ""
        before, rest = context.split("⟦")
        middle, after = rest.split("⟧")
        plain = before + middle + after
        if source.count(plain) != 1:
            faults.append(f"{name}: {source.count(plain)} places in {path}")
            continue
        start = source.index(plain) + len(before)
        result.setdefault(path, []).append((start, start + len(middle), name, other))
    return result, faults


def plant(found):
    if TREE.exists():
        shutil.rmtree(TREE)
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=TOP,
        capture_output=True, check=True).stdout.decode().split("\0")
    for name in filter(None, names):
        if (TOP / name).exists():
            (TREE / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(TOP / name, TREE / name)
    modules = set()
    for path, spots in found.items():
        source = (TREE / path).read_text(encoding="utf-8")
        for start, end, name, other in sorted(spots, reverse=True):
            source = (source[:start] + f'(Mutant.on("{name}") ? ({other}) : ({source[start:end]}))'
                      + source[end:])
        (TREE / path).write_text(source, encoding="utf-8")
        modules.add(path.split("/")[1])
    for module in modules:
        (TREE / "Sources" / module / "Mutant.swift").write_text(SWITCH, encoding="utf-8")
    shared = TOP.parent / "shared"
    if shared.exists() and not (WORK / "shared").exists():
        (WORK / "shared").symlink_to(shared.resolve())


def run(name, tests, log):
    environment = {k: v for k, v in os.environ.items() if k != "XIAOHAO_STRICT"}
    command = ["swift", "test", "--skip-build", "--scratch-path", str(WORK / "build")]
    if tests != "-":
        command += ["--filter", tests]
    if name:
        environment["XIAOHAO_MUTANT"] = name
    with open(log, "wb") as out:
        try:
            code = subprocess.run(command, cwd=TREE, env=environment, stdout=out,
                                  stderr=subprocess.STDOUT, timeout=1500).returncode
        except subprocess.TimeoutExpired:
            return True
    return code != 0


def unanswered(bugs):
    """The bugs whose filter no test answers to."""
    listed = subprocess.run(
        ["swift", "test", "list", "--skip-build", "--scratch-path", str(WORK / "build")], cwd=TREE,
        capture_output=True, check=True).stdout.decode()
    return [f"{bug[0]}: no test answers to {bug[4]}" for bug in bugs
            if bug[4] != "-" and not re.search(bug[4], listed)]


def main(arguments):
    wanted = [a for a in arguments if not a.startswith("-")]
    all_bugs = bugs()
    chosen = [bug for bug in all_bugs if not wanted or bug[0] in wanted]
    found, faults = places(all_bugs)
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        sys.exit(1)
    if "--check" in arguments:
        print(f"{len(all_bugs)} bugs, each with its place")
        return
    plant(found)
    built = subprocess.run(
        ["swift", "build", "--build-tests", "--scratch-path", str(WORK / "build")], cwd=TREE,
        env={k: v for k, v in os.environ.items() if k != "XIAOHAO_STRICT"})
    if built.returncode != 0:
        sys.exit("the planted tree does not build")
    if faults := unanswered(chosen):
        sys.exit("\n".join(faults))
    survivors = []
    for place, (name, _, _, _, tests) in enumerate(chosen, 1):
        began = time.time()
        caught = run(name, tests, WORK / f"{name}.log")
        by = tests
        if not caught and tests != "-":
            caught, by = run(name, "-", WORK / f"{name}.log"), "the whole suite"
        if not caught:
            survivors.append(name)
        print(f"{place}/{len(chosen)} {name}: {'caught by ' + by if caught else 'SURVIVED'}"
              f" ({time.time() - began:.0f} s)", flush=True)
    print(f"{len(chosen) - len(survivors)} of {len(chosen)} caught; survived: "
          + (", ".join(survivors) or "none"))
    sys.exit(1 if survivors else 0)


main(sys.argv[1:])
