/// A paragraph of a Word document while it is read.
struct DocxParagraph {
  var text = CleanText()
  var style: String?
  var list: Int?
  var level: Int?
  var isMarkDeleted = false
  /// The open fields; true while a field is still in its instruction.
  var fields: [Bool] = []
  var instructions = 0

  mutating func reset() {
    text.removeAll()
    style = nil
    list = nil
    level = nil
    isMarkDeleted = false
    fields.removeAll()
    instructions = 0
  }
}
