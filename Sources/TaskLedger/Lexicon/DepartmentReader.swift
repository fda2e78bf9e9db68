/// Cuts the words of a department cell into names with their roles.
struct DepartmentReader {
  enum Role {
    case lead, supporting
    /// Neither: 监督单位.
    case other
    /// What the words behind a label have to do with the work is not known: 成果, 校级.
    case unknown
  }

  /// The departments whose names stay whole.
  let directory: DepartmentDirectory

  /// Creates a reader that knows a school's departments.
  init(_ directory: DepartmentDirectory) { self.directory = directory }

  private enum Piece {
    case name(String)
    /// A role word before names, 牵头：, or a label that names no role, 责任单位：
    case heading(Role?)
    /// One department leads together with those behind it: 校团委会同学工部、教务处负责.
    case together
    /// A sentence part ends: ，；; and lines.
    case pause
  }

  /// A name with the role its own words give it.
  private struct Entry {
    var name: String
    var role: Role?
  }

  func read(_ words: UTF8Text) -> DepartmentAssignment { reading(words).assignment }

  /// The names with their roles, and whether a person should look: labels in the cell name something
  /// else, so that the words behind them were left out, or it is not sure whom a bracket speaks of.
  func reading(_ words: UTF8Text) -> (assignment: DepartmentAssignment, isDoubtful: Bool) {
    let text = Self.despaced(words)
    let marks = Marks(text)
    let pieces = pieces(of: text, marks)
    var roles = RoleReading(isBehind: marks.hasRoleWord && Self.haveRolesBehind(pieces))
    for piece in pieces {
      switch piece {
      case .pause: roles.pause()
      case .together: roles.isLed = true
      case .heading(let role): roles.begin(role)
      case .name(let words) where isLeftOut(words, behind: roles.heading): break
      case .name(let words) where !marks.hasRoleWord:
        roles.entries.append(Entry(name: words, role: nil))
      case .name(let words):
        if let (name, inner) = bracketed(words) {
          roles.add(name, inner)
        } else {
          roles.add(Self.strippingRole(words))
        }
      }
    }
    return (Self.assignment(roles.entries), roles.isDoubtful)
  }

  /// Gives the names of a cell their roles, piece by piece.
  private struct RoleReading {
    var entries: [Entry] = []
    /// The role that the names behind it have.
    private(set) var heading: Role?
    /// Whether who leads is said already, so that 负责 behind the last name makes nobody else lead.
    var isLed = false
    /// Whether roles that stand alone speak of the names before them.
    private let isBehind: Bool
    /// The names since the last pause, to which a role word behind the last of them applies.
    private var open = 0
    /// Whether a role word stands before the names since the last pause: 牵头单位 校团委 配合单位 学工部.
    private var isHeaded = false
    /// The names that no role alone behind them speaks of yet.
    private var since = 0
    private var isCut = false
    private var bracket = LeadBracket.none

    init(isBehind: Bool) { self.isBehind = isBehind }

    /// Whether words were left out, or it is not sure whom a bracket speaks of.
    var isDoubtful: Bool { isCut || bracket == .unsure }

    mutating func pause() {
      open = entries.count
      bracket.pause()
      isHeaded = false
      isLed = false
    }

    mutating func begin(_ role: Role?) {
      heading = role
      open = entries.count
      isHeaded = role == .lead || role == .supporting
      isCut = isCut || role == .other || role == .unknown
    }

    /// A name with others in a bracket of its own.
    mutating func add(_ name: String, _ inner: DepartmentAssignment) {
      entries.append(Entry(name: name, role: inner.lead.isEmpty ? .lead : .supporting))
      entries += inner.lead.map { Entry(name: $0, role: .lead) }
      entries += inner.supporting.map { Entry(name: $0, role: .supporting) }
      open = entries.count
    }

    /// A name with the role its words give it, or a role alone.
    mutating func add(_ words: (name: String, role: Role?, isBracketed: Bool)) {
      var (name, role, isBracketed) = words
      if isLed, role == .lead, !isBracketed { role = .supporting }
      guard !name.isEmpty else {
        if let role { add(role, isBracketed: isBracketed) }
        return
      }
      if let role, !isBracketed {
        // 校团委、学工部牵头
        for index in open..<entries.count where entries[index].role == heading {
          entries[index].role = role
        }
      }
      if isBracketed, role == .lead, heading == nil, entries.count > open,
        entries[open...].allSatisfy({ $0.role == nil })
      {
        bracket = .open
      } else {
        bracket.follow(isSupporting: isBracketed && role == .supporting)
      }
      entries.append(Entry(name: name, role: role ?? (heading == .unknown ? nil : heading)))
      // The words of a role are used up by the names before them.
      if role != nil, !isBracketed { open = entries.count }
    }

    /// A role alone.
    private mutating func add(_ role: Role, isBracketed: Bool) {
      if isBehind {
        // 校团委⏎（牵头）⏎学工部: a bracket speaks of the last name, a word of all behind the one before.
        let first = isBracketed ? max(since, entries.count - 1) : since
        for index in first..<entries.count { entries[index].role = role }
        (since, open) = (entries.count, entries.count)
        return
      }
      if entries.count > open, !isHeaded {
        for index in open..<entries.count { entries[index].role = role }
      } else {
        heading = role
        isHeaded = true
      }
      // 校团委 牵头 学工部 配合: each role word has names of its own.
      open = entries.count
    }
  }

  /// A bracket with the lead behind the last of several names. Where others stand apart from them or
  /// have a bracket of their own, it may speak of all of the names: 校团委、组织部（牵头）；学工部（配合）.
  private enum LeadBracket {
    case none, open, closed, unsure

    mutating func pause() { if self == .open { self = .closed } }

    mutating func follow(isSupporting: Bool) {
      if self == .closed || self == .open && isSupporting { self = .unsure }
    }
  }

  /// Whether roles that stand alone between pauses belong to the names before them: 校团委⏎（牵头）⏎学工部.
  /// Where the first of them is 配合 without a bracket, a role ends the cell too.
  private static func haveRolesBehind(_ pieces: [Piece]) -> Bool {
    var hasName = false
    var first: (role: Role, isBracketed: Bool)?
    var isLastRole = false
    for case .name(let words) in pieces {
      let (name, role, isBracketed) = strippingRole(words)
      isLastRole = name.isEmpty
      if name.isEmpty, let role {
        guard hasName else { return false }
        first = first ?? (role, isBracketed)
      } else {
        hasName = true
      }
    }
    guard let first else { return false }
    return first.isBracketed || first.role == .lead || isLastRole
  }

  /// Whether words behind a label are nobody who answers.
  private func isLeftOut(_ words: String, behind heading: Role?) -> Bool {
    switch heading {
    case nil, .lead, .supporting: false
    case .other: Self.withoutRole(words).role == nil || Self.strippingRole(words).isBracketed
    case .unknown: !isDepartment(Self.strippingRole(words).name)
    }
  }

  /// Whether the directory knows words, or they end as names do.
  private func isDepartment(_ words: String) -> Bool {
    directory.canonical(words) != nil || DepartmentNames.isGeneric(words)
      || DepartmentNames.looksLikeDepartment(words)
  }

  private static func assignment(_ entries: [Entry]) -> DepartmentAssignment {
    // One alone leads, or takes part where its own words say so.
    if entries.count == 1, let only = entries.first {
      return only.role == .supporting
        ? DepartmentAssignment(supporting: [only.name]) : DepartmentAssignment(lead: [only.name])
    }
    var result = DepartmentAssignment()
    let hasLead = entries.contains { $0.role == .lead }
    var known: Set<[UInt8]> = []
    known.reserveCapacity(entries.count)
    // 组织部、宣传部（牵头：组织部）: what is said of a name holds wherever it stands.
    var said: [[UInt8]: Role] = [:]
    for entry in entries {
      guard let role = entry.role else { continue }
      let name = Array(entry.name.utf8)
      if said[name] == nil { said[name] = role }
    }
    for entry in entries {
      // By bytes: unequal Chinese strings are slow to compare as text.
      let name = Array(entry.name.utf8)
      guard known.insert(name).inserted else { continue }
      // Beside a named lead the others support; beside a named supporter the others lead.
      switch said[name] ?? (hasLead ? .supporting : .lead) {
      case .lead: result.lead.append(entry.name)
      case .supporting: result.supporting.append(entry.name)
      case .other, .unknown: break
      }
    }
    return result
  }

  // MARK: Cutting

  /// Signs that alone are no name.
  private static let signs: Set<Character> = ["(", ")", "-", "—", ".", "/", "·", "无"]
  private static let signScalars: [Unicode.Scalar] = ["(", ")", "-", "—", ".", "/", "·", "无"]

  private func pieces(of text: UTF8Text, _ marks: Marks) -> [Piece] {
    var result: [Piece] = []
    var start = 0
    var offset = 0
    var depth = 0
    var brackets = ClosingBrackets()
    let mayRunTogether = marks.isAny
    func close(at end: Int) {
      add(text.trimmed(start, end), to: &result, mayRunTogether: mayRunTogether)
    }
    while offset < text.count {
      if (0xE4...0xE9).contains(text.bytes[offset]) {
        // Han, which never parts names.
        offset += 3
        continue
      }
      let (value, next) = text.folded(at: offset)
      switch value {
      case UInt32(ascii: "("), UInt32(ascii: "["), 0x3014, 0x3010:
        if brackets.isClosed(in: text, from: next) { depth += 1 }
      case UInt32(ascii: ")"), UInt32(ascii: "]"), 0x3015, 0x3011: depth = max(0, depth - 1)
      case _ where depth > 0: break
      case UInt32(ascii: ":"):
        let words = TextFolding.compact(text.trimmed(start, offset))
        switch label(words) {
        case .heading(let role): result.append(.heading(role))
        case .name: close(at: offset)
        case .general: break
        }
        start = next
      case 0x3001, UInt32(ascii: "/"), UInt32(ascii: "|"), UInt32(ascii: "&"), UInt32(ascii: "+"),
        UInt32(ascii: "\\"):
        close(at: offset)
        start = next
      case UInt32(ascii: ".") where Self.isBetweenHan(text, offset, next):
        // 党委组织部.人事处
        close(at: offset)
        start = next
      case UInt32(ascii: ","), UInt32(ascii: ";"), 0x3002:
        close(at: offset)
        result.append(.pause)
        start = next
      case _ where TextFolding.isSpace(value):
        close(at: offset)
        if TextFolding.isLineBreak(value) { result.append(.pause) }
        start = next
      default: break
      }
      offset = next
    }
    close(at: text.count)
    return result
  }

  /// Adds the words between two marks, which may be several names or belong to the one before.
  private func add(_ cut: String, to pieces: inout [Piece], mayRunTogether: Bool) {
    let words = Self.withoutShare(TextFolding.unspaced(cut))
    // Comparing a scalar is far cheaper than comparing a character.
    guard let first = words.unicodeScalars.first,
      !(Self.signScalars.contains(first) && words.allSatisfy { Self.signs.contains($0) })
    else { return }
    // 「总务处 （校安办）」: a bracket behind white space belongs to the name before it.
    if "(（".unicodeScalars.contains(first), words.first.map({ "(（".contains($0) }) ?? false,
      Self.leadingBracket(words)?.1.isEmpty ?? true, case .name(let before)? = pieces.last
    {
      pieces[pieces.count - 1] = .name(before + words)
    } else if !mayRunTogether || !Marks(UTF8Text(words)).isAny {
      pieces.append(.name(words))
    } else {
      let names = self.names(in: words)
      pieces += names.map { .name($0) }
      if names.count > 1, words.place(of: "会同") != nil { pieces.append(.together) }
    }
  }

  private static func isBetweenHan(_ text: UTF8Text, _ offset: Int, _ next: Int) -> Bool {
    let han: ClosedRange<UInt32> = 0x4E00...0x9FFF
    return han.contains(text.scalar(before: offset).value)
      && next < text.count && han.contains(text.scalar(at: next).value)
  }

  /// Looks ahead for closing brackets; what was looked through once is not looked through again.
  private struct ClosingBrackets {
    private var end = 0
    private var isFound = false

    /// Whether a bracket closes on its own line; an unclosed one must not swallow the cell.
    mutating func isClosed(in text: UTF8Text, from start: Int) -> Bool {
      guard start >= end else { return isFound }
      var offset = start
      isFound = false
      while offset < text.count {
        let (value, next) = text.folded(at: offset)
        offset = next
        isFound = [UInt32(ascii: ")"), UInt32(ascii: "]"), 0x3015, 0x3011].contains(value)
        if isFound || TextFolding.isLineBreak(value) { break }
      }
      end = offset
      return isFound
    }
  }
}
