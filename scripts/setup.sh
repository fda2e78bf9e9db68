#!/usr/bin/env bash
# Sees to the system libraries that xiaohao is built with; does nothing when they are there.
set -euo pipefail

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
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >/dev/null
elif command -v apt-get >/dev/null && sudo -n true 2>/dev/null; then
  echo "安装系统库：${missing[*]}"
  sudo apt-get update -qq
  sudo DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >/dev/null
else
  echo "缺少系统库，请以管理员身份运行：$line" >&2
  exit 1
fi
