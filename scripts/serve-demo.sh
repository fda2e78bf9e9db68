#!/usr/bin/env bash
# The page of the sample school with four members; their links are printed. Ctrl-C stops it.
# Usage: scripts/serve-demo.sh PROGRAM LEDGER
set -euo pipefail

program=$1
ledger=$2
day=2020-08-01

member() {
  "$program" member add "$1" --department "$2" --role "$3" --actor 领导小组办公室 \
    --ledger "$ledger" --today "$day" >/dev/null
}
member 王老师 学工部 owner
member 孙老师 领导小组办公室 office
member 钱书记 校领导 leader
member 周工 网络中心 administrator
echo "王老师是学工部的，孙老师审核，钱书记是领导，周工管人员。打开各自的链接设密码，再登录。"
exec "$program" serve --ledger "$ledger" --today "$day" \
  --link 王老师 --link 孙老师 --link 钱书记 --link 周工
