import TaskLedger

/// What holds from one day to another (起止), of things that are told apart by a key.
///
/// Invariant: the spans of one key do not overlap, and two that touch differ.
struct Spans<Key: Hashable & Comparable, Content: Hashable> {
  /// What holds of a key for a while.
  struct Span {
    /// What it is about.
    var key: Key
    /// What holds.
    var content: Content
    /// The first day.
    var from: CivilDate
    /// The last day; nil as long as nothing more is entered.
    var to: CivilDate?
  }

  private var ended: [Span] = []
  private var running: [Key: (content: Content, from: CivilDate)] = [:]

  /// The keys of which something holds.
  var keys: [Key] { Array(running.keys) }

  /// What holds of a key now.
  subscript(key: Key) -> Content? { running[key]?.content }

  /// Says what holds of a key from a day on; nil when nothing does. Days only go forward.
  mutating func set(_ key: Key, _ content: Content?, from day: CivilDate) {
    let before = running[key]
    guard before?.content != content else { return }
    if let before {
      ended.append(Span(key: key, content: before.content, from: before.from, to: day.preceding))
    }
    running[key] = content.map { ($0, day) }
  }

  /// Says everything that holds from a day on.
  mutating func set(_ contents: [Key: Content], from day: CivilDate) {
    for key in running.keys where contents[key] == nil { set(key, nil, from: day) }
    for (key, content) in contents { set(key, content, from: day) }
  }

  /// All spans by key and day.
  var all: [Span] {
    let last = running.map { Span(key: $0, content: $1.content, from: $1.from, to: nil) }
    return (ended + last).sorted { ($0.key, $0.from) < ($1.key, $1.from) }
  }
}
