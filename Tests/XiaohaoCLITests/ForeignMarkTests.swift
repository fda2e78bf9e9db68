import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// Marks that an output cares for, each beside a code point that makes another character of it for
/// whoever compares characters, in every text field, read back by readers that are not ours.
struct ForeignMarkTests {
  private let desk: Desk

  /// Every mark that some output cares for.
  static let marks = Array("\\`*_[]<>|~$^&\"',;:=+-@#!(){}/?%\n\t")
  /// What disguises a mark.
  static let disguises: [(before: String, after: String)] = [
    ("", ""), ("\u{600}", ""), ("", "\u{301}"), ("", "\u{200D}"), ("", "\u{FE0F}"), ("\r\n", ""),
    ("\u{600}", "\u{301}"),
  ]
  /// What would act if a mark got through.
  static let acts = [
    "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "![x](/etc/passwd)",
    "![x](http://10.9.8.7/a.png)", "[x](javascript:alert(1))", "|一|二|三|", "\"><b onclick=a>",
    "',=1+1,\"", "END:VEVENT", "'; touch /tmp/xiaohao-shell #", "=HYPERLINK(\"http://a\")",
  ]

  /// Every mark with every disguise, and every act with every one of its marks disguised, in two texts:
  /// one has 2,000 characters at most.
  static let payloads: [String] = [0, 1].map { half in
    var parts: [String] = []
    for (number, (before, after)) in disguises.enumerated() {
      for (place, mark) in marks.enumerated() where (number + place) % 2 == half {
        parts.append("甲\(before)\(mark)\(after)乙")
      }
      for (place, act) in acts.enumerated() where (number + place) % 2 == half {
        parts.append(
          act.unicodeScalars.map { scalar in
            scalar.properties.isAlphabetic || scalar.value < 0x21
              ? "\(scalar)" : before + "\(scalar)" + after
          }.joined())
      }
    }
    return parts.joined(separator: " ")
  }

  init() throws {
    desk = try Desk.withPlan()
    let owner = ["--ledger", "台账", "--actor", "学工部" + Self.acts[0], "--today", "2020-08-01"]
    let office = ["--ledger", "台账", "--actor", "领导小组办公室", "--today", "2020-08-01"]
    try run(["member", "add", "学工部" + Self.acts[0], "--department", "学工部"] + office)
    try run(["revise", "4.1", "--departments", "学工部（牵头）", "--reason", Self.payloads[0]] + owner)
    for (text, ids) in zip(Self.payloads, [["3.1", "3.2", "5.1"], ["7.1", "7.2", "5.2"]]) {
      let file = "证\(ids[0]).txt"
      try desk.write(file, Array("材料\(ids[0])".utf8))
      for line in [
        ["note", ids[0], text], ["revise", ids[1], "--remark", text, "--reason", text],
        ["revise", ids[2], "--content", text, "--reason", text],
        ["gap", "raise", text, "--item", ids[0], "--owner", text],
        ["fact", "set", "工作人员", "31", "--source", text],
        ["attach", ids[0], desk.path(file), "--caption", text, "--number", text],
        ["start", ids[0]], ["submit", ids[0], "--summary", text],
      ] { try run(line + owner) }
      try run(["return", ids[0], "--reason", text] + office)
      try run(["submit", ids[0], "--summary", text] + owner)
      try run(["close", ids[0], "--opinion", text] + office)
    }
  }

  private func run(_ line: [String]) throws {
    let outcome = desk.run(line)
    try #require(outcome.status == .fine, "\(line.prefix(2)): \(outcome.messages.prefix(300))")
  }

  private func output(_ line: String, _ file: String) throws -> String {
    let outcome = desk.run("\(line) --output \(file) --ledger 台账 --today 2020-08-02")
    try #require(outcome.status == .fine, "\(line): \(outcome.messages)")
    return desk.path(file)
  }

  @Test(.enabled(if: Python.has("html.parser"), Python.absence(of: "html.parser")))
  func `no page grows an element, an attribute or a column`() throws {
    for paper in [
      "board", "monthly 2020-08", "ledger", "self-evaluation", "reform", "evidence-index",
      "filing-form", "hand-in",
    ] {
      let path = try output("report \(paper) --format html", "页.html")
      #expect(try Python.run(Self.pageReader, [path]) == "", "\(paper)")
      try FileManager.default.removeItem(atPath: path)
    }
  }

  @Test(.enabled(if: Shell.has("cmark-gfm"), "cmark-gfm is not installed"))
  func `no Markdown paper grows a picture, a link, a tag or a column`() throws {
    for paper in ["monthly 2020-08", "ledger", "self-evaluation", "reform", "evidence-index"] {
      let path = try output("report \(paper) --format md", "稿.md")
      let page = try Shell.run("cmark-gfm", ["-e", "table", "--unsafe", path])
      try Data(page.utf8).write(to: URL(fileURLWithPath: desk.path("读.html")))
      #expect(try Python.run(Self.pageReader, [desk.path("读.html")]) == "", "\(paper)")
      try FileManager.default.removeItem(atPath: path)
    }
  }

  @Test(.enabled(if: Python.has("csv"), Python.absence(of: "csv")))
  func `no table grows a column or a formula, and no calendar an entry`() throws {
    let table = try output("export --csv", "表.csv")
    #expect(try Python.run(Self.tableReader, [table]) == "")
    let calendar = try output("export --ics", "历.ics")
    #expect(try Python.run(Self.calendarReader, [calendar]) == "")
    let book = try output("export --xlsx", "簿.xlsx")
    #expect(try Python.run(Self.workbookReader, [book]) == "")
  }

  @Test(.enabled(if: Shell.has("pandoc"), "pandoc is not installed"))
  func `a Word paper holds no picture and names nothing outside of itself`() throws {
    let path = try output("report ledger --format docx", "稿.docx")
    #expect(try Python.run(Self.packageReader, [path]) == "")
  }

  @Test func `a suggested command is the words it was made of`() throws {
    for word in Self.acts + ["a'\u{301}b", "\u{600}'; id #", "x\u{600};id"] {
      let outcome = desk.run(["report", "hand-in", "--output", word + "/x.odt", "--ledger", word])
      let suggested = outcome.messages.components(separatedBy: "xiaohao ").dropFirst()
      for line in suggested {
        let words = "printf '%s\\n' " + line.prefix { $0 != "\n" }
        #expect((try? Shell.run("sh", ["-n", "-c", words])) != nil || !line.contains(word))
      }
    }
  }

  /// What no page of ours holds, and rows of unequal length.
  private static let pageReader = """
    import html.parser, sys
    faults = []
    class Reader(html.parser.HTMLParser):
        cells, widths = 0, []
        def handle_starttag(self, tag, attributes):
            if tag in ('script', 'img', 'iframe', 'object', 'embed', 'link', 'form', 'b') and (
                    tag != 'b' or dict(attributes)):
                faults.append(tag)
            for name, value in attributes:
                if name.startswith('on') or (value or '').startswith(('http', 'javascript', '/')):
                    faults.append(name)
                if name in ('src',):
                    faults.append(name)
            if tag == 'table': self.widths = []
            if tag == 'tr': self.cells = 0
            if tag in ('td', 'th'): self.cells += int(dict(attributes).get('colspan') or 1)
        def handle_endtag(self, tag):
            if tag == 'tr': self.widths.append(self.cells)
            if tag == 'table' and len(set(self.widths)) > 1:
                faults.append('columns %s' % sorted(set(self.widths)))
    Reader().feed(open(sys.argv[1], encoding='utf-8').read())
    print(','.join(faults), end='')
    """

  private static let tableReader = """
    import csv, sys
    rows = list(csv.reader(open(sys.argv[1], encoding='utf-8-sig', newline='')))
    faults = []
    if len({len(row) for row in rows}) != 1: faults.append('columns')
    for row in rows:
        for cell in row:
            if cell.strip()[:1] in tuple('=+-@＝＋－＠'): faults.append(cell[:20])
    print(','.join(faults), end='')
    """

  private static let calendarReader = """
    import sys
    data = open(sys.argv[1], 'rb').read()
    faults = []
    if any(len(line) > 75 for line in data.split(b'\\r\\n')): faults.append('length')
    lines = data.decode('utf-8').replace('\\r\\n ', '').split('\\r\\n')
    known = ('BEGIN', 'END', 'VERSION', 'PRODID', 'CALSCALE', 'METHOD', 'X-WR-CALNAME', 'UID', 'DTSTAMP',
        'SEQUENCE', 'DTSTART', 'DTEND', 'SUMMARY', 'DESCRIPTION', 'TRANSP', 'STATUS')
    for line in lines[:-1]:
        if line.split(':')[0].split(';')[0] not in known: faults.append(line[:20])
        if '\\n' in line or '\\r' in line: faults.append('break')
    if lines.count('BEGIN:VEVENT') != lines.count('END:VEVENT'): faults.append('entries')
    print(','.join(faults), end='')
    """

  private static let workbookReader = """
    import sys, zipfile, xml.etree.ElementTree as tree
    faults = []
    with zipfile.ZipFile(sys.argv[1]) as book:
        for name in book.namelist():
            root = tree.fromstring(book.read(name))
            for element in root.iter():
                if element.tag.endswith('}f'): faults.append(name)
                if element.get('TargetMode') == 'External': faults.append(name)
            if name == 'xl/workbook.xml':
                for sheet in root.iter():
                    if sheet.tag.endswith('}sheet') and set(sheet.get('name')) & set('[]:*?/'):
                        faults.append(sheet.get('name'))
    print(','.join(faults), end='')
    """

  private static let packageReader = """
    import sys, zipfile, xml.etree.ElementTree as tree
    faults = []
    with zipfile.ZipFile(sys.argv[1]) as paper:
        for name in paper.namelist():
            if 'media/' in name: faults.append(name)
            if name.endswith(('.xml', '.rels')):
                for element in tree.fromstring(paper.read(name)).iter():
                    if element.get('TargetMode') == 'External': faults.append(name)
    print(','.join(faults), end='')
    """
}
