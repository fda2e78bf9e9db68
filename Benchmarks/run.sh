#!/usr/bin/env bash
# Runs every benchmark that stands in this folder; each has a run.sh of its own.
set -euo pipefail
cd "$(dirname "$0")"
found=0
for script in */run.sh; do
  [ -f "$script" ] || continue
  found=1
  bash "$script"
done
[ $found -eq 1 ] || echo "还没有可跑的基准"
