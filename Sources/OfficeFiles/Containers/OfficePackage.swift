/// The parts of an office file (OOXML) and how they refer to each other.
enum OfficePackage {
  /// A reference from one part to another.
  struct Relationship: Equatable {
    var id: String
    /// The last step of the type, such as `worksheet`; it is the same in both namespaces.
    var kind: String
    /// The name of the part referred to; nil when it lies outside of the container.
    var part: String?
  }

  /// The part that holds the document itself, told apart by its first element.
  enum MainPart: Equatable {
    case document(String)
    case workbook(String)
    /// A workbook in a form of its own (.xlsb).
    case binaryWorkbook
  }

  /// The part that holds the document itself, wherever it lies; nil when there is none.
  static func mainPart(of archive: ZipArchive) throws(DocumentReadError) -> MainPart? {
    let named = try relationships(of: "", in: archive).first { $0.kind == "officeDocument" }?.part
    let usual = ["word/document.xml", "xl/workbook.xml", "xl/workbook.bin"]
    guard let part = ([named].compactMap(\.self) + usual).first(where: archive.contains) else {
      return nil
    }
    if part.lowercased().hasSuffix(".bin") { return .binaryWorkbook }
    guard let source = try archive.open(part) else { return nil }
    let root = RootHandler()
    do throws(DocumentReadError) {
      try XMLStream.read(source, with: root)
    } catch {
      if root.name == nil { throw error }
    }
    switch (root.name?.space, root.name?.local) {
    case (.word, .document): return .document(part)
    case (.sheet, .workbook): return .workbook(part)
    default: return nil
    }
  }

  /// The relationships of a part; the empty name means the container itself.
  static func relationships(
    of part: String, in archive: ZipArchive
  ) throws(DocumentReadError) -> [Relationship] {
    let (folder, name) = splitPath(part)
    guard let source = try archive.open("\(folder)_rels/\(name).rels") else { return [] }
    let handler = RelationshipHandler(folder: folder)
    try XMLStream.read(source, with: handler)
    return handler.found
  }

  /// The folder of a part with its slash, and its name.
  static func splitPath(_ part: String) -> (folder: String, name: String) {
    guard let slash = part.lastIndex(of: "/") else { return ("", part) }
    return (String(part[...slash]), String(part[part.index(after: slash)...]))
  }

  /// The name of a part that a target means, seen from a folder.
  static func resolve(_ target: String, from folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var steps: [Substring] = []
    for step in (folder + target).split(separator: "/") {
      switch step {
      case ".": break
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}

/// Stops at the first element and keeps its name.
private final class RootHandler: XMLContentHandler {
  private(set) var name: XMLName?

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(DocumentReadError) {
    if self.name == nil { self.name = name }
    throw .empty(file: "")
  }

  func end(_ name: XMLName) throws(DocumentReadError) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentReadError) {}
}

private final class RelationshipHandler: XMLContentHandler {
  private let folder: String
  private(set) var found: [OfficePackage.Relationship] = []

  init(folder: String) { self.folder = folder }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(DocumentReadError) {
    guard name.local == .relationship, let id = attributes["Id"], let type = attributes["Type"],
      let target = attributes["Target"], found.count < 10_000
    else { return }
    let isOutside = attributes["TargetMode"] == "External"
    found.append(
      OfficePackage.Relationship(
        id: id, kind: OfficePackage.splitPath(type).name,
        part: isOutside ? nil : OfficePackage.resolve(target, from: folder)))
  }

  func end(_ name: XMLName) throws(DocumentReadError) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentReadError) {}
}
