#!/usr/bin/env python3
"""Makes the pictures of sheets in the documentation from the sample school.

Usage: sheet-pictures.py PROGRAM [FOLDER]

Writes PNG files into Sources/TaskLedger/Documentation.docc/Resources: sheets go out, are filled in with
openpyxl, come back, and are printed by LibreOffice; poppler makes the pictures. FOLDER is where it works.
"""
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "Sources/TaskLedger/Documentation.docc/Resources"
UNIT = "信息工程系"


def run(program, folder, *words, day="2020-08-20", fails=False):
    done = subprocess.run([program, *words, "--ledger", "台账", "--today", day], cwd=folder,
                          capture_output=True, text=True)
    if done.returncode and not fails:
        sys.exit(done.stderr)


def page(book, name):
    sheet = book[name]
    return sheet, {cell.value: cell.column for cell in sheet[1]}


def fill_items(source, target):
    book = openpyxl.load_workbook(source)
    sheet, heads = page(book, "任务")
    answers = {
        2: {"本月进展": "8月18日召开专题会，改革推进计划已报送。", "完成情况说明": "推进计划于8月19日印发，27项任务都有责任人。",
            "佐证文件": "推进计划.pdf\n会议签到表.jpg", "文号": "南工团〔2020〕12号", "形成日期": "2020-08-19",
            "申请销号": "是"},
        3: {"本月进展": "已开展班团骨干说明会3场。", "存在问题": "假期学生不在校。", "下步打算": "开学第一周补开两场。",
            "预计完成": "2020-09-11"},
    }
    for row, values in answers.items():
        for heading, value in values.items():
            sheet.cell(row, heads[heading]).value = value
    book.save(target)


def fill_union(source, target):
    book = openpyxl.load_workbook(source)
    sheet, heads = page(book, "数据")
    answers = {"承担行政职能": "否", "主席团加工作部门": "是", "其他常设层级": "否", "其他职务": "否",
               "按期召开大会": "是", "学代会日期": "2020-05-30", "春季培训": "是"}
    for row in range(2, sheet.max_row + 1):
        name = sheet.cell(row, heads["数据名称"]).value
        if name in answers:
            sheet.cell(row, heads["填报数值"]).value = answers[name]
    sheet, heads = page(book, "工作人员名单")
    people = [("20190101", "李晓明", "主席团成员", "", "中共预备党员", "二年级", "8/62", "前20%"),
              ("20190102", "陈佳怡", "部门负责人", "学习部", "共青团员", "二年级", "15/62", "前30%"),
              ("20200103", "黄子轩", "部门成员", "权益部", "共青团员", "一年级", "", "")]
    for place, person in enumerate(people):
        for heading, value in zip(["学号", "姓名", "职务", "所在部门", "政治面貌", "年级", "专业排名", "排名档次"],
                                  person):
            sheet.cell(place + 2, heads[heading]).value = value
        sheet.cell(place + 2, heads["学历层次"]).value = "专科生"
        sheet.cell(place + 2, heads["成绩时段"]).value = "入学以来"
        sheet.cell(place + 2, heads["不及格门数"]).value = "0"
    book.save(target)


def picture(book, folder, number, name, box, width):
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
                    "--convert-to", "pdf", "--outdir", folder, book], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    x, y, w, h = (str(value) for value in box)
    subprocess.run(["pdftoppm", "-f", str(number), "-l", str(number), "-singlefile", "-png", "-r", "110",
                    "-x", x, "-y", y, "-W", w, "-H", h, folder / (book.stem + ".pdf"),
                    RESOURCES / name], check=True)
    # Trimmed and with few colours, they are small; without ImageMagick they are larger.
    if shutil.which("convert"):
        subprocess.run(["convert", RESOURCES / f"{name}.png", "-trim", "+repage", "-bordercolor", "white",
                        "-border", "8", "-resize", f"{width}x>", "+dither", "-colors", "48",
                        RESOURCES / f"{name}.png"], check=True)


def main():
    program = Path(sys.argv[1]).absolute()
    folder = Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp()).absolute()
    (folder / "台账/tasks").mkdir(parents=True, exist_ok=True)
    table = (ROOT / "tasks/departments.md").read_text(encoding="utf-8")
    run(program, folder, "init", "--school", "南岭工程职业学院", day="2020-07-20")
    (folder / "台账/tasks/departments.md").write_text(
        table + f"| {UNIT} | {UNIT}团总支、{UNIT}学生会 | 是 |\n", encoding="utf-8")
    run(program, folder, "import", str(ROOT / "tasks/example-plan.docx"), day="2020-07-20")
    run(program, folder, "sheet", "export", "--all", "--staff", "--output", "发出")
    back = folder / "收回"
    back.mkdir(exist_ok=True)
    items, union = back / "学工部-填报表-2020-08.xlsx", back / f"{UNIT}-填报表-2020-08.xlsx"
    fill_items(folder / "发出" / items.name, items)
    fill_union(folder / "发出" / union.name, union)
    (back / "推进计划.pdf").write_bytes(b"%PDF-1.4 sample")
    run(program, folder, "sheet", "import", "收回", day="2020-08-31", fails=True)
    receipt = next(back.glob("回执*学工部*.xlsx"))
    picture(folder / "发出" / items.name, folder, 1, "sheet-first", (20, 20, 870, 255), 560)
    picture(items, folder, 2, "sheet-items", (20, 40, 1250, 215), 1200)
    picture(union, folder, 2, "sheet-figures", (20, 40, 1250, 190), 1000)
    picture(union, folder, 3, "sheet-staff", (20, 40, 1250, 220), 1000)
    picture(receipt, folder, 2, "sheet-receipt", (20, 40, 1250, 300), 1000)


main()
