#!/usr/bin/env python3
"""Asks derived rows: the views of `xiaohao rollup` and the questions in views.sql.

Usage: ask.py FOLDER --as-of 2020-10-15 [--engine duckdb|spark] [--question NAME …] [--list]

FOLDER holds what `xiaohao rollup … --rows FOLDER` wrote, or what parquet.py made of it. Prints JSON.
"""
import argparse
import json
import sys

from engines import ENGINES, answers, statements


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--as-of")
    parser.add_argument("--engine", choices=ENGINES, default="duckdb")
    parser.add_argument("--question", nargs="*")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    known = [name for name, _ in statements() if name]
    if options.list:
        print("\n".join(known))
        return
    unknown = [name for name in options.question or [] if name not in known]
    if unknown or not options.folder or not options.as_of:
        parser.error(f"unknown question {unknown[0]}" if unknown else "FOLDER and --as-of")
    engine = ENGINES[options.engine](options.folder)
    found = answers(engine, options.as_of, options.question)
    engine.close()
    result = {
        name: [dict(zip(columns, row)) for row in rows] for name, (columns, rows) in found.items()}
    json.dump(result, sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == "__main__":
    main()
