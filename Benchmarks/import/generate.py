#!/usr/bin/env python3
"""Writes made-up plans of a given size as .docx and .xlsx, the same bytes every time.

Seven columns, about 200 Chinese characters a cell in the three long columns' share, every task
merged vertically over four rows. Usage: generate.py FOLDER [ROWS...]
"""
import random
import sys
import zipfile
from pathlib import Path

HEADER = ["序号", "任务", "依据", "改革内容", "落实措施", "完成时限", "实施部门"]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "http://schemas.openxmlformats.org/package/2006/relationships"
CT = "http://schemas.openxmlformats.org/package/2006/content-types"
DECL = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
BLOCK = 4
# 2,000 characters that stand for Chinese prose; the text means nothing.
CHARACTERS = [chr(0x4E00 + 7 * i) for i in range(2000)]


def prose(rng, count):
    chars = rng.choices(CHARACTERS, k=count)
    for i in range(23, count, 24):
        chars[i] = "，"
    chars[-1] = "。"
    return "".join(chars)


def rows(count):
    rng = random.Random(20200719)
    for i in range(count):
        first = i % BLOCK == 0
        measures = [f"（{k}）" + prose(rng, 96) for k in (1, 2)]
        yield {
            "first": first,
            "cells": [
                [str(i // BLOCK + 1)] if first else [],
                [prose(rng, 200)] if first else [],
                [prose(rng, 200)] if first else [],
                [f"{i + 1}. " + prose(rng, 200)],
                measures,
                [f"{2021 + i % 3}年{i % 12 + 1}月底前"],
                [prose(rng, 190) + " 校团委 学工部"],
            ],
        }


def docx(path, count):
    out = [DECL, f'<w:document xmlns:w="{W}"><w:body>']
    out.append("<w:p><w:r><w:t>示例学院改革实施方案</w:t></w:r></w:p><w:tbl><w:tblPr>"
               '<w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>')
    out.append('<w:gridCol w:w="1200"/>' * 7 + "</w:tblGrid>")

    def cell(paragraphs, merge=""):
        out.append(f'<w:tc><w:tcPr><w:tcW w:w="1200" w:type="dxa"/>{merge}</w:tcPr>')
        for text in paragraphs or [""]:
            run = (f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="21"/></w:rPr>'
                   f'<w:t xml:space="preserve">{text}</w:t></w:r>') if text else ""
            out.append(f'<w:p><w:pPr><w:jc w:val="left"/></w:pPr>{run}</w:p>')
        out.append("</w:tc>")

    out.append("<w:tr><w:trPr><w:tblHeader/></w:trPr>")
    for name in HEADER:
        cell([name])
    out.append("</w:tr>")
    for row in rows(count):
        out.append("<w:tr>")
        for column, paragraphs in enumerate(row["cells"]):
            merge = ""
            if column < 3:
                merge = '<w:vMerge w:val="restart"/>' if row["first"] else "<w:vMerge/>"
            cell(paragraphs, merge)
        out.append("</w:tr>")
    out.append("</w:tbl><w:sectPr/></w:body></w:document>")
    write(path, {
        "[Content_Types].xml": DECL + f'<Types xmlns="{CT}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
        'Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document'
        '.main+xml"/></Types>',
        "_rels/.rels": DECL + f'<Relationships xmlns="{P}"><Relationship Id="rId1" '
        f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": "".join(out),
    })


def xlsx(path, count):
    strings, index = [], {}

    def shared(text):
        if text not in index:
            index[text] = len(strings)
            strings.append(text)
        return index[text]

    sheet = [DECL, f'<worksheet xmlns="{S}"><sheetData><row r="1">']
    for column, name in enumerate(HEADER):
        sheet.append(f'<c r="{chr(65 + column)}1" t="s"><v>{shared(name)}</v></c>')
    sheet.append("</row>")
    merges = []
    for number, row in enumerate(rows(count), start=2):
        sheet.append(f'<row r="{number}">')
        for column, paragraphs in enumerate(row["cells"]):
            place = f"{chr(65 + column)}{number}"
            if paragraphs:
                sheet.append(f'<c r="{place}" s="1" t="s"><v>'
                             f'{shared(chr(10).join(paragraphs))}</v></c>')
            else:
                sheet.append(f'<c r="{place}" s="1"/>')
            if column < 3 and row["first"]:
                last = min(number + BLOCK - 1, count + 1)
                if last > number:
                    merges.append(f'<mergeCell ref="{place}:{chr(65 + column)}{last}"/>')
        sheet.append("</row>")
    sheet.append(f'</sheetData><mergeCells count="{len(merges)}">{"".join(merges)}</mergeCells>'
                 "</worksheet>")
    items = "".join(f'<si><t xml:space="preserve">{text}</t></si>' for text in strings)
    write(path, {
        "[Content_Types].xml": DECL + f'<Types xmlns="{CT}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
        'Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"'
        '/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxml'
        'formats-officedocument.spreadsheetml.worksheet+xml"/><Override '
        'PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>'
        "</Types>",
        "_rels/.rels": DECL + f'<Relationships xmlns="{P}"><Relationship Id="rId1" '
        f'Type="{R}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": DECL + f'<Relationships xmlns="{P}">'
        f'<Relationship Id="rId1" Type="{R}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{R}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="rId3" Type="{R}/styles" Target="styles.xml"/></Relationships>',
        "xl/workbook.xml": DECL + f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets>'
        '<sheet name="任务列表" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/styles.xml": DECL + f'<styleSheet xmlns="{S}"><fonts count="1"><font/></fonts>'
        '<fills count="1"><fill/></fills><borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="0"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": DECL + f'<sst xmlns="{S}" uniqueCount="{len(strings)}">'
        f"{items}</sst>",
        "xl/worksheets/sheet1.xml": "".join(sheet),
    })


def write(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (2020, 7, 19, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for size in [int(text) for text in sys.argv[2:]] or [27, 1000, 10000]:
        docx(folder / f"plan-{size}.docx", size)
        xlsx(folder / f"plan-{size}.xlsx", size)
