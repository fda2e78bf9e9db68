/// What to do about a diagnostic (怎么办): words, with the acts and places they speak of as values.
///
/// A remedy names no command and no option. Each front end words the values its own way: the
/// command line as the exact command, the page as a link, a program of somebody else as it likes.
/// It is written as a text with values in it:
///
///     let remedy: Remedy = "先\(doing: .attach(item))"
///
/// Invariant: no part is an empty text, and no two texts follow each other.
public struct Remedy: Sendable, Hashable {
  /// A piece of a remedy.
  public enum Part: Sendable, Hashable {
    /// Words that every front end prints as they are.
    case words(String)
    /// An act, named after a colon or as the object of a sentence.
    case act(Act)
    /// An act as the verb of a sentence: 无误后确认标记.
    case doing(Act)
    /// A place to look at.
    case look(Place)
    /// An entry of the form or command that was refused.
    case field(Field)
    /// Such an entry with the verb that asks for it: 写明经办人.
    case naming(Field)
  }

  /// The pieces, in order.
  public private(set) var parts: [Part]

  /// Creates a remedy from its pieces.
  public init(_ parts: [Part]) {
    self.parts = []
    for part in parts { append(part) }
  }

  /// Creates a remedy of plain words.
  public init(_ words: String) { self.init([.words(words)]) }

  /// The acts it asks for, in order.
  public var acts: [Act] {
    parts.compactMap { part in
      switch part {
      case .act(let act), .doing(let act): act
      case .words, .look, .field, .naming: nil
      }
    }
  }

  /// One remedy after the other.
  public static func + (left: Remedy, right: Remedy) -> Remedy { Remedy(left.parts + right.parts) }

  private mutating func append(_ part: Part) {
    guard case .words(let words) = part else {
      parts.append(part)
      return
    }
    guard !words.isEmpty else { return }
    if case .words(let before)? = parts.last {
      parts[parts.count - 1] = .words(before + words)
    } else {
      parts.append(part)
    }
  }
}

extension Remedy {
  /// An entry that the person left out, or should look at, with the value to write where there is
  /// one.
  public enum Field: Sendable, Hashable {
    /// A text or name that was left out.
    case text(RequiredText)
    /// Who acts (经办人).
    case actor
    /// The day of what is recorded; the value when only some days will do.
    case effectiveDay(CivilDate?)
    /// The day taken as today; the value as an example.
    case today(CivilDate?)
    /// The day up to which the ledger is looked at (统计截至日).
    case lookBack(CivilDate?)
    /// The due date of a gap.
    case due
    /// The number of the measure that evidence belongs to.
    case measureNumber
    /// The folder of the ledger.
    case ledgerFolder
    /// The province's list (省任务列表).
    case taskList
    /// What a column of a list holds, by its heading (栏目); nil where the person must say it.
    case column(ColumnRole?, String)
    /// Which work a ledger is for (按哪一项工作), which decides how its list is read.
    case dataSet
    /// Where to write to; the value as an example.
    case output(String?)
    /// The number of the superior document (上级文件文号).
    case superior
    /// The form of what is written, such as `docx`.
    case format(String?)
    /// The folder of the school's own templates.
    case templates
    /// The code at the foot of a paper (校验码), with an example.
    case anchor(String)
    /// That a day which lies far off is meant.
    case farDate
    /// That an earlier file may be replaced.
    case replacing
    /// That a damaged ledger is wanted all the same.
    case damaged
    /// That a submission without some evidence is wanted all the same.
    case incomplete
    /// That a sheet's words on an item are wanted although the item changed.
    case forcingItem(ItemID)
    /// That a sheet's figures were checked.
    case checkedFigures
  }

  /// Somewhere to look.
  public enum Place: Sendable, Hashable {
    /// All items.
    case items
    /// The items whose day has passed (逾期).
    case overdueItems
    /// One item; nil for whichever item it is.
    case item(ItemID?)
    /// What happened to one item; nil for the whole ledger.
    case history(ItemID?)
    /// All gaps (差距短板).
    case gaps
    /// All reminders that were sent (督办函件).
    case reminders
    /// All members (人员).
    case members
    /// All names of figures (实有数据).
    case factNames
    /// How the headings of tables of figures are written.
    case factHeadings
    /// What the checks find (比对).
    case findings
    /// The clauses that no item answers.
    case missingClauses
    /// The keys that a template may use.
    case templateKeys
    /// The ways in which deadlines are written.
    case deadlineForms
    /// All checks (比对项).
    case checks
    /// All items as they were on a day.
    case itemsAsOf(CivilDate)
  }
}

extension Remedy: ExpressibleByStringInterpolation {
  /// Collects the pieces of a remedy written as a text.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    /// Starts an empty remedy.
    public init(literalCapacity: Int, interpolationCount: Int) {
      parts.reserveCapacity(interpolationCount * 2 + 1)
    }

    /// Adds words.
    public mutating func appendLiteral(_ literal: String) { parts.append(.words(literal)) }

    /// Adds a value in its own words.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      parts.append(.words(value.description))
    }

    /// Adds an act.
    public mutating func appendInterpolation(_ act: Act) { parts.append(.act(act)) }

    /// Adds an act as the verb of a sentence.
    public mutating func appendInterpolation(doing act: Act) { parts.append(.doing(act)) }

    /// Adds a place to look at.
    public mutating func appendInterpolation(look place: Place) { parts.append(.look(place)) }

    /// Adds an entry.
    public mutating func appendInterpolation(field: Field) { parts.append(.field(field)) }

    /// Adds an entry with the verb that asks for it.
    public mutating func appendInterpolation(naming field: Field) {
      parts.append(.naming(field))
    }

    /// Adds another remedy.
    public mutating func appendInterpolation(_ remedy: Remedy) { parts += remedy.parts }
  }

  /// Creates a remedy of plain words.
  public init(stringLiteral words: String) { self.init(words) }

  /// Creates a remedy from words with values in them.
  public init(stringInterpolation: StringInterpolation) { self.init(stringInterpolation.parts) }
}
