import TaskLedger

/// Fields, formulas and signs within the lines of a Word document.
extension DocxBody {
  // MARK: Fields

  /// Takes a piece of the instruction of a field.
  func takeInstruction(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInstruction { withParagraph { $0.withField { $0.add(bytes) } } }
  }

  /// A field begins, goes from its instruction to its result, or ends.
  func markField(_ kind: String?) {
    guard openParagraphs > 0 else { return }
    switch kind {
    case "begin": paragraphs[openParagraphs - 1].beginField()
    case "separate": paragraphs[openParagraphs - 1].separateField()
    case "end":
      switch paragraphs[openParagraphs - 1].endField() {
      case .nothing: break
      case .words(let words): append(words)
      case .unknown: notes.fields.add(place)
      }
    default: break
    }
  }

  // MARK: Formulas

  func startMath(_ name: XMLName.Local, _ attributes: XMLAttributes) {
    switch name {
    case .t: isText = true
    case .r: run.begin()
    default:
      guard openParagraphs > 0, paragraphs[openParagraphs - 1].instructions == 0 else { return }
      math.begin(name, attributes, in: &paragraphs[openParagraphs - 1].text)
    }
  }

  func endMath(_ name: XMLName.Local) {
    switch name {
    case .t: isText = false
    case .r: run.end()
    default:
      guard openParagraphs > 0, paragraphs[openParagraphs - 1].instructions == 0 else { return }
      math.end(name, in: &paragraphs[openParagraphs - 1].text)
    }
  }

  // MARK: Signs

  /// Reads a sign of a symbol font; an unknown one leaves a blank and is said.
  func startSymbol(_ attributes: XMLAttributes) {
    if let text = DocxSymbol.text(font: attributes["font"], code: attributes["char"]) {
      return append(text)
    }
    notes.symbols.add(place)
    append(" ")
  }
}
