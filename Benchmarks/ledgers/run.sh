#!/usr/bin/env bash
# Builds the release program and the generator and measures them against their peers.
# Usage: Benchmarks/ledgers/run.sh [--quick] [--output FILE]
set -euo pipefail
cd "$(dirname "$0")/../.."
make --no-print-directory release >/dev/null
swift build --product ledger-bench $(make --no-print-directory release-flags) >/dev/null
bin=$(swift build --show-bin-path $(make --no-print-directory release-flags))
exec python3 Benchmarks/ledgers/run.py "$bin" .build-bench "$@"
