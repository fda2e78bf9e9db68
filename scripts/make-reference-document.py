#!/usr/bin/env python3
"""Writes templates/reference.docx, from which pandoc takes page, styles and page numbers.

The figures are those of GB/T 9704-2012 (党政机关公文格式). Only the standard library is used, parts
are stored without compression and without a clock, so every run gives the same bytes; `--check`
compares them with the committed file. Run from the folder of the repository.
"""

import sys
import zipfile

TARGET = "templates/reference.docx"

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

SONG, FANGSONG, KAI, HEI, TITLE = "宋体", "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体"


def twips(millimetres):
  """Twentieths of a point; 25.4 mm are 1440."""
  return round(millimetres * 1440 / 25.4)


# 5.2.1: A4, head (天头) 37 mm, binding edge (订口) 28 mm, type area 156 mm x 225 mm; so 35 and 26
# remain below and on the right.
PAGE = (twips(210), twips(297))
TOP, BOTTOM, LEFT, RIGHT = twips(37), twips(35), twips(28), twips(26)
# 5.2.3: 22 lines of 28 characters fill the type area. 225 mm / 22 = 28.99 pt.
PITCH = 579
# 156 mm / 28 = 15.79 pt a character instead of 16 pt, so characters stand a quarter point closer;
# in twentieths of a point. Not by a character grid: LibreOffice gives each character two cells.
CLOSER = '<w:spacing w:val="-5"/>'
# 7.5: the page number's upper edge stands 7 mm below the type area; it is 14 pt high.
FOOTER = twips(35 - 7) - 14 * 20


def fonts(name):
  """Run fonts for every script; quotation marks count as Chinese."""
  return (
    f'<w:rFonts w:hint="eastAsia" w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" '
    f'w:cs="{name}"/>')


def size(points):
  """Run size in half points."""
  return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def style(key, name, kind="paragraph", base=None, following=None, paragraph="", run="", extra=""):
  """One style."""
  custom = "" if name[0].islower() or name in BUILT_IN else ' w:customStyle="1"'
  default = ' w:default="1"' if key in ("Normal", "DefaultParagraphFont", "TableNormal") else ""
  return (
    f'<w:style w:type="{kind}"{default}{custom} w:styleId="{key}"><w:name w:val="{name}"/>'
    + (f'<w:basedOn w:val="{base}"/>' if base else "")
    + (f'<w:next w:val="{following}"/>' if following else "")
    + "<w:qFormat/>"
    + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
    + (f"<w:rPr>{run}</w:rPr>" if run else "")
    + extra
    + "</w:style>")


BUILT_IN = {
  "Normal", "Default Paragraph Font", "Normal Table", "Body Text", "Title", "Subtitle", "Author",
  "Date", "Hyperlink", "Table Grid",
}


def exact(twentieths, before=0, after=0):
  """A fixed line pitch."""
  return (
    f'<w:spacing w:before="{before}" w:after="{after}" w:line="{twentieths}" '
    'w:lineRule="exact"/>')


def indent(hundredths, twentieths=3.15):
  """First-line indent in hundredths of a character, and none on the sides.

  `twentieths` of a point to the hundredth, for programs that do not count in characters.
  """
  return (
    f'<w:ind w:left="0" w:right="0" w:firstLineChars="{hundredths}" '
    f'w:firstLine="{round(hundredths * twentieths)}"/>')


def heading(level, font, run=""):
  """A heading of the text: same size and pitch as the body, told apart by the face."""
  return style(
    f"Heading{level}", f"heading {level}", base="Normal", following="BodyText",
    paragraph=f'<w:keepNext/>{indent(200)}<w:outlineLvl w:val="{level - 1}"/>',
    run=fonts(font) + run + CLOSER)


def styles():
  """Every style pandoc asks for, and those of templates/printed.lua."""
  small = (
    '<w:widowControl/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
    '<w:snapToGrid w:val="0"/>')
  parts = [
    f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(FANGSONG)}<w:kern w:val=\"0\"/>{size(16)}"
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault/></w:docDefaults>",
    # Marks may hang over the right edge, as Word does by itself. LibreOffice 7.4 leaves out a mark
    # that ends a justified line when they may not; left-aligned text (tables) loses none.
    style(
      "Normal", "Normal",
      paragraph=f'<w:widowControl w:val="0"/><w:overflowPunct/>{exact(PITCH)}'
      '<w:jc w:val="both"/>', run=fonts(FANGSONG) + size(16)),
    style("DefaultParagraphFont", "Default Paragraph Font", kind="character"),
    style(
      "TableNormal", "Normal Table", kind="table",
      extra='<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
      '<w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>'),
    style("BodyText", "Body Text", base="Normal", paragraph=indent(200), run=CLOSER),
    style("FreeText", "Free Text", base="Normal", paragraph=indent(0), run=CLOSER),
    style("FirstParagraph", "First Paragraph", base="BodyText", following="BodyText"),
    # 7.3.1: title 2号小标宋, centred; one line free below.
    style(
      "Title", "Title", base="Normal", following="BodyText",
      paragraph='<w:keepNext/><w:snapToGrid w:val="0"/>' + exact(640, after=PITCH)
      + '<w:jc w:val="center"/>', run=fonts(TITLE) + size(22)),
    heading(1, HEI), heading(2, KAI), heading(3, FANGSONG, "<w:b/><w:bCs/>"),
    heading(4, FANGSONG), heading(5, FANGSONG),
    # 7.3.7: 附件 in 3号黑体 at the upper left of a page of its own.
    style(
      "AnnexMark", "Annex Mark", base="Normal", following="Title",
      paragraph='<w:keepNext/><w:pageBreakBefore/>' + indent(0) + '<w:outlineLvl w:val="0"/>',
      run=fonts(HEI) + CLOSER),
    # 7.3.5.2: without a stamp the signature and the date stand at the right, four characters in.
    style(
      "Signature", "Signature Line", base="Normal",
      paragraph='<w:keepNext/><w:keepLines/>'
      '<w:ind w:rightChars="400" w:right="1264" w:firstLineChars="0" w:firstLine="0"/>'
      '<w:jc w:val="right"/>', run=CLOSER),
    style("Compact", "Compact", base="Normal", paragraph=small + exact(360) + indent(0)
      + '<w:jc w:val="left"/>', run=size(12)),
    style("TableText", "Table Text", base="Compact", paragraph=exact(320), run=size(10.5)),
    style("TableHead", "Table Head", base="TableText", paragraph='<w:jc w:val="center"/>',
      run=fonts(HEI)),
    style("WideTableText", "Wide Table Text", base="Compact", paragraph=exact(240),
      run=size(9)),
    style("WideTableHead", "Wide Table Head", base="WideTableText",
      paragraph='<w:jc w:val="center"/>', run=fonts(HEI)),
    style("TableGap", "Table Gap", base="Normal",
      paragraph='<w:snapToGrid w:val="0"/>' + exact(120) + indent(0), run=size(1)),
    # Working papers for a meeting: 五号 on a pitch of 16 pt.
    style("CompactText", "Compact Text", base="Normal",
      paragraph='<w:snapToGrid w:val="0"/>' + exact(320) + indent(200, 2.1), run=size(10.5)),
    style("CompactHeading", "Compact Heading", base="CompactText", following="CompactText",
      paragraph='<w:keepNext/>' + exact(320, before=40) + indent(0) + '<w:outlineLvl w:val="0"/>',
      run=fonts(HEI)),
    style("CompactTitle", "Compact Title", base="Title", following="CompactText",
      paragraph=exact(440, after=100), run=size(16)),
    style("CompactFoot", "Compact Foot", base="Foot", paragraph=exact(240, before=80),
      run=size(9)),
    style("SectionEnd", "Section End", base="Normal",
      paragraph='<w:snapToGrid w:val="0"/>' + exact(20) + indent(0), run=size(1)),
    style(
      "Foot", "Foot Note", base="Compact",
      paragraph='<w:keepLines/><w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="auto"/>'
      "</w:pBdr>" + exact(300, before=240) + indent(0), run=size(10.5)),
    style(
      "Footer", "footer", base="Normal",
      paragraph='<w:snapToGrid w:val="0"/>' + exact(280) + '<w:jc w:val="right"/>',
      run=fonts(SONG) + size(14)),
    style("Hyperlink", "Hyperlink", kind="character", base="DefaultParagraphFont"),
    style(
      "Table", "Table", kind="table", base="TableNormal",
      extra='<w:tblPr><w:jc w:val="center"/><w:tblBorders>' + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
      + "</w:tblBorders></w:tblPr>"),
  ]
  return f"{HEAD}<w:styles {W}>" + "".join(parts) + "</w:styles>"


def footer(alignment, side):
  """`— 1 —` in 4号宋体, one character in from the outer edge."""
  def field(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
  number = (
    field("begin") + '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    + field("separate") + "<w:r><w:t>1</w:t></w:r>" + field("end"))
  return (
    f'{HEAD}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/>'
    f'<w:ind w:{side}Chars="100" w:{side}="280"/><w:jc w:val="{alignment}"/></w:pPr>'
    f'<w:r><w:t xml:space="preserve">— </w:t></w:r>{number}'
    '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>')


def document():
  """A sample of each style, so that the file can be opened and changed in Word or WPS."""
  def paragraph(key, text):
    return f'<w:p><w:pPr><w:pStyle w:val="{key}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
  body = (
    paragraph("Title", "标题") + paragraph("BodyText", "正文")
    + paragraph("Heading1", "一、一级标题") + paragraph("Heading2", "（一）二级标题")
    + paragraph("Heading3", "1. 三级标题") + paragraph("Compact", "表格")
    + paragraph("Signature", "落款"))
  section = (
    '<w:sectPr><w:footerReference w:type="even" r:id="rId11"/>'
    '<w:footerReference w:type="default" r:id="rId10"/>'
    f'<w:pgSz w:w="{PAGE[0]}" w:h="{PAGE[1]}"/>'
    f'<w:pgMar w:top="{TOP}" w:right="{RIGHT}" w:bottom="{BOTTOM}" w:left="{LEFT}" '
    f'w:header="851" w:footer="{FOOTER}" w:gutter="0"/>'
    f'<w:docGrid w:type="lines" w:linePitch="{PITCH}"/></w:sectPr>')
  return f"{HEAD}<w:document {W} {R}><w:body>{body}{section}</w:body></w:document>"


def font_table():
  """The names an office has, and what Word takes where one is missing."""
  others = {
    FANGSONG: ("仿宋", "modern"), KAI: ("楷体", "modern"), HEI: ("SimHei", "modern"),
    TITLE: ("华文中宋", "auto"), SONG: ("SimSun", "auto"),
  }
  parts = "".join(
    f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/>'
    f'<w:family w:val="{family}"/><w:pitch w:val="default"/></w:font>'
    for name, (other, family) in others.items())
  return f"{HEAD}<w:fonts {W}>{parts}</w:fonts>"


def settings():
  """Odd and even page numbers, and no compression of punctuation that breaks the grid."""
  return (
    f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:evenAndOddHeaders/>'
    '<w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/>'
    '<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>'
    '<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>'
    '<w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>')


def parts():
  """The parts of the container in their order."""
  kinds = [
    ("document", "document.main"), ("styles", "styles"), ("settings", "settings"),
    ("fontTable", "fontTable"), ("footer1", "footer"), ("footer2", "footer"),
  ]
  types = "".join(
    f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
    for name, kind in kinds)
  links = [
    ("rId1", "styles", "styles"), ("rId2", "settings", "settings"),
    ("rId3", "fontTable", "fontTable"), ("rId10", "footer", "footer1"),
    ("rId11", "footer", "footer2"),
  ]
  relations = "".join(
    f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
    for key, kind, name in links)
  return [
    ("[Content_Types].xml",
      f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
      'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
      f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>'),
    ("_rels/.rels",
      f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
      f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'),
    ("word/document.xml", document()),
    ("word/_rels/document.xml.rels",
      f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>'),
    ("word/styles.xml", styles()),
    ("word/settings.xml", settings()),
    ("word/fontTable.xml", font_table()),
    ("word/footer1.xml", footer("right", "right")),
    ("word/footer2.xml", footer("left", "left")),
  ]


def write(target):
  """Writes the container."""
  with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as container:
    for name, text in parts():
      entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
      entry.create_system = 3
      entry.external_attr = 0o644 << 16
      container.writestr(entry, text.encode("utf-8"))


def main():
  if sys.argv[1:] == ["--check"]:
    import io
    fresh = io.BytesIO()
    write(fresh)
    with open(TARGET, "rb") as file:
      if file.read() != fresh.getvalue():
        return f"{TARGET} is not what this script writes"
    return 0
  write(TARGET)
  return 0


if __name__ == "__main__":
  sys.exit(main())
