#!/usr/bin/env bash
# A walk from an empty folder to both papers and the submission with the made-up sample school.
# Usage: scripts/demo.sh PROGRAM FOLDER
set -euo pipefail

program=$1
out=$2
root=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$out"
rm -rf "$out/台账" "$out/材料" "$out"/2020-07*.md "$out/自评报告.md" \
  "$out/报送材料.zip"
mkdir -p "$out/材料"
ledger="$out/台账"

run() {
  printf '\n$ xiaohao'
  printf ' %s' "${@/#$out/$(basename "$out")}"
  printf '\n'
  "$program" "$@"
}

printf '%%PDF-1.4\n%% 深化改革实施方案（样例）\n%%%%EOF\n' > "$out/材料/实施方案.pdf"
printf '\xff\xd8\xff\xe0样例照片' > "$out/材料/动员会.jpg"
printf '遴选工作指引（样例）\n' > "$out/材料/遴选指引.txt"
printf '院系,工作人员,主席团成员\n机电工程系,25,3\n信息工程系,28,3\n' > "$out/材料/院系.csv"

run init --ledger "$ledger" --school 南岭工程职业学院 --today 2020-07-20
run import "$root/tasks/example-plan.docx" --ledger "$ledger" --today 2020-07-20
run check --ledger "$ledger" --today 2020-07-20 || true
run start 1.1 1.2 4.1 --actor 学工部 --ledger "$ledger" --today 2020-07-21
run attach 1.1 "$out/材料/实施方案.pdf" --caption 深化改革实施方案 --measure 1 \
  --actor 学工部 --on 2020-07-10 --ledger "$ledger" --today 2020-07-21
run attach 1.2 "$out/材料/动员会.jpg" --caption 动员会照片 \
  --actor 校团委 --ledger "$ledger" --today 2020-07-22
run attach 4.1 "$out/材料/遴选指引.txt" --caption 遴选工作指引 \
  --actor 学工部 --ledger "$ledger" --today 2020-07-22
run submit 1.1 4.1 --summary "工作指引已经印发，落实到各系。" \
  --actor 学工部 --ledger "$ledger" --today 2020-07-24
run submit 1.2 --summary "7月15日召开动员会，全体工作人员参加。" \
  --actor 校团委 --ledger "$ledger" --today 2020-07-24
run close 1.1 4.1 --opinion 同意销号 --actor 领导小组办公室 --ledger "$ledger" --today 2020-07-27
run return 1.2 --reason 缺会议签到表 --actor 领导小组办公室 --ledger "$ledger" --today 2020-07-27
run list --ledger "$ledger" --today 2020-08-01
run show 1.2 --ledger "$ledger" --today 2020-08-01
run report monthly 2020-07 --ledger "$ledger" --today 2020-08-01 --output "$out/2020-07 月度自查.md"
run report self-evaluation --ledger "$ledger" --today 2020-10-10 --output "$out/自评报告.md"
run fact import "$out/材料/院系.csv" --on 2020-09-15 --actor 校团委 \
  --ledger "$ledger" --today 2020-09-16
run bundle --out "$out/报送材料.zip" --as-of 2020-10-12 --ledger "$ledger" --today 2020-10-12
run bundle verify "$out/报送材料.zip"
printf '\n两份报告和一包报送材料在 %s：\n' "$(basename "$out")"
for paper in "2020-07 月度自查.md" "自评报告.md" "报送材料.zip"; do
  test -s "$out/$paper" && printf '  %s\n' "$paper"
done
printf '\n用浏览器看：make serve-demo，或 xiaohao serve --ledger %s/台账\n' "$(basename "$out")"
