#!/usr/bin/env bash
# Walks through the page in headless Chromium as the four roles do (scripts/page/journeys.py), and
# looks at the wall chart at projector, desk, phone and A3 size (scripts/page/board.py).
# Says what is missing and does nothing without it, unless XIAOHAO_STRICT=1: then that is a fault.
# Usage: scripts/check-page.sh PROGRAM [FOLDER] [board]     FOLDER: where pictures are left
set -euo pipefail
cd "$(dirname "$0")/.."

program=$1
out=${2:-.build/page-journeys}
python=.build/page-tests/bin/python3
chromium=$(command -v chromium || command -v chromium-browser || true)
driver=$(command -v chromedriver || true)
if [ -z "$chromium" ] || [ -z "$driver" ] || ! command -v pdftoppm >/dev/null \
  || ! "$python" -c 'import selenium, axe_core_python' 2>/dev/null; then
  echo "the journeys of the page and the wall chart need chromium, chromedriver, poppler-utils and" >&2
  echo ".build/page-tests (selenium, axe-core-python): scripts/setup.sh --tests" >&2
  [ "${XIAOHAO_STRICT:-}" = 1 ] && exit 1
  echo "skipped" >&2
  exit 0
fi
plan=../shared/documents/plan-38.docx
[ -f "$plan" ] || plan=
"$python" scripts/page/board.py "$program" "$out/board" "$chromium" "$driver" ${plan:+"$plan"}
[ "${3:-}" = board ] && exit 0
exec "$python" scripts/page/journeys.py "$program" "$out" "$chromium" "$driver"
