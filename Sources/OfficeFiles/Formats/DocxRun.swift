/// What decides whether the text of a run is read: its own marks, its styles, and whether it is the
/// prompt of a content control that nobody has filled.
struct DocxRun {
  /// Why text is not read.
  enum Reason { case prompt, hidden, struck }

  /// What a run says itself.
  struct Marks {
    /// The style of the run.
    var style: String?
    /// Nil leaves it to the styles.
    var isHidden: Bool?
    var isStruck: Bool?
    /// Whether it stands raised above the line.
    var isRaised = false
    /// The symbol font that its letters are signs of.
    var symbolFont: String?
    /// Whether the run was counted among those left out, however many pieces its text has.
    var isCounted = false
  }

  var marks = Marks()
  /// The marks of the runs around this one: a text box or a guide to the pronunciation stands in one.
  private var outer: [Marks] = []
  private var depth = 0
  /// The open content controls; true for one that shows its prompt.
  private var controls: [Bool] = []
  private var prompts = 0

  /// A run begins.
  mutating func begin() {
    if depth > 0 { outer.append(marks) }
    depth += 1
    marks = Marks()
  }

  /// A run ends, and the one around it goes on.
  mutating func end() {
    depth = max(depth - 1, 0)
    marks = outer.popLast() ?? Marks()
  }

  mutating func beginControl() { controls.append(false) }

  mutating func endControl() {
    if controls.popLast() == true { prompts -= 1 }
  }

  /// The innermost content control shows its prompt.
  mutating func markPrompt() {
    guard let last = controls.indices.last, !controls[last] else { return }
    controls[last] = true
    prompts += 1
  }

  /// Why the text is not read; nil when it is.
  func reason(in styles: DocxStyles, paragraph: String?, table: String?) -> Reason? {
    if prompts > 0 { return .prompt }
    func isOn(_ own: Bool?, _ said: (DocxStyle) -> Bool?) -> Bool {
      if let own { return own }
      guard styles.hasMarks else { return false }
      return styles.value(marks.style, said) ?? styles.value(paragraph, said)
        ?? styles.value(table, said) ?? false
    }
    if isOn(marks.isHidden, { $0.isHidden }) { return .hidden }
    return isOn(marks.isStruck, { $0.isStruck }) ? .struck : nil
  }
}
