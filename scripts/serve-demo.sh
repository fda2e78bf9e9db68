#!/usr/bin/env bash
# Serves the page of the made-up sample school with four members and prints the links by which they
# set their passwords.
# Usage: scripts/serve-demo.sh PROGRAM FOLDER [ADDRESS:PORT]
set -euo pipefail

program=$1
out=$2
listen=${3:-127.0.0.1:8080}
root=$(cd "$(dirname "$0")/.." && pwd)
ledger="$out/网页台账"
rm -rf "$ledger"
mkdir -p "$out"
"$program" init --ledger "$ledger" --school 南岭工程职业学院 --today 2020-07-20 >/dev/null
"$program" import "$root/tasks/example-plan.docx" --ledger "$ledger" --today 2020-07-20 >/dev/null
printf '%%PDF-1.4\n%% 深化改革实施方案（样例）\n%%%%EOF\n' > "$out/实施方案.pdf"
"$program" start 1.1 1.2 --actor 学工部 --ledger "$ledger" --today 2020-07-21 >/dev/null
"$program" attach 1.1 "$out/实施方案.pdf" --caption 深化改革实施方案 \
  --actor 学工部 --ledger "$ledger" --today 2020-07-21 >/dev/null
"$program" submit 1.1 --summary 实施方案已经印发。 --actor 学工部 \
  --ledger "$ledger" --today 2020-07-24 >/dev/null
"$program" return 1.1 --reason 缺会议签到表 --actor 领导小组办公室 \
  --ledger "$ledger" --today 2020-07-27 >/dev/null
member() {
  "$program" member add "$1" --department "$2" --role "$3" --actor 领导小组办公室 \
    --ledger "$ledger" --today 2020-07-28 >/dev/null
}
member 王老师 学工部 owner
member 孙老师 领导小组办公室 office
member 钱书记 校领导 leader
member 周工 网络中心 administrator
exec "$program" serve --ledger "$ledger" --listen "$listen" --today 2020-08-03 --print-links
