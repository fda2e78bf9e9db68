#!/usr/bin/env bash
# Builds the release program and puts its page under load beside peers of the same machine.
# Usage: Benchmarks/page/run.sh [--quick] [--output FILE]
set -euo pipefail
cd "$(dirname "$0")/../.."
make --no-print-directory release >/dev/null
bin=$(make --no-print-directory release-folder)
exec python3 Benchmarks/page/run.py "$bin/xiaohao" .build-bench/page "$@"
