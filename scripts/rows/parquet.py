#!/usr/bin/env python3
"""Turns derived rows into Parquet, one file a school and head, compressed with zstd.

Usage: parquet.py FOLDER OUT

Files that are there already are not made again: a file is named by its head and never changes.
"""
import os
import sys
from pathlib import Path

import duckdb

from engines import files, json_source, quoted


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder, out = sys.argv[1:]
    Path(out).mkdir(parents=True, exist_ok=True)
    connection = duckdb.connect()
    connection.execute("SET threads = 2")
    made = 0
    for path in files(folder, "jsonl"):
        target = Path(out) / (Path(path).name.removesuffix(".jsonl") + ".parquet")
        if target.exists():
            continue
        draft = target.with_name(f".{os.getpid()}.draft")
        connection.execute(
            f"COPY (SELECT * FROM {json_source('[' + quoted(path) + ']')}) TO {quoted(draft)} "
            "(FORMAT parquet, COMPRESSION zstd)")
        os.replace(draft, target)
        made += 1
    print(f"{made} files")


if __name__ == "__main__":
    main()
