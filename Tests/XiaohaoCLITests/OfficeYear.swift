import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// The year of an office on the real plan, told line by line: day, who acts, and the command.
struct OfficeYear {
  /// What every output must say on a day.
  struct Figures: Equatable {
    var states: [String: Int]
    var overdue: [String]
    var missed: [String]
    var dueThisMonth: [String]
    var settled: Int
    var passes = false
  }

  let desk: Desk

  init() throws {
    desk = try Desk()
    for name in ["指引", "补充", "照片1", "照片2", "照片3"] {
      try desk.write(name + ".pdf", Array("%PDF-1.4 \(name)".utf8))
    }
    try desk.write("数据.md", Array(FinishedSchool.figures.utf8))
    try FileManager.default.createDirectory(
      atPath: desk.path("样式"), withIntermediateDirectories: true)
    for (name, template) in Self.templates {
      try desk.write("样式/\(name).mustache", Array(template.utf8))
    }
  }

  /// Templates that print figures alone, so that papers can be worded anew.
  private static let templates = [
    "monthly": """
    total {{total}} {{overdueCount}}
    {{#states}}
    state {{name}} {{total}}
    {{/states}}
    {{#overdue}}
    overdue {{id}}
    {{/overdue}}
    {{#missed}}
    missed {{id}}
    {{/missed}}
    {{#dueThis}}
    dueThis {{id}}
    {{/dueThis}}

    """,
    "self-evaluation": """
    total {{total}} {{overdueCount}}
    {{#passes}}
    passes
    {{/passes}}
    {{#items}}
    {{^isSettled}}
    open {{id}}
    {{/isSettled}}
    {{/items}}

    """,
    "board": """
    total {{total}} {{overdueCount}}
    {{#overdue}}
    overdue {{id}}
    {{/overdue}}

    """,
    "department": """
    total 0 {{overdueCount}}
    {{#open}}
    open {{id}}
    {{/open}}
    {{#done}}
    done {{id}}
    {{/done}}

    """,
  ]

  /// Runs the lines of a story and looks at the ledger on its days of figures.
  ///
  /// - Parameters:
  ///   - story: Lines of day, actor and command; an actor of `figures` asks for figures.
  ///   - expected: The figures by day.
  /// - Throws: Whatever keeps an output from being read.
  func walk(_ story: String, expecting expected: [String: Figures]) throws {
    run("init --school 广东茂名健康职业学院", by: "校团委", on: "2020-07-20")
    run(
      "import \(SharedDocuments.url("documents/plan-38.docx").path)", by: "校团委",
      on: "2020-07-20")
    for line in story.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard words.count > 1 else { continue }
      if words[1] == "figures" {
        let wanted = try #require(expected[words[0]], "\(words[0])")
        try expect(wanted, on: words[0])
      } else {
        run(words[2], by: words[1], on: words[0])
      }
    }
  }

  private func run(_ command: String, by actor: String, on day: String) {
    for word in command.split(separator: " ") where word.hasPrefix("材料") {
      try? desk.write(String(word), Array("%PDF-1.4 \(word)".utf8))
    }
    let outcome = desk.run("\(command) --actor \(actor) --ledger 台账 --today \(day)")
    #expect(outcome.status == .fine, "\(day) \(command): \(outcome.messages)")
  }

  /// Compares every output of a day with the figures, and so with each other.
  private func expect(_ wanted: Figures, on day: String) throws {
    let items = try items("list", on: day)
    #expect(figures(of: items, on: day) == wanted.listed, "list on \(day)")
    let unsettled = items.filter { $0["settled"] as? Bool == false }.map(Self.id)
    let month = String(day.prefix(7))

    let monthly = try paper("monthly \(month)", on: day)
    var states: [String: Int] = [:]
    for state in monthly["state"] ?? [] {
      let words = state.split(separator: " ")
      states[String(words[0])] = Int(words[1])
    }
    #expect(states == wanted.states, "monthly on \(day)")
    #expect(monthly["total"] == ["\(items.count) \(wanted.overdue.count)"], "monthly on \(day)")
    #expect((monthly["overdue"] ?? []).sorted() == wanted.overdue.sorted(), "monthly on \(day)")
    #expect(monthly["missed"] ?? [] == wanted.missed, "monthly on \(day)")
    #expect(monthly["dueThis"] ?? [] == wanted.dueThisMonth, "monthly on \(day)")

    let evaluation = try paper("self-evaluation", on: day)
    #expect(evaluation["total"] == monthly["total"], "self-evaluation on \(day)")
    #expect(evaluation["open"] ?? [] == unsettled, "self-evaluation on \(day)")
    #expect((evaluation["passes"] != nil) == wanted.passes, "self-evaluation on \(day)")

    let board = try paper("board", on: day)
    #expect(board["total"] == monthly["total"], "board on \(day)")
    #expect((board["overdue"] ?? []).sorted() == wanted.overdue.sorted(), "board on \(day)")

    for department in Set(items.flatMap(Self.leads)).sorted() {
      let own = try paper("department \(department)", on: day)
      let led = try self.items("list --department \(department)", on: day)
        .filter { Self.leads($0).contains(department) }
      let open = led.filter { $0["settled"] as? Bool == false }.map(Self.id)
      #expect((own["open"] ?? []).sorted() == open.sorted(), "\(department) on \(day)")
      #expect((own["done"] ?? []).count == led.count - open.count, "\(department) on \(day)")
      let overdue = led.count { $0["isOverdue"] as? Bool == true }
      #expect(own["total"] == ["0 \(overdue)"], "\(department) on \(day)")
    }
    try expectRollup(wanted, unsettled: unsettled, on: day)
    try expectCalendar(items, on: day)
  }

  private func expectRollup(_ wanted: Figures, unsettled: [String], on day: String) throws {
    let rollup = try desk.json("rollup 台账 --json --today \(day)")
    let school = try #require((rollup["schools"] as? [[String: Any]])?.first)
    let counts = try #require(school["granted"] as? [String: Any])
    let states = try #require(counts["states"] as? [String: Int])
    #expect(states.filter { $0.value > 0 } == wanted.storedStates, "rollup on \(day)")
    #expect(counts["overdue"] as? Int == wanted.overdue.count, "rollup on \(day)")
    let verdict = try #require(school["verdict"] as? [String: Any])
    #expect(verdict["passes"] as? Bool == wanted.passes, "rollup on \(day)")
    let reasons = try #require(verdict["reasons"] as? [[String: Any]])
    let open = reasons.filter { reason in
      ["item-open", "closure-stale", "standing-without-evidence"]
        .contains(reason["code"] as? String)
    }.flatMap { $0["subjects"] as? [String] ?? [] }
    #expect(Set(open) == Set(unsettled), "rollup on \(day)")
    let months = try #require(rollup["months"] as? [[String: Any]])
    let overdue = months.reduce(0) { $0 + ($1["overdue"] as? Int ?? 0) }
    #expect(overdue == wanted.overdue.count, "rollup on \(day)")
  }

  /// Every item with a day stands in the calendar on the day that the list shows.
  private func expectCalendar(_ items: [[String: Any]], on day: String) throws {
    let text = desk.run("export --ics --ledger 台账 --today \(day)").output
    let lines = text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    var days: [String: String] = [:]
    var current = ""
    for line in lines {
      if line.hasPrefix("UID:item-") {
        current = String(line.dropFirst(9).prefix { $0 != "-" })
      } else if line.hasPrefix("DTSTART"), !current.isEmpty {
        days[current] = String(line.suffix(8))
        current = ""
      }
    }
    for item in items {
      let target = item["targetDay"] as? String
      let next = item["next"] as? String
      let wanted = [next, target].compactMap(\.self).filter { $0 >= day }.min() ?? target
      #expect(
        days[Self.id(item)] == wanted?.replacing("-", with: ""),
        "\(Self.id(item)) in the calendar on \(day)")
    }
  }

  /// What a list of items says, counted without the program.
  private func figures(of items: [[String: Any]], on day: String) -> Figures {
    let month = String(day.prefix(7))
    var figures = Figures(states: [:], overdue: [], missed: [], dueThisMonth: [], settled: 0)
    for item in items {
      figures.states[item["statusText"] as? String ?? "", default: 0] += 1
      if item["settled"] as? Bool == true { figures.settled += 1 }
      if item["isMissed"] as? Bool == true { figures.missed.append(Self.id(item)) }
      if item["isOverdue"] as? Bool == true {
        figures.overdue.append(Self.id(item))
      } else if item["settled"] as? Bool == false {
        let due = item["grantedDue"] ?? (item["deadline"] as? [String: Any])?["due"]
        let days = [item["next"], item["targetDay"], due].compactMap { $0 as? String }
        if days.contains(where: { $0.hasPrefix(month) }) {
          figures.dueThisMonth.append(Self.id(item))
        }
      }
    }
    return figures
  }

  private func items(_ command: String, on day: String) throws -> [[String: Any]] {
    try desk.items(command, on: day)
  }

  /// The lines of a paper by their first word.
  private func paper(_ name: String, on day: String) throws -> [String: [String]] {
    let outcome = desk.run("report \(name) --templates 样式 --ledger 台账 --today \(day)")
    #expect(outcome.status == .fine, "\(name) on \(day): \(outcome.messages)")
    var lines: [String: [String]] = [:]
    for line in outcome.output.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard let key = words.first else { continue }
      lines[key, default: []].append(words.count > 1 ? words[1] : "")
    }
    return lines
  }

  private static func id(_ item: [String: Any]) -> String { item["id"] as? String ?? "" }

  private static func leads(_ item: [String: Any]) -> [String] {
    (item["departments"] as? [String: Any])?["lead"] as? [String] ?? []
  }
}

extension OfficeYear.Figures {
  /// The figures as a list says them: a list gives no verdict, and names a lapsed closure shortly.
  fileprivate var listed: Self {
    var figures = self
    figures.passes = false
    figures.states = Dictionary(
      uniqueKeysWithValues: states.map { ($0.key == "销号失效" ? "失效" : $0.key, $0.value) })
    return figures
  }

  /// The states by their stored names.
  fileprivate var storedStates: [String: Int] {
    let names = [
      "待启动": "pending", "推进中": "inProgress", "待审核": "submitted", "已销号": "closed",
      "销号失效": "stale", "长期坚持": "ongoing", "已撤销": "withdrawn",
    ]
    return Dictionary(uniqueKeysWithValues: states.map { (names[$0.key] ?? $0.key, $0.value) })
  }
}
