#!/usr/bin/env bash
# Builds the release program and times sheets of 30 departments going out and coming back.
# Usage: Benchmarks/sheets/run.sh [--output FILE]
set -euo pipefail
cd "$(dirname "$0")/../.."
make --no-print-directory release >/dev/null
bin=$(make --no-print-directory release-folder)
exec python3 Benchmarks/sheets/run.py "$bin/xiaohao" .build-bench/sheets "$@"
