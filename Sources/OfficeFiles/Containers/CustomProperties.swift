import TaskLedger

/// What a program gave an office file (OOXML) beside its content (自定义属性), by name.
enum CustomProperties {
  private static let part = "docProps/custom.xml"

  /// The properties of a container; none when the part is missing or damaged, for nothing of the
  /// content rests on it.
  static func read(_ archive: ZipArchive) -> [String: String] {
    do throws(DocumentReadError) {
      let named = try OfficePackage.relationships(of: "", in: archive)
        .first { $0.kind == "custom-properties" }?.part
      guard let source = try archive.open(named ?? part) else { return [:] }
      let handler = PropertyHandler()
      try XMLStream.read(source, with: handler)
      return handler.found
    } catch {
      return [:]
    }
  }

  /// The part that holds properties, each a text.
  static func xml(_ properties: [(name: String, value: String)]) -> String {
    let space = "http://schemas.openxmlformats.org/officeDocument/2006"
    return XlsxPackage.head + "<Properties xmlns=\"\(space)/custom-properties\" "
      + "xmlns:vt=\"\(space)/docPropsVTypes\">"
      + properties.enumerated().map { place, property in
        "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"\(place + 2)\" "
          + "name=\"\(XlsxPackage.escaped(property.name))\"><vt:lpwstr>"
          + "\(XlsxPackage.escaped(property.value))</vt:lpwstr></property>"
      }.joined() + "</Properties>"
  }
}

private final class PropertyHandler: XMLContentHandler {
  private var name: String?
  private var value: [UInt8] = []
  private(set) var found: [String: String] = [:]

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(DocumentReadError) {
    guard name.local == .property else { return }
    self.name = attributes["name"]
    value = []
  }

  func end(_ name: XMLName) throws(DocumentReadError) {
    guard name.local == .property else { return }
    if let known = self.name, found.count < 1000 {
      found[known] = String(decoding: value, as: UTF8.self)
    }
    self.name = nil
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentReadError) {
    if name != nil, value.count < 10_000 { value += bytes }
  }
}
