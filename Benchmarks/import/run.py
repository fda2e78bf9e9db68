#!/usr/bin/env python3
"""Reading and interpreting made-up plans of 27, 1,000 and 10,000 rows, beside other readers.

Usage: run.py READER [ROUNDS]; READER is the built import-bench. The files are made anew in a
temporary folder by generate.py, the same bytes every time.
"""
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from measure import Contender, measure, module, tool  # noqa: E402

PYTHON_DOCX = """
import sys, docx
cells = 0
for table in docx.Document(sys.argv[1]).tables:
    for row in table.rows:
        for cell in row.cells:
            cells += 1
            for paragraph in cell.paragraphs: paragraph.text
print(cells)
"""
LXML = """
import sys, zipfile
from lxml import etree
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
rows = 0
with zipfile.ZipFile(sys.argv[1]) as archive, archive.open('word/document.xml') as part:
    for _, row in etree.iterparse(part, tag=W + 'tr'):
        for text in row.iter(W + 't'): text.text
        rows += 1
        row.clear()
print(rows)
"""
EXPAT = """
import sys, zipfile
from xml.parsers import expat
parser = expat.ParserCreate()
texts = []
parser.CharacterDataHandler = texts.append
with zipfile.ZipFile(sys.argv[1]) as archive, archive.open('word/document.xml') as part:
    parser.ParseFile(part)
print(sum(map(len, texts)))
"""
OPENPYXL = """
import sys, openpyxl
cells = 0
for row in openpyxl.load_workbook(sys.argv[1], read_only=True).active.iter_rows(values_only=True):
    cells += len(row)
print(cells)
"""


def shell(line):
    return ["/bin/bash", "-o", "pipefail", "-c", line]


def main():
    reader = sys.argv[1]
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    tasks = str(HERE.parent.parent / "tasks")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, HERE / "generate.py", folder], check=True)
        for rows in (27, 1000, 10_000):
            many = rounds if rows < 10_000 else min(rounds, 3)
            path = f"{folder}/plan-{rows}.docx"
            xmllint = tool("xmllint")
            measure(f"docx, {rows:,} rows", [
                Contender("import-bench interpret", [reader, "interpret", path, tasks],
                          check=f"{rows} items"),
                Contender("import-bench read", [reader, "read", path, tasks]),
                Contender("import-bench whole", [reader, "whole", path, tasks],
                          check=f"{rows} items"),
                Contender("unzip, xmllint --stream", xmllint and shell(
                    f"unzip -p {path} word/document.xml | xmllint --stream --noout -"),
                    missing="xmllint"),
                Contender("expat", [sys.executable, "-c", EXPAT, path]),
                Contender("lxml", module("lxml", LXML, path), missing="lxml"),
                Contender("python-docx", module("docx", PYTHON_DOCX, path),
                          missing="python-docx"),
                Contender("pandoc -t json", tool("pandoc", "-t", "json", path), missing="pandoc"),
            ], many, floor="unzip, xmllint --stream")
            path = f"{folder}/plan-{rows}.xlsx"
            measure(f"xlsx, {rows:,} rows", [
                Contender("import-bench interpret", [reader, "interpret", path, tasks],
                          check=f"{rows} items"),
                Contender("import-bench read", [reader, "read", path, tasks]),
                Contender("unzip, xmllint --stream", xmllint and shell(
                    f"unzip -p {path} xl/sharedStrings.xml | xmllint --stream --noout - && "
                    f"unzip -p {path} xl/worksheets/sheet1.xml | xmllint --stream --noout -"),
                    missing="xmllint"),
                Contender("xlsx2csv", tool("xlsx2csv", path), missing="xlsx2csv"),
                Contender("openpyxl, read-only", module("openpyxl", OPENPYXL, path),
                          missing="openpyxl"),
            ], many, floor="unzip, xmllint --stream")


if __name__ == "__main__":
    main()
