import BundledAssets
import Foundation
import LedgerStore
import TaskLedger

extension Desk {
  /// Writes the built-in templates and layout files into a folder, for a school to edit.
  ///
  /// - Parameter folder: The whole path; made when it is missing.
  /// - Returns: The names of the files that were written, and of those that were there already and
  ///   were left alone.
  /// - Throws: ``DeskError`` when the folder cannot be written.
  package static func exportTemplates(
    to folder: String
  ) throws(DeskError) -> (written: [String], kept: [String]) {
    do {
      try FileSystem.makeOpenFolder(folder)
    } catch {
      let name = (folder as NSString).lastPathComponent
      throw DeskError(
        [.outputUnwritable(name, reason: Diagnostic.systemReason(error))], kind: .disk)
    }
    var files = BundledAssets.layout
    for (name, text) in BundledAssets.templates { files[name + ".mustache"] = Array(text.utf8) }
    var (written, kept): ([String], [String]) = ([], [])
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      if FileManager.default.fileExists(atPath: folder + "/" + name) {
        kept.append(name)
      } else {
        try OutputFile(path: folder + "/" + name).write(bytes)
        written.append(name)
      }
    }
    return (written, kept)
  }
}
