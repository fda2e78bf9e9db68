/// What decides whether the text of a run is read: its own marks, its styles, and whether it is the
/// prompt of a content control that nobody has filled.
struct DocxRun {
  /// Why text is not read.
  enum Reason { case prompt, hidden, struck }

  /// The style of the run.
  var style: String?
  /// What the run says itself; nil leaves it to the styles.
  var isHidden: Bool?
  var isStruck: Bool?
  /// Whether it stands raised above the line.
  var isRaised = false
  /// Whether the run was counted among those left out, however many pieces its text has.
  var isCounted = false
  /// The open content controls; true for one that shows its prompt.
  private var controls: [Bool] = []
  private var prompts = 0

  /// Begins another run.
  mutating func reset() {
    style = nil
    isHidden = nil
    isStruck = nil
    isRaised = false
    isCounted = false
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
      return styles.value(style, said) ?? styles.value(paragraph, said)
        ?? styles.value(table, said) ?? false
    }
    if isOn(isHidden, { $0.isHidden }) { return .hidden }
    return isOn(isStruck, { $0.isStruck }) ? .struck : nil
  }
}
