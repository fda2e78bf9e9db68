#!/usr/bin/env bash
# Sees to the system libraries that xiaohao is built with; does nothing when they are there.
# With --tests also to what tests read results back with (LibreOffice, pandoc, poppler, fonts,
# openpyxl, pandas, DuckDB, strace) and to what the journeys of the page need (scripts/check-page.sh): a
# browser, and selenium and axe-core in .build/page-tests. Without the right to install it leaves those
# out, and the tests say what they skip.
set -euo pipefail
cd "$(dirname "$0")/.."

install() {
  local asRoot=$1
  shift
  $asRoot apt-get update -qq
  $asRoot env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

if [ "${1:-}" = --tests ] && command -v apt-get >/dev/null; then
  tools=()
  command -v python3 >/dev/null || tools+=(python3)
  python3 -c 'import openpyxl' 2>/dev/null || tools+=(python3-openpyxl)
  python3 -c 'import pandas' 2>/dev/null || tools+=(python3-pandas)
  python3 -m pip --version >/dev/null 2>&1 || tools+=(python3-pip)
  command -v pandoc >/dev/null || tools+=(pandoc)
  command -v pdftotext >/dev/null || tools+=(poppler-utils)
  command -v strace >/dev/null || tools+=(strace)
  command -v soffice >/dev/null || tools+=(libreoffice-writer)
  [ -e /usr/lib/libreoffice/program/libsclo.so ] || tools+=(libreoffice-calc)
  fc-list :lang=zh 2>/dev/null | grep -q . || tools+=(fonts-noto-cjk)
  command -v chromium >/dev/null || tools+=(chromium)
  command -v chromedriver >/dev/null || tools+=(chromium-driver)
  python3 -c 'import ensurepip' 2>/dev/null || tools+=(python3-venv)
  if [ ${#tools[@]} -gt 0 ]; then
    root=()
    [ "$(id -u)" = 0 ] || root=(sudo -n)
    if "${root[@]}" true 2>/dev/null; then
      echo "安装测试用的工具：${tools[*]}"
      { "${root[@]}" apt-get update -qq \
        && "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${tools[@]}" \
          >/dev/null; } || echo "没有装上：${tools[*]}；用到它们的测试会跳过并说明" >&2
    else
      echo "没有装：${tools[*]}；用到它们的测试会跳过并说明" >&2
    fi
  fi
fi

if [ "${1:-}" = --tests ] \
  && ! .build/page-tests/bin/python3 -c 'import selenium, axe_core_python' 2>/dev/null; then
  mkdir -p .build
  { python3 -m venv .build/page-tests \
    && .build/page-tests/bin/pip install --quiet selenium==4.* axe-core-python==0.*; } \
    || echo "没有装上 selenium 和 axe-core；浏览器里的测试会跳过并说明" >&2
fi

# DuckDB comes from PyPI, and so does what Debian's packages brought for another python3 than the one
# in use; without them the tests that use them say what they skip.
if [ "${1:-}" = --tests ] && command -v python3 >/dev/null; then
  for module in duckdb openpyxl pandas; do
    python3 -c "import $module" 2>/dev/null && continue
    echo "安装测试用的工具：$module"
    python3 -m pip install --quiet "$module" 2>/dev/null \
      || python3 -m pip install --quiet --break-system-packages "$module" 2>/dev/null \
      || echo "没有装上：$module；用到它的测试会跳过并说明" >&2
  done
fi

packages=(libminizip-dev zlib1g-dev libsqlite3-dev libexpat1-dev libcmark-gfm-dev
  libcmark-gfm-extensions-dev pkg-config)
missing=()
for package in "${packages[@]}"; do
  case "$package" in
    libminizip-dev) pkg-config --exists minizip 2>/dev/null || missing+=("$package") ;;
    zlib1g-dev) pkg-config --exists zlib 2>/dev/null || missing+=("$package") ;;
    libsqlite3-dev) pkg-config --exists sqlite3 2>/dev/null || missing+=("$package") ;;
    libexpat1-dev) pkg-config --exists expat 2>/dev/null || missing+=("$package") ;;
    libcmark-gfm-dev) pkg-config --exists libcmark-gfm 2>/dev/null || missing+=("$package") ;;
    libcmark-gfm-extensions-dev)
      [ -f /usr/include/cmark-gfm-core-extensions.h ] \
        || [ -f "$(brew --prefix cmark-gfm 2>/dev/null)/include/cmark-gfm-core-extensions.h" ] \
        || missing+=("$package") ;;
    pkg-config) command -v pkg-config >/dev/null || missing+=("$package") ;;
  esac
done
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(uname)" = Darwin ]; then
  echo "缺少系统库，请运行：brew install minizip sqlite expat cmark-gfm pkg-config" >&2
  exit 1
fi
line="apt-get update && apt-get install -y ${missing[*]}"
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "安装系统库：${missing[*]}"
  install "" "${missing[@]}"
elif command -v apt-get >/dev/null && sudo -n true 2>/dev/null; then
  echo "安装系统库：${missing[*]}"
  install sudo "${missing[@]}"
else
  echo "缺少系统库，请以管理员身份运行：$line" >&2
  exit 1
fi
