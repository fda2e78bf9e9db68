/// A paragraph of a Word document while it is read.
struct DocxParagraph {
  var text = CleanText()
  var style: String?
  var list: Int?
  var level: Int?
  var isMarkDeleted = false
  /// Whether the mark at its end is hidden; nil leaves it to the styles.
  var isMarkHidden: Bool?
  /// The open fields.
  private(set) var fields: [DocxField] = []
  /// How many of them are still in their instructions.
  private(set) var instructions = 0

  /// A field begins, with its instruction when that is known.
  mutating func beginField(instruction: String? = nil) {
    let field = DocxField(instruction: instruction)
    fields.append(field)
    if field.isInInstruction { instructions += 1 }
  }

  /// A field goes from its instruction to its result.
  mutating func separateField() {
    guard let last = fields.indices.last, fields[last].isInInstruction else { return }
    fields[last].isInInstruction = false
    fields[last].hasResult = true
    instructions -= 1
  }

  /// A field ends; what stands for it, unless it belongs to the instruction of another.
  mutating func endField() -> DocxField.Substitute {
    guard let field = fields.popLast() else { return .nothing }
    if field.isInInstruction { instructions -= 1 }
    if field.hasContent { markContent() }
    return instructions > 0 ? .nothing : field.substitute
  }

  /// Something is shown, which belongs to the result of an open field.
  mutating func markContent() {
    if let last = fields.indices.last { fields[last].hasContent = true }
  }

  /// Changes the innermost open field.
  mutating func withField(_ change: (inout DocxField) -> Void) {
    if let last = fields.indices.last { change(&fields[last]) }
  }

  mutating func reset() {
    text.removeAll()
    style = nil
    list = nil
    level = nil
    isMarkDeleted = false
    isMarkHidden = nil
    fields.removeAll()
    instructions = 0
  }
}
