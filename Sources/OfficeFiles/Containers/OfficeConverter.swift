import Foundation

/// Converts old formats with programs that may be installed: LibreOffice and pdftotext.
///
/// A foreign document is converted without a network where the system can do that, and always with
/// a profile that follows no link and runs no macro.
package struct OfficeConverter: Sendable {
  /// Converts bytes of a format named by its extension to another; nil when it cannot.
  package var convert: @Sendable (_ bytes: [UInt8], _ from: String, _ to: String) -> [UInt8]?
  /// Whether the network is taken away from the programs that convert.
  package var isIsolated: @Sendable () -> Bool

  /// Creates a converter from a function.
  package init(
    isIsolated: @escaping @Sendable () -> Bool = { true },
    convert: @escaping @Sendable (_ bytes: [UInt8], _ from: String, _ to: String) -> [UInt8]?
  ) {
    self.isIsolated = isIsolated
    self.convert = convert
  }

  /// Converts nothing.
  package static let none = OfficeConverter { _, _, _ in nil }

  /// Uses what is found on the machine; every run has a folder of its own that is removed.
  package static let installed = OfficeConverter(isIsolated: {
    ExternalPrograms.ofProcess.withoutNetwork("true", []) != nil
  }) { bytes, from, to in
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
        guard OfficeProfile.write(in: folder) else { return nil }
        let arguments = officeArguments(converting: source, to: to, in: folder)
        let isolated = programs.withoutNetwork(program, arguments)
        outcome = ExternalPrograms.run(
          isolated?.program ?? program, isolated?.arguments ?? arguments)
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

/// The settings that LibreOffice converts with.
package enum OfficeProfile {
  /// Writes a profile into a folder, where the arguments of ``OfficeConverter`` look for it.
  ///
  /// It forbids macros, links to elsewhere and their renewal, so that a foreign document reaches
  /// nothing even where the network cannot be taken away.
  ///
  /// - Parameter folder: The folder of the conversion.
  /// - Returns: Whether it could be written.
  package static func write(in folder: String) -> Bool {
    let user = folder + "/profile/user"
    do {
      try FileManager.default.createDirectory(atPath: user, withIntermediateDirectories: true)
      try settings.write(
        toFile: user + "/registrymodifications.xcu", atomically: false, encoding: .utf8)
    } catch {
      return false
    }
    return true
  }

  private static func item(_ path: String, _ name: String, _ value: String) -> String {
    "<item oor:path=\"/org.openoffice.\(path)\"><prop oor:name=\"\(name)\" oor:op=\"fuse\">"
      + "<value>\(value)</value></prop></item>"
  }

  private static let settings =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    + "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\" "
    + "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" "
    + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
    + [
      item("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
      item("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
      item("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
      item("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
      item("Office.Common/Load", "UpdateDocMode", "0"),
      item("Office.Writer/Content/Update", "Link", "0"),
      item("Office.Calc/Content/Update", "Link", "1"),
    ].joined() + "</oor:items>"
}
