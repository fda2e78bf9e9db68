#!/usr/bin/env python3
"""Times sheets of 30 departments: `sheet export --all`, and `sheet import` of 30 returned folders.

Usage: run.py PROGRAM FOLDER [--output FILE] [--rounds N]

A plan of 90 items is given to 30 departments in turn; each fills in all of its rows and lays one small
file of evidence beside them for each item. Every import is of a fresh copy of the ledger; copying it
is not timed. The floor of the import is what openpyxl takes to open the same 30 files.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from measure import Contender, machine, measure, module  # noqa: E402

DEPARTMENTS = [f"第{number:02}工作处" for number in range(1, 31)]
ITEMS = 90
OUT, BACK = "2020-08-20", "2020-08-31"


def plan():
    rows = ["# 示范学院学生会改革实施方案", "", "示范学院党〔2020〕9号", "", "2020年6月8日", "",
            "| 序号 | 任务 | 改革内容 | 落实措施 | 完成时限 | 实施部门 |", "|---|---|---|---|---|---|"]
    for place in range(ITEMS):
        task, number = place // 9 + 1, place % 9 + 1
        rows.append(f"| {task}.{number} | 第{task}项任务 | 完成第 {place + 1} 项工作并建立台账 "
                    f"| 印发文件，开展检查。 | 2020年9月 | {DEPARTMENTS[place % 30]} |")
    return "\n".join(rows) + "\n"


def fill(source, target):
    import openpyxl
    book = openpyxl.load_workbook(source)
    sheet = book["任务"]
    heads = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        values = dict(zip(heads, row))
        name = f"{values['条目'].value}情况说明.txt"
        (target.parent / name).write_text(f"{target.name} {name}", encoding="utf-8")
        values["本月进展"].value = "按方案推进，已开展检查。"
        values["佐证文件"].value = name
        values["形成日期"].value = "2020-08-25"
        values["完成情况说明"].value = "已全部完成。"
        values["申请销号"].value = "是"
    book.save(target)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--output")
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    folder = options.folder.absolute()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    program = os.path.abspath(options.program)

    def run(*words, day):
        subprocess.run([program, *words, "--ledger", folder / "台账", "--today", day],
                       cwd=folder, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)

    (folder / "方案.md").write_text(plan(), encoding="utf-8")
    run("init", "--school", "示范学院", day="2020-07-20")
    run("import", "方案.md", day="2020-07-20")
    run("sheet", "export", "--all", "--output", "发出", day=OUT)
    sheets = sorted((folder / "发出").glob("*.xlsx"))
    if len(sheets) != len(DEPARTMENTS):
        sys.exit(f"{len(sheets)} sheets went out")
    for sheet in sheets:
        own = folder / "收回" / sheet.name.split("-")[0]
        own.mkdir(parents=True)
        fill(sheet, own / sheet.name)

    def fresh(copies):
        for name in copies:
            shutil.rmtree(folder / f"{name}-次", ignore_errors=True)
            shutil.copytree(folder / name, folder / f"{name}-次")

    def contender(name, words, copies, check=None):
        return Contender(
            name, [program, *words, "--ledger", str(folder / "台账-次")], check=check,
            prepare=lambda: fresh(copies))

    out = open(options.output, "w", encoding="utf-8") if options.output else sys.stdout
    print(f"{machine()}\n", file=out)
    os.chdir(folder)
    measure("30 departments go out", [
        contender("sheet export --all",
                  ["sheet", "export", "--all", "--output", "再发", "--force", "--today", OUT],
                  ["台账"]),
    ], options.rounds, out=out)
    opened = module(
        "openpyxl", "import sys, openpyxl\nfor name in sys.argv[1:]: openpyxl.load_workbook(name)",
        *[str(path) for path in sorted((folder / "收回").rglob("*填报表*.xlsx"))])
    measure("30 departments come back", [
        contender("sheet import, 30 folders, 90 files",
                  ["sheet", "import", "收回-次", "--today", BACK, "--json"], ["台账", "收回"],
                  check='"status" : "taken"'),
        contender("sheet import --dry-run",
                  ["sheet", "import", "收回-次", "--dry-run", "--today", BACK, "--json"],
                  ["台账", "收回"], check='"status" : "taken"'),
        Contender("openpyxl opens the 30 sheets", opened, missing="pip install openpyxl"),
    ], options.rounds, floor="openpyxl opens the 30 sheets", out=out)
    events = subprocess.run(
        [program, "list", "--json", "--ledger", folder / "台账", "--today", BACK],
        capture_output=True, check=True, text=True)
    if len(json.loads(events.stdout)["items"]) != ITEMS:
        sys.exit("items were lost")


main()
