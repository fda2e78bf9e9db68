/// The fields of forms on a page, with the words that a page shows in them.
struct HTMLFields {
  /// A list of which something is chosen.
  private struct Selection {
    var showsAll: Bool
    var chosen: [String] = []
    var first: String?
    var option = ""
    var isChosen = false
  }

  private var selection: Selection?

  /// The most bytes of an option, and the most options that are shown.
  private static let optionBytes = 2000
  private static let most = 100

  /// Whether a list is open, whose other options are not shown.
  var isSelecting: Bool { selection != nil }

  /// A list begins.
  mutating func beginSelection(_ attributes: [String: String]) {
    selection = Selection(showsAll: attributes["multiple"] != nil)
  }

  /// An option begins.
  mutating func beginOption(_ attributes: [String: String]) {
    selection?.option = attributes["label"] ?? ""
    selection?.isChosen = attributes["selected"] != nil
  }

  /// Takes a piece of an option.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let count = selection?.option.utf8.count, count + bytes.count <= Self.optionBytes else {
      return
    }
    selection?.option += String(decoding: bytes, as: UTF8.self)
  }

  /// An option ends.
  mutating func endOption() {
    guard var list = selection else { return }
    list.first = list.first ?? list.option
    if list.isChosen, list.chosen.count < Self.most { list.chosen.append(list.option) }
    (list.option, list.isChosen) = ("", false)
    selection = list
  }

  /// The list ends; the words that it shows.
  mutating func endSelection() -> String {
    defer { selection = nil }
    guard let list = selection else { return "" }
    if list.showsAll { return list.chosen.joined(separator: " ") }
    return list.chosen.last ?? list.first ?? ""
  }

  /// The box that a tag among words draws; nil for another one.
  static func box(inTag tag: String) -> String? {
    let words = tag.lowercased().split { !$0.isLetter }
    guard words.contains("checkbox") || words.contains("radio") else { return nil }
    return words.contains("checked") ? "☑" : "☐"
  }

  /// The words that a field for one value shows: what stands in it, or its box.
  static func words(of attributes: [String: String]) -> String {
    switch attributes["type"]?.lowercased() {
    case "checkbox", "radio": attributes["checked"] == nil ? "☐" : "☑"
    case "hidden", "submit", "button", "reset", "image", "file", "password", "color": ""
    default: attributes["value"] ?? ""
    }
  }
}
