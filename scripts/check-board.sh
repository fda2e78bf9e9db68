#!/usr/bin/env bash
# Opens a page in headless Chromium and checks what a reader would stumble on: messages on the
# console, requests to anywhere, the rules of axe-core (landmarks, names, contrast, keyboard), and
# how it prints. Pictures at projector and phone size are left in the folder to be looked at.
# Usage: scripts/check-board.sh PAGE.html [FOLDER] [PAPER]     PAPER: A3 (one page) or A4
# axe-core: AXE=path/to/axe.min.js, or the copy of `pip install axe-core-python`.
set -euo pipefail

page=$(realpath "$1")
out=${2:-$(mktemp -d)}
paper=${3:-A3}
mkdir -p "$out"
out=$(realpath "$out")

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
axe=${AXE:-$(python3 -c 'import os, axe_core_python as a; print(os.path.join(os.path.dirname(a.__file__), "axe.min.js"))' 2>/dev/null || true)}
if [ -z "$browser" ] || [ ! -f "$axe" ] || ! command -v pdfinfo >/dev/null; then
  echo "skipped: needs chromium, poppler-utils and axe-core (pip install axe-core-python)" >&2
  exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Nothing is resolved, so that a page that asks for something fails loudly.
open() {
  "$browser" --headless=new --no-sandbox --disable-gpu --hide-scrollbars --force-color-profile=srgb \
    --user-data-dir="$work/profile" --host-resolver-rules='MAP * ~NOTFOUND' --lang=zh-CN \
    --enable-logging=stderr --virtual-time-budget=20000 "$@" 2>>"$work/log"
}
status=0
fail() { echo "fault: $*" >&2; status=1; }

: > "$work/log"
open --window-size=1920,1080 --screenshot="$out/projector.png" "file://$page"
open --window-size=1920,2400 --screenshot="$out/projector-whole.png" "file://$page"
open --no-pdf-header-footer --print-to-pdf="$out/print.pdf" "file://$page"
grep -a 'CONSOLE' "$work/log" && fail "the page says something on the console"
grep -aE 'net_error|ERR_NAME_NOT_RESOLVED' "$work/log" | grep -av gcm | grep -a "$page" && fail "the page asks for something"
grep -qE '<(script|link|img|iframe)|url\(|@import|https?:' "$page" && fail "the page names something outside or runs a program"

size=$(pdfinfo "$out/print.pdf" | sed -n 's/^Page size: *//p')
pages=$(pdfinfo "$out/print.pdf" | sed -n 's/^Pages: *//p')
echo "print: $pages page(s), $size"
if [ "$paper" = A3 ]; then
  [ "$pages" = 1 ] || fail "$pages printed pages instead of one"
  case "$size" in 119[01]*" x 84"*) ;; *) fail "not A3 landscape: $size" ;; esac
fi

# A phone: Chromium has no window narrower than 500, so pages stand in a frame of the right width.
frame() {
  cat <<HTML
<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>$1</title><style>html,body{margin:0}</style></head>
<body><iframe id="f" title="page" src="file://$1" style="border:0;width:$2px;height:6000px"></iframe>
<script>onmessage = function (event) { document.body.textContent = event.data; };</script></body></html>
HTML
}
check() {
  local name=$1 width=$2 window=$(($2 < 500 ? 500 : $2))
  frame "$page" "$width" > "$work/$name.html"
  open --window-size="$window,6000" --screenshot="$out/$name.png" "file://$work/$name.html"
  # The same page with axe-core at its end; what it finds is sent to the frame around it.
  { sed 's#</body>##; s#</html>##' "$page"; printf '<script>'; cat "$axe"; cat <<'HTML'
</script><script>
axe.run(document, {resultTypes: ['violations', 'incomplete']}).then(function (result) {
  var lines = [];
  ['violations', 'incomplete'].forEach(function (kind) {
    result[kind].forEach(function (rule) {
      rule.nodes.forEach(function (node) {
        lines.push(kind + ' ' + rule.id + ' ' + node.target.join(' ') + ' ' + (node.failureSummary || '').replace(/\s+/g, ' '));
      });
    });
  });
  var wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  lines.push('passed ' + result.passes.length + ' rules; sideways ' + wide + ' px at ' + innerWidth);
  parent.postMessage(lines.join('\n'), '*');
});
</script></body></html>
HTML
  } > "$work/$name-axe.html"
  frame "$work/$name-axe.html" "$width" > "$work/$name-frame.html"
  open --window-size="$window,6000" --dump-dom "file://$work/$name-frame.html" > "$work/$name.dom"
  sed -n '/<body/,$p' "$work/$name.dom" | sed 's/<[^>]*>//g' | grep -E '^(violations|incomplete|passed)' > "$out/$name-axe.txt" || true
  grep -q '^passed' "$out/$name-axe.txt" || fail "axe-core did not run at $width px"
  grep '^violations' "$out/$name-axe.txt" && fail "axe-core finds faults at $width px"
  grep -q 'sideways 0 px' "$out/$name-axe.txt" || fail "the page scrolls sideways at $width px"
  echo "$name: $(tail -1 "$out/$name-axe.txt"), $(grep -c '^incomplete' "$out/$name-axe.txt" || true) to look at"
}
check desk 1920
check phone 390
exit $status
