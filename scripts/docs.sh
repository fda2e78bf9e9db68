#!/usr/bin/env bash
# Builds the documentation of the library into a folder; every warning is an error.
#
# Usage: scripts/docs.sh [FOLDER]     FOLDER: .build/docs
set -euo pipefail
cd "$(dirname "$0")/.."
target=${1:-.build/docs}
symbols=.build/symbol-graphs
tools=$(dirname "$(readlink -f "$(command -v swift)")")

triple=$(swiftc -print-target-info | sed -n 's/.*"triple": "\(.*\)".*/\1/p' | head -n 1)
sdk=()
if command -v xcrun > /dev/null; then sdk=(-sdk "$(xcrun --show-sdk-path)"); fi

swift build --target TaskLedger
rm -rf "$symbols" && mkdir -p "$symbols"
"$tools/swift-symbolgraph-extract" -module-name TaskLedger -I "$(swift build --show-bin-path)/Modules" \
  -minimum-access-level public -skip-inherited-docs -output-dir "$symbols" \
  -target "$triple" ${sdk[@]+"${sdk[@]}"}
"$tools/docc" convert Sources/TaskLedger/Documentation.docc --additional-symbol-graph-dir "$symbols" \
  --fallback-display-name TaskLedger --fallback-bundle-identifier xiaohao.TaskLedger \
  --output-path "$target" --warnings-as-errors
