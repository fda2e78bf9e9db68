#!/usr/bin/env bash
# Importing beside other readers: builds the reader in release and prints the tables.
set -euo pipefail
cd "$(dirname "$0")/../.."
make --no-print-directory release PRODUCT=import-bench >&2
exec python3 Benchmarks/import/run.py \
  "$(make --no-print-directory release-folder)/import-bench" "${ROUNDS:-5}"
