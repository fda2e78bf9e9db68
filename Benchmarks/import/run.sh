#!/usr/bin/env bash
# Importing beside other readers: builds the reader in release and prints the tables.
set -euo pipefail
cd "$(dirname "$0")/../.."
# The flags of `make release`, so that one folder serves both.
read -ra release <<< "$(make --no-print-directory release-flags)"
swift build "${release[@]}" --product import-bench >&2
exec python3 Benchmarks/import/run.py \
  "$(swift build "${release[@]}" --show-bin-path)/import-bench" "${ROUNDS:-5}"
