import Foundation
import TaskLedger

/// What no paper that goes on a desk may hold; a reader of its own, which knows nothing of how papers
/// are made.
enum PaperFaults {
  /// What is wrong of a paper in Markdown, each with the words; empty when nothing is.
  static func all(in written: String) -> [String] {
    // The number of an annex is set apart from its title.
    let paper = written.replacing(#/(?m)^## 附件\d* /#, with: "## ")
    var faults: [String] = []
    for (name, pattern) in patterns {
      faults += paper.matches(of: pattern).map { "\(name)：\(paper[$0.range])" }
    }
    let lines = paper.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines {
      let text = line.drop { "# -".contains($0) }
      if ["无", "无。", "无；"].contains(text) { faults.append("空话：\(line)") }
      // Cells, and the blanks of a form, part what stands beside them.
      for cell in line.split(whereSeparator: { "|　".contains($0) }) {
        let words = cell.filter { !"*\\".contains($0) }
        faults += Proofreading.findings(in: words).map { "\($0.fault)：\($0.excerpt)" }
      }
    }
    faults += emptySections(lines).map { "空节：\($0)" }
    faults += paper.matches(of: /(\d+)至(\d+)[人个项]/).filter { $0.1 == $0.2 }
      .map { "首尾相同：\(paper[$0.range])" }
    return faults + foreignWords(in: paper).map { "外文：\($0)" }
  }

  /// Paragraphs of a report that are cut or are citations for more than a tenth.
  static func prose(of report: String) -> [String] {
    var faults: [String] = []
    let text = report.components(separatedBy: "\n## 附件").first ?? report
    for line in text.split(separator: "\n").map(String.init) {
      guard !line.hasPrefix("#"), !line.hasPrefix("|"), !line.hasPrefix("附件："),
        !line.hasPrefix("　"), line.count > 30
      else { continue }
      let cited = line.matches(of: /（佐证[^）]*）/).reduce(0) { $0 + line[$1.range].count }
      if cited * 10 > line.count { faults.append("引证\(cited)/\(line.count)：\(line)") }
      if let last = line.last, !"。！？”）".contains(last) { faults.append("断句：\(line)") }
    }
    return faults
  }

  private static var patterns: [(String, Regex<Substring>)] {
    [
      ("审核套话", /经领导小组办公室审核销号/),
      ("空话", /台账中没有未办结的条目和差距短板/),
      ("键名", /[\p{Han}]：(?:是|否)(?=[；。，|\s])/),
      ("键名", /[\p{Han}]@[\p{Han}]/),
      ("截断", /…/),
      ("引号", /[「」『』]/),
      ("空格", /\p{Han} +\p{Han}/),
      ("扩展名", /\.(?:jpe?g|png|pdf|docx?|xlsx?|wps|mp4|txt|md)\b/.ignoresCase()),
      ("日期", /\d{4}-\d{1,2}-\d{1,2}|\d{4}\.\d{1,2}\.\d{1,2}/),
      ("模板", /\{\{|\}\}|nil|Optional/),
      ("空括号", /（\s*）|“”|《》/),
      ("标点", /[，、；：。][，、；：。]/),
      ("数字旁空格", /\p{Han} \d+(?:\.\d+)? (?:\p{Han})/),
    ]
  }

  /// Latin words that are neither codes nor names of standards.
  private static func foreignWords(in paper: String) -> [String] {
    let known: Set = ["GB", "SHA", "PDF", "IMG"]
    let text = paper.replacing(/[0-9]+-[0-9a-f]{12}|[0-9a-f]{64}/, with: "")
    return text.matches(of: /[A-Za-z]+(?:-[A-Za-z]+)*/).map { String(text[$0.range]) }
      .filter { $0.count > 1 && !known.contains($0) }
  }

  /// Headings under which nothing stands.
  private static func emptySections(_ lines: [Substring]) -> [String] {
    let filled = lines.filter { !$0.isEmpty }
    return zip(filled, filled.dropFirst()).compactMap { line, next in
      let (level, following) = (line.prefix { $0 == "#" }.count, next.prefix { $0 == "#" }.count)
      return level > 1 && following > 0 && following <= level ? String(line) : nil
    }
  }
}
