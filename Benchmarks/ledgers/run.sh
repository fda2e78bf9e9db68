#!/usr/bin/env bash
# Builds the release program and the generator and measures them against their peers.
# Usage: Benchmarks/ledgers/run.sh [--quick] [--output FILE]
set -euo pipefail
cd "$(dirname "$0")/../.."
make --no-print-directory release >/dev/null
make --no-print-directory release PRODUCT=ledger-bench >/dev/null
bin=$(make --no-print-directory release-folder)
exec python3 Benchmarks/ledgers/run.py "$bin" .build-bench "$@"
