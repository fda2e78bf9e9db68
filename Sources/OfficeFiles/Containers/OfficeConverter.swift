import Foundation

/// Converts old formats with programs that may be installed: LibreOffice and pdftotext.
package struct OfficeConverter: Sendable {
  /// Converts bytes of a format named by its extension to another; nil when it cannot.
  package var convert: @Sendable (_ bytes: [UInt8], _ from: String, _ to: String) -> [UInt8]?

  /// Creates a converter from a function.
  package init(
    convert: @escaping @Sendable (_ bytes: [UInt8], _ from: String, _ to: String) -> [UInt8]?
  ) {
    self.convert = convert
  }

  /// Converts nothing.
  package static let none = OfficeConverter { _, _, _ in nil }

  /// Uses what is found on the machine; every run has a folder of its own that is removed.
  package static let installed = OfficeConverter { bytes, from, to in
    let programs = ExternalPrograms.ofProcess
    let converted = ToolFolder.with { folder -> [UInt8]? in
      let source = "\(folder)/in.\(from)"
      let target = "\(folder)/in.\(to)"
      guard (try? Data(bytes).write(to: URL(fileURLWithPath: source))) != nil else { return nil }
      let outcome: ExternalPrograms.Outcome
      if from == "pdf" {
        guard let program = programs.find(["pdftotext"]) else { return nil }
        outcome = ExternalPrograms.run(
          program, ["-enc", "UTF-8", "-nopgbrk", "-layout", source, target])
      } else {
        guard let program = programs.find(ExternalPrograms.officeNames) else { return nil }
        outcome = ExternalPrograms.run(
          program, officeArguments(converting: source, to: to, in: folder))
      }
      guard case .done = outcome else { return nil }
      return (try? Data(contentsOf: URL(fileURLWithPath: target))).map { [UInt8]($0) }
    }
    return converted ?? nil
  }

  /// What LibreOffice is told, so that it converts one file without a window, with a profile of its
  /// own: a running LibreOffice of the same person would otherwise take the order and end at once.
  ///
  /// - Parameters:
  ///   - source: The file; the result stands beside it with the other extension.
  ///   - format: The extension of the result, and LibreOffice's filter.
  ///   - folder: Where the profile and the result go.
  /// - Returns: The arguments.
  package static func officeArguments(
    converting source: String, to format: String, in folder: String
  ) -> [String] {
    [
      "-env:UserInstallation=\(URL(fileURLWithPath: folder + "/profile").absoluteString)",
      "--headless", "--norestore", "--convert-to", format, "--outdir", folder, source,
    ]
  }
}
