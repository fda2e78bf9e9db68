#!/usr/bin/env bash
# Makes the ledger that stands for a released format, with the program of that release:
#   Tests/Fixtures/ledgers/make.sh PROGRAM FOLDER
# A folder once committed is never made again; a new format gets a folder of its own beside it.
set -euo pipefail
program=$(realpath "$1")
folder=$(realpath -m "$2")
plan=$(realpath "$(dirname "$0")/../../../tasks/example-plan.docx")
papers=$(mktemp -d)
trap 'rm -rf "$papers"' EXIT
cd "$papers"
printf '%%PDF-1.4 made up' > 方案.pdf
printf '\xff\xd8\xff\xe0 made up' > 照片.jpg
printf 'made up' > 错.txt

run() { "$program" "$@" --ledger "$folder" > /dev/null; }
day() { run "${@:2}" --today "$1"; }
office=(--actor 领导小组办公室)
owner=(--actor 学工部)

day 2020-07-20 init --school 南岭工程职业学院
day 2020-07-20 import "$plan"
day 2020-07-20 revise 7.1 --deadline 2020年6月 --reason 与省定时限一致 --actor 校团委
day 2020-07-20 revise 5.2 --confirm --reason 与原件核对一致 --actor 校团委
day 2020-07-20 reviewer set 领导小组办公室 校团委 --reason 分工调整 "${office[@]}"
day 2020-07-21 start 1.1 1.2 2.1 2.2 2.3 4.1 5.1 "${owner[@]}"
day 2020-07-21 note 1.1 已起草初稿 "${owner[@]}"
day 2020-07-21 attach 1.1 方案.pdf --caption 实施方案 "${owner[@]}"
day 2020-07-22 attach 1.2 照片.jpg "${owner[@]}"
day 2020-07-22 attach 4.1 照片.jpg 错.txt "${owner[@]}"
day 2020-07-22 void 证-4.1-02 --reason 上传错文件 "${owner[@]}"
day 2020-07-22 attach 2.3 照片.jpg "${owner[@]}"
day 2020-07-22 sustain 2.3 "${owner[@]}"
day 2020-07-23 submit 1.1 1.2 4.1 --summary 文件已于7月21日印发。 "${owner[@]}"
day 2020-07-24 close 1.1 4.1 --opinion 同意销号 "${office[@]}"
day 2020-07-24 return 1.2 --reason 缺会议签到表 "${office[@]}"
day 2020-07-25 reopen 1.1 --finding 未盖章 --basis 例会 "${office[@]}"
day 2020-07-25 extend request 2.1 --until 2020-12-31 --reason 等上级批复 --progress 已报批 "${owner[@]}"
day 2020-07-25 extend request 2.2 --until 2020-12-31 --reason 等上级批复 --progress 已报批 "${owner[@]}"
day 2020-07-25 extend grant 2.1 --basis 例会同意 "${office[@]}"
day 2020-07-25 extend refuse 2.2 --reason 理由不足 "${office[@]}"
day 2020-07-26 note 2.1 记错了 "${owner[@]}"
last=$("$program" history --json --ledger "$folder" --today 2020-07-26 \
  | grep -o '"sequence" : [0-9]*' | tail -1 | grep -o '[0-9]*')
day 2020-07-26 undo "$last" --reason 记错条目 "${owner[@]}"
day 2020-07-26 withdraw 5.1 --basis 上级文件〔2020〕1号 "${office[@]}"
day 2020-07-27 gap raise 部分系未开述职会 --owner 系团委 --due 2020-09-20 --actor 校团委
day 2020-07-28 meeting open 2020-07 "${office[@]}"
day 2020-07-28 gap resolve 1 --resolution 已开 --actor 系团委
day 2020-07-29 fact set 工作人员 31 --actor 校团委
day 2020-07-31 meeting close 2020-07 "${office[@]}"
"$program" verify --ledger "$folder"
