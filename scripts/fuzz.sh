#!/usr/bin/env bash
# Runs the readers under libFuzzer, SECONDS each (60 without a word), with seeds from the fixtures.
#   scripts/fuzz.sh [SECONDS [READER…]]
# What it finds stays in .build-fuzzer; an input that fails goes into a test.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}
readers=("${@:2}")
[ ${#readers[@]} -gt 0 ] || readers=(docx xlsx csv md html txt condition template event)
build=.build-fuzzer
XIAOHAO_FUZZER=1 swift build --sanitize fuzzer --scratch-path $build --product reader-fuzzer
program=$(XIAOHAO_FUZZER=1 swift build --sanitize fuzzer --scratch-path $build --show-bin-path)/reader-fuzzer
for reader in "${readers[@]}"; do
  corpus=$build/corpus/$reader
  mkdir -p "$corpus" "$build/found"
  case $reader in
    condition) grep -ho '[^|]*[≤≥=][^|]*' tasks/acceptance-*.md | split -a 3 -l 1 - "$corpus/seed-" ;;
    template) cp templates/*.mustache "$corpus" ;;
    event)
      for file in Tests/Fixtures/events/v1/*.json; do
        { basename "$file" .json; cat "$file"; } > "$corpus/$(basename "$file")"
      done ;;
    docx) cp tasks/example-plan.docx Tests/Fixtures/plans/*.docx "$corpus" ;;
    html) printf '<table><tr><th>序号<th>改革内容<th>完成时限<tr><td>1<td>设立监督岗<td>6月底前</table>' \
      > "$corpus/table.html" ;;
    *) cp Tests/Fixtures/plans/*."$reader" "$corpus" ;;
  esac
  XIAOHAO_READER=$reader "$program" -max_total_time="$seconds" -timeout=25 -rss_limit_mb=4096 \
    -artifact_prefix="$build/found/$reader-" -print_final_stats=1 "$corpus" 2>&1 |
    tee "$build/$reader.log" | grep -E "^stat::(number|average|peak)|ERROR|SUMMARY|DONE" |
    sed "s/^/$reader: /"
done
