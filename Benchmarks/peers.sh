#!/usr/bin/env bash
# Installs what the benchmarks are compared with, from Debian and PyPI.
# Usage: Benchmarks/peers.sh [--redmine]
# --redmine adds Redmine on SQLite, about a hundred packages; no server of it is started.
set -euo pipefail
sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
install() { $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null; }
$sudo apt-get update -qq
install taskwarrior hledger ledger sqlite3 jq pandoc coreutils unzip libxml2-utils python3-pip wrk
python3 -m pip install --quiet --root-user-action=ignore --break-system-packages \
  duckdb pyarrow lxml python-docx openpyxl xlsx2csv fava
if [ "${1:-}" = --redmine ]; then
  # The questions its package asks, answered: a database of its own on SQLite.
  $sudo debconf-set-selections <<'ANSWERS'
redmine redmine/instances/default/dbconfig-install boolean true
redmine redmine/instances/default/database-type select sqlite3
ANSWERS
  install --no-install-recommends redmine redmine-sqlite puma
fi
