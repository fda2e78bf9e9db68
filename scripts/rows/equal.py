#!/usr/bin/env python3
"""Holds engines against `xiaohao rollup --json`: the same schools, clauses, months and reasons.

Usage: equal.py ENGINE FOLDER DAY=ROLLUP.json …

ENGINE is duckdb or spark. Prints every difference and ends with 1 when there is one; the answers to
the other questions go to FOLDER.ENGINE.json, so that two engines can be held against each other.
"""
import json
import sys

from engines import ENGINES, answers

STANDINGS = ["closed", "closedLate", "standing", "open", "overdue", "withdrawn", "unanswered"]
BASES = ["mustClose", "closed", "dueByDay", "closedInTime", "closedLate", "overdue",
         "standing", "standingAlive", "undated", "undatedClosed"]
STATES = ["pending", "inProgress", "submitted", "closed", "stale", "ongoing", "withdrawn"]


def wanted(rollup):
    """What `rollup --json` says, in the shape of the answers."""
    schools, reasons, indicators = [], set(), []
    for school in rollup["schools"]:
        granted, original = school["granted"], school["original"]
        schools.append(
            (school["school"], school["head"], granted["total"])
            + tuple(granted["states"][state] for state in STATES)
            + tuple(granted[name] for name in BASES) + tuple(original[name] for name in BASES)
            + (school["verdict"]["passes"],))
        for reason in school["verdict"]["reasons"]:
            for subject in reason["subjects"] or [""]:
                reasons.add((school["school"], reason["code"], subject))
        names = {"met": "met", "unmet": "unmet", "notApplicable": "not-applicable",
                 "undecided": "undecided"}
        indicators += [
            (school["school"], stored, school["indicators"][name])
            for name, stored in names.items() if school["indicators"][name]]
    clauses = [
        (clause["id"], "closed-late" if place == "closedLate" else place, school)
        for clause in rollup["clauses"] for place in STANDINGS for school in clause[place]]
    months = [
        (month["month"], month["due"], month["closed"], month["closedLate"], month["open"],
         month["overdue"]) for month in rollup["months"]]
    return {"schools": schools, "clauses": clauses, "months": months, "reasons": list(reasons),
            "indicators": indicators}


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    name, folder, *pairs = sys.argv[1:]
    engine = ENGINES[name](folder)
    differences, others = 0, {}
    for pair in pairs:
        day, path = pair.split("=", 1)
        with open(path, encoding="utf-8") as file:
            expected = wanted(json.load(file))
        found = answers(engine, day)
        for answer, rows in expected.items():
            own = found.pop(answer)[1]
            for sign, missing in (("-", set(rows) - set(own)), ("+", set(own) - set(rows))):
                for row in sorted(missing, key=str)[:5]:
                    print(f"{day} {answer} {sign} {row}")
                differences += len(missing)
            differences += len(own) != len(set(rows))
        others[day] = {answer: sorted(rows, key=str) for answer, (_, rows) in found.items()}
    engine.close()
    with open(f"{folder.rstrip('/')}.{name}.json", "w", encoding="utf-8") as file:
        json.dump(others, file, ensure_ascii=False, sort_keys=True)
    print(f"{name}: {len(pairs)} days, {differences} differences")
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
