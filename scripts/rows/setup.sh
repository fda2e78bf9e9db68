#!/usr/bin/env bash
# Sees to DuckDB, PySpark and Java 17 for `make cluster`; says what it could not install.
set -euo pipefail

install() { python3 -m pip install --quiet "$@" 2>/dev/null || python3 -m pip install --quiet --break-system-packages "$@"; }
python3 -c 'import duckdb' 2>/dev/null || install duckdb
python3 -c 'import pyspark' 2>/dev/null || install pyspark
if ! command -v java >/dev/null; then
  root=()
  [ "$(id -u)" = 0 ] || root=(sudo -n)
  "${root[@]}" apt-get update -qq
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends openjdk-17-jre-headless >/dev/null
fi
