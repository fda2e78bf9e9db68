#!/usr/bin/env python3
"""Where each school stands with each clause, asked of DuckDB over exported events.

Usage: province.py FOLDER --as-of 2020-09-01 [--parquet OUT]

FOLDER holds one folder a school with its `events.jsonl` (`xiaohao export --events`), or the Parquet
files that an earlier run wrote with --parquet. Prints the `clauses` of `xiaohao rollup --json`.
The page BeyondOneMachine of the documentation explains the query and its one simplification.
"""
import argparse
import json
import sys
from pathlib import Path

import duckdb

QUERY = """
WITH log AS (SELECT * FROM events WHERE day <= $day),
undone AS (
  SELECT file, CAST(payload->>'$.sequence' AS BIGINT) AS sequence
  FROM log WHERE type = 'entry-undone'),
kept AS (SELECT * FROM log ANTI JOIN undone USING (file, sequence)),
school AS (
  SELECT file, arg_max(payload->>'$.school', sequence) AS school
  FROM kept WHERE type = 'ledger-opened' GROUP BY file),
imported AS (
  SELECT file, item, max(sequence) AS since, arg_max(payload->'$.item', sequence) AS body
  FROM kept WHERE type = 'item-imported' GROUP BY file, item),
revised AS (
  SELECT file, item, sequence, change->>'$.field' AS field, change->'$.value' AS value
  FROM (SELECT file, item, sequence, unnest(payload->'$.changes[*]') AS change
        FROM kept WHERE type = 'item-revised')),
words AS (
  SELECT i.file, i.item, i.since,
    coalesce(c.clause, i.body->>'$.clause') AS clause,
    coalesce(d.deadline, i.body->'$.deadline') AS deadline,
    coalesce(d.sequence, i.since) AS deadline_since
  FROM imported i
  LEFT JOIN (SELECT file, item, arg_max(value->>'$', sequence) AS clause FROM revised
             WHERE field = 'clause' GROUP BY ALL) c USING (file, item)
  LEFT JOIN (SELECT file, item, max(sequence) AS sequence, arg_max(value, sequence) AS deadline
             FROM revised WHERE field = 'deadline' GROUP BY ALL) d USING (file, item)),
moves AS (
  SELECT file, item, arg_max(type, sequence) AS last_move FROM kept
  WHERE type IN ('item-started', 'closure-submitted', 'item-closed', 'closure-returned',
                 'item-reopened', 'item-sustained', 'item-withdrawn') GROUP BY file, item),
closed AS (
  SELECT file, item, max(sequence) AS sequence, arg_max(day, sequence) AS closed_on
  FROM kept WHERE type = 'item-closed' GROUP BY file, item),
changed AS (
  SELECT file, item, max(sequence) AS sequence FROM kept
  WHERE type IN ('item-imported', 'item-revised', 'evidence-attached', 'evidence-voided',
                 'extension-granted') GROUP BY file, item),
granted AS (
  SELECT file, item, max(sequence) AS sequence,
    arg_max(CAST(payload->>'$.until' AS DATE), sequence) AS until
  FROM kept WHERE type = 'extension-granted' GROUP BY file, item),
dropped AS (
  SELECT file, item, max(sequence) AS sequence FROM kept
  WHERE type = 'item-dropped' GROUP BY file, item),
voided AS (
  SELECT file, payload->>'$.number' AS number FROM kept WHERE type = 'evidence-voided'),
alive AS (
  SELECT DISTINCT k.file, k.item FROM kept k
  WHERE date_trunc('month', k.day) = date_trunc('month', CAST($day AS DATE))
    AND (k.type = 'progress-noted' OR (k.type = 'evidence-attached' AND NOT EXISTS (
      FROM voided v WHERE v.file = k.file AND v.number = k.payload->>'$.evidence.number')))),
state AS (
  SELECT w.file, w.item, w.clause,
    coalesce(m.last_move, '') AS last_move, c.closed_on,
    w.deadline->>'$.kind' = 'ongoing'
      OR coalesce(w.deadline->>'$.thenOngoing' = 'true', false) AS is_ongoing,
    CASE WHEN g.sequence > w.deadline_since THEN g.until ELSE
      CASE w.deadline->>'$.kind'
        WHEN 'range' THEN CAST(w.deadline->>'$.point.day' AS DATE)
        WHEN 'dates' THEN list_max(CAST(w.deadline->>'$.points[*].day' AS DATE[]))
        WHEN 'date' THEN CASE WHEN w.deadline->>'$.point.bound' <> 'from'
          THEN CAST(w.deadline->>'$.point.day' AS DATE) END
        WHEN 'ongoing' THEN CASE WHEN w.deadline->>'$.point.bound' <> 'from'
          THEN CAST(w.deadline->>'$.point.day' AS DATE) END
      END END AS due,
    coalesce(m.last_move = 'item-closed' AND h.sequence < c.sequence, false) AS is_closed,
    a.item IS NOT NULL AS is_alive
  FROM words w
  LEFT JOIN moves m USING (file, item) LEFT JOIN closed c USING (file, item)
  LEFT JOIN changed h USING (file, item) LEFT JOIN granted g USING (file, item)
  LEFT JOIN dropped d USING (file, item) LEFT JOIN alive a USING (file, item)
  WHERE coalesce(m.last_move, '') <> 'item-withdrawn' AND coalesce(d.sequence, 0) < w.since),
judged AS (
  SELECT file, clause, CASE
      WHEN bool_or(NOT is_closed AND due < $day) THEN 'overdue'
      WHEN bool_or(NOT is_closed AND NOT (due IS NULL AND is_alive
        AND (is_ongoing OR last_move = 'item-sustained'))) THEN 'open'
      WHEN bool_or(NOT is_closed) THEN 'standing'
      WHEN bool_or(closed_on > due) THEN 'closedLate'
      ELSE 'closed' END AS standing
  FROM state GROUP BY file, clause),
wanted AS (
  SELECT file, unnest(payload->>'$.list.tasks[*].clauses[*].id') AS clause
  FROM kept WHERE type = 'list-adopted')
SELECT w.clause, s.school, coalesce(j.standing, 'unanswered') AS standing
FROM wanted w JOIN school s USING (file) LEFT JOIN judged j USING (file, clause)
"""

PLACES = ["closed", "closedLate", "standing", "open", "overdue", "unanswered"]


def events(connection, folder):
    """A view of every entry of every school, whichever of the two formats they stand in."""
    if any(folder.rglob("*.parquet")):
        connection.execute(
            "CREATE VIEW events AS SELECT file, sequence, day, type, item, payload "
            f"FROM read_parquet({quoted(folder / '**/*.parquet')}, hive_partitioning = true)")
        return
    connection.execute(
        "CREATE VIEW events AS SELECT filename AS file, sequence, CAST(effective AS DATE) AS day, "
        "type, item, payload FROM read_json("
        f"{quoted(folder / '**/*.jsonl')}, format = 'newline_delimited', filename = true, "
        "maximum_object_size = 67108864, columns = {sequence: 'BIGINT', effective: 'VARCHAR', "
        "type: 'VARCHAR', item: 'VARCHAR', payload: 'JSON'})")


def quoted(path):
    return "'" + str(path).replace("'", "''") + "'"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--as-of", required=True)
    parser.add_argument("--parquet", type=Path)
    arguments = parser.parse_args()
    connection = duckdb.connect()
    events(connection, arguments.folder)
    if arguments.parquet:
        connection.execute(
            "COPY (SELECT *, regexp_extract(file, '([^/]+)/[^/]+$', 1) AS school FROM events) "
            f"TO {quoted(arguments.parquet)} (FORMAT parquet, PARTITION_BY school)")
    clauses = {}
    for clause, school, standing in connection.execute(QUERY, {"day": arguments.as_of}).fetchall():
        clauses.setdefault(clause, {place: [] for place in PLACES})[standing].append(school)
    result = []
    for clause in sorted(clauses, key=lambda text: [int(part) for part in text.split(".")]):
        places = {place: sorted(schools) for place, schools in clauses[clause].items()}
        result.append({"id": clause, **places})
    json.dump({"clauses": result}, sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == "__main__":
    main()
