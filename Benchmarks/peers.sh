#!/usr/bin/env bash
# Installs what the benchmarks are compared with, from Debian and PyPI.
set -euo pipefail
sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
$sudo apt-get update -qq
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq \
  taskwarrior hledger ledger sqlite3 jq pandoc coreutils unzip libxml2-utils python3-pip wrk >/dev/null
python3 -m pip install --quiet --root-user-action=ignore --break-system-packages \
  duckdb pyarrow lxml python-docx openpyxl xlsx2csv fava
