/// A field of a Word document while it is read.
struct DocxField {
  /// Whether what is read belongs to its instruction.
  var isInInstruction = true
  /// Whether Word kept a result, were it an empty one.
  var hasResult = false
  /// Whether its result has words or a picture.
  var hasContent = false
  var form = DocxForm()
  private var instruction = CleanText()

  /// The most bytes of an instruction that is looked at.
  private static let instructionBytes = 4000

  /// Creates a field with its instruction, when that is known from the start.
  init(instruction words: String? = nil) {
    guard let words else { return }
    isInInstruction = false
    if words.utf8.count <= Self.instructionBytes { instruction.append(words) }
  }

  /// Takes a piece of the instruction.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isInInstruction, instruction.utf8.count + bytes.count <= Self.instructionBytes else {
      return
    }
    instruction.append(bytes)
  }

  /// What stands for a field whose result has no words.
  enum Substitute: Equatable {
    /// Word shows nothing either.
    case nothing
    /// These words.
    case words(String)
    /// What Word shows cannot be told.
    case unknown
  }

  /// What stands for the field.
  var substitute: Substitute {
    if hasContent { return .nothing }
    let words = instruction.trimmed ?? ""
    let name = words.prefix { $0.isLetter }
    switch name.uppercased() {
    case "FORMDROPDOWN": return form.entry.map { .words($0) } ?? .unknown
    case "FORMCHECKBOX": return .words(form.isChecked ? "☑" : "☐")
    case "EQ":
      return EquationField.text(String(words.dropFirst(name.count))).map { .words($0) } ?? .unknown
    // Marks for indexes and tables of contents, and values that are only set.
    case "", "XE", "TC", "TA", "RD", "SET", "PRIVATE", "ADVANCE": return .nothing
    default: return hasResult ? .nothing : .unknown
    }
  }
}

/// What a field of a form holds: a list with its choice, or a box.
struct DocxForm {
  private var entries: [String] = []
  private var choice: Int?
  private var usualChoice: Int?
  private var isTicked: Bool?
  private var isUsuallyTicked = false
  private var isList = false

  /// The most entries that are kept; Word takes 25.
  private static let most = 200

  /// An element of the form.
  mutating func mark(_ name: XMLName.Local, _ attributes: XMLAttributes) {
    switch name {
    case .ddList: isList = true
    case .listEntry: if entries.count < Self.most { entries.append(attributes["val"] ?? "") }
    case .result: choice = attributes.int("val")
    case .checked: isTicked = attributes.isOn("val", default: true)
    case .default:
      if isList {
        usualChoice = attributes.int("val")
      } else {
        isUsuallyTicked = attributes.isOn("val", default: true)
      }
    default: break
    }
  }

  /// The entry that is chosen; nil when there is none.
  var entry: String? {
    let place = choice ?? usualChoice ?? 0
    return entries.indices.contains(place) ? entries[place] : nil
  }

  /// Whether the box is ticked.
  var isChecked: Bool { isTicked ?? isUsuallyTicked }
}
