/// What a file is, recognised by its first bytes and never by its name.
enum MediaType {
  private static let signatures: [(bytes: [UInt8], type: String)] = [
    (Array("%PDF-".utf8), "application/pdf"),
    ([0xFF, 0xD8, 0xFF], "image/jpeg"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
    (Array("GIF8".utf8), "image/gif"),
    (Array("BM".utf8), "image/bmp"),
    ([0x49, 0x49, 0x2A, 0x00], "image/tiff"),
    ([0x4D, 0x4D, 0x00, 0x2A], "image/tiff"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "application/x-ole-storage"),
    ([0x52, 0x61, 0x72, 0x21], "application/vnd.rar"),
    ([0x37, 0x7A, 0xBC, 0xAF], "application/x-7z-compressed"),
    (Array("ID3".utf8), "audio/mpeg"),
  ]

  /// The media type of content that begins with these bytes.
  static func recognised(from head: [UInt8]) -> String {
    for signature in signatures where head.starts(with: signature.bytes) { return signature.type }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      let text = String(decoding: head, as: Unicode.ASCII.self)
      if text.contains("word/") {
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
      }
      if text.contains("xl/") {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      }
      if text.contains("ppt/") {
        return "application/vnd.openxmlformats-officedocument.presentationml.presentation"
      }
      return "application/zip"
    }
    if head.count > 11, head[4..<8].elementsEqual("ftyp".utf8) { return "video/mp4" }
    if head.count > 11, head.starts(with: "RIFF".utf8), head[8..<12].elementsEqual("WEBP".utf8) {
      return "image/webp"
    }
    if !head.contains(0) { return "text/plain" }
    return "application/octet-stream"
  }
}
