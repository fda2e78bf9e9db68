#!/usr/bin/env python3
"""Writes tasks/example-plan.docx from tasks/example-plan.md, with real vertical merges.

Blank cells of the first three columns continue the cell above; 同上 in the deadline column becomes
a merged cell. Needs python-docx; run from the folder of the repository.
"""

import datetime
import re
import sys

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm

SOURCE, TARGET = "tasks/example-plan.md", "tasks/example-plan.docx"


def rows_of(lines):
  """The rows of a Markdown table, without the line under its heading."""
  rows = [[cell.strip() for cell in line.strip()[1:-1].split("|")] for line in lines]
  return [row for row in rows if not all(re.fullmatch(r":?-+:?", cell) for cell in row)]


def add_table(document, rows):
  """Adds the table; its cells are merged where the Markdown has blanks or 同上."""
  table = document.add_table(rows=len(rows), cols=len(rows[0]))
  table.style = "Table Grid"
  for y, row in enumerate(rows):
    for x, text in enumerate(row):
      cell = table.cell(y, x)
      merged = y > 1 and ((x < 3 and not text) or (x == 5 and text == "同上"))
      if not merged:
        paragraphs = text.split("<br>")
        cell.paragraphs[0].text = paragraphs[0]
        for paragraph in paragraphs[1:]:
          cell.add_paragraph(paragraph)
  for x in range(len(rows[0])):
    top = 1
    for y in range(1, len(rows) + 1):
      starts = y == len(rows) or not (
        (x < 3 and not rows[y][x]) or (x == 5 and rows[y][x] == "同上"))
      if not starts:
        continue
      if y - 1 > top:
        for place in range(top, y):
          properties = table.cell(place, x)._tc.get_or_add_tcPr()
          merge = properties.makeelement(qn("w:vMerge"), {})
          if place == top:
            merge.set(qn("w:val"), "restart")
          properties.append(merge)
      top = y
  header = table.rows[0]._tr.get_or_add_trPr()
  header.append(header.makeelement(qn("w:tblHeader"), {}))


def main():
  document = Document()
  section = document.sections[0]
  section.left_margin = section.right_margin = Cm(2)
  section.page_width, section.page_height = section.page_height, section.page_width
  moment = datetime.datetime(2020, 6, 8)
  document.core_properties.author = ""
  document.core_properties.comments = ""
  document.core_properties.created = document.core_properties.modified = moment
  table = []
  with open(SOURCE, encoding="utf-8") as file:
    for line in file.read().split("\n") + [""]:
      if line.startswith("|"):
        table.append(line)
        continue
      if table:
        add_table(document, rows_of(table))
        table = []
      text = line.lstrip("#").strip()
      if text:
        document.add_paragraph(text)
  document.save(TARGET)


if __name__ == "__main__":
  sys.exit(main())
