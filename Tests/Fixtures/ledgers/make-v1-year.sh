#!/usr/bin/env bash
# Makes the ledger of a released format whose rules were fewer: names that nobody registered, items
# with a day that were sustained, a further round closed on the evidence of the first, more time by
# correction, figures declared away, two sealed months.
#   Tests/Fixtures/ledgers/make-v1-year.sh PROGRAM FOLDER
# PROGRAM is one of format 1; a folder once committed is never made again.
set -euo pipefail
program=$(realpath "$1")
folder=$(realpath -m "$2")
plan=$(realpath "$(dirname "$0")/../../../tasks/example-plan.docx")
papers=$(mktemp -d)
trap 'rm -rf "$papers"' EXIT
cd "$papers"
printf '%%PDF-1.4 scheme' > 方案.pdf
printf '%%PDF-1.4 list' > 名单.pdf
printf '\xff\xd8\xff\xe0 picture' > 照片.jpg

run() { "$program" "$@" --ledger "$folder" > /dev/null; }
day() { run "${@:2}" --today "$1"; }
office=(--actor 领导小组办公室)

day 2020-07-20 init --school 南岭工程职业学院
day 2020-07-20 import "$plan"
# Names that are no department of the plan and that nobody registered.
day 2020-07-21 start 1.1 1.2 2.1 2.3 4.1 7.1 9.1 9.2 --actor 小李
day 2020-07-21 note 1.1 初稿已征求意见 --actor 学生处的老王
day 2020-07-21 attach 1.1 方案.pdf --caption 实施方案 --number 南工职党〔2020〕21号 --actor 小李
day 2020-07-22 attach 1.2 照片.jpg --caption 动员会照片 --actor 张伟（信工）
day 2020-07-22 submit 1.1 1.2 --summary 文件已印发，动员会已召开。 --actor 小李
day 2020-07-24 close 1.1 1.2 --opinion 同意 "${office[@]}"
# Items that have a day and were sustained nonetheless.
day 2020-07-24 revise 2.1 --deadline 2020年9月底前，并长期坚持 --reason 核对原件 --actor 小李
day 2020-07-24 revise 4.1 --deadline 2020年7月底前，并长期坚持 --reason 核对原件 --actor 小李
day 2020-07-24 attach 2.1 方案.pdf --actor 小李
day 2020-07-24 sustain 2.1 --actor 小李
day 2020-07-25 attach 4.1 名单.pdf --caption 遴选指引 --actor 小李
day 2020-07-25 sustain 4.1 2.3 --actor 小李
day 2020-07-27 meeting open 2020-07 "${office[@]}"
day 2020-07-28 gap raise 名单没有公示 --owner 学生处的老王 --due 2020-08-20 --actor 小陈
day 2020-08-01 meeting close 2020-07 "${office[@]}"
# A further round that is closed on the evidence of the first.
day 2020-08-03 reopen 1.2 --finding 照片看不出人数 --basis 例会 "${office[@]}"
day 2020-08-04 submit 1.2 --summary 到会37人，照片如前。 --actor 小李
day 2020-08-05 close 1.2 --opinion 同意 "${office[@]}"
# More time by correction, without a document from above.
day 2020-08-06 revise 7.1 --deadline 2020年9月 --reason 与学期安排一致 --actor 小李
day 2020-08-07 revise 5.2 --confirm --reason 与原件核对一致 --actor 小陈
day 2020-08-10 note 9.2 党委会听取汇报 --actor 学生处的老王
day 2020-08-11 withdraw 8.2 --basis 与8.1合并 "${office[@]}"
day 2020-08-12 gap resolve 1 --resolution 已公示 --actor 小陈
# Figures, some with a reason instead of a value.
day 2020-08-20 fact set 工作人员 45 --exempt 两个校区 --actor 小陈
day 2020-08-20 fact set 研究生 --exempt 高职没有研究生 --actor 小陈
day 2020-08-20 fact set 主席团成员 5 --on 2020-08-18 --source 8月统计表 --actor 小陈
day 2020-08-20 fact set 工作人员@机电工程系 25 --actor 小陈
day 2020-08-25 meeting open 2020-08 "${office[@]}"
day 2020-08-31 meeting close 2020-08 "${office[@]}"
"$program" verify --ledger "$folder"
