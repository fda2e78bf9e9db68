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

  /// A field begins, goes from its instruction to its result, or ends.
  mutating func markField(_ kind: String?) {
    switch kind {
    case "begin":
      fields.append(true)
      instructions += 1
    case "separate":
      if fields.last == true {
        fields[fields.count - 1] = false
        instructions -= 1
      }
    case "end": if fields.popLast() == true { instructions -= 1 }
    default: break
    }
  }

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
