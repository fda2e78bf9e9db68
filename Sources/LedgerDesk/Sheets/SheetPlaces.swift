import Foundation
import OfficeFiles
import PlanImport

/// Where sheets are looked for: what was given, and what the containers there hold, which lies
/// unpacked until it is cleared.
struct SheetPlaces {
  /// The files and folders to look through, in order.
  private(set) var all: [String] = []
  /// The containers that cannot be read, in order.
  private(set) var unread: [(zip: String, error: DocumentReadError)] = []
  private var unpacked: [(folder: String, zip: String)] = []

  /// Unpacks what was given.
  ///
  /// - Parameters:
  ///   - paths: Sheets, folders of them, or zip containers, by their whole paths.
  ///   - words: What the headings and names of sheets mean.
  init(_ paths: [String], _ words: SheetVocabulary) {
    for path in paths { take(path, words) }
  }

  /// Removes what was unpacked.
  func clear() { for one in unpacked { DraftFolder.remove(one.folder) } }

  /// The containers that were unpacked.
  var containers: [String] { unpacked.map(\.zip) }

  /// What was given: the container in place of the folder it was unpacked into.
  func given(for path: String) -> String { unpacked.first { $0.folder == path }?.zip ?? path }

  /// The container that a file was unpacked from; nil when it lay there as it is.
  func container(of file: String) -> String? {
    unpacked.first { file.hasPrefix($0.folder + "/") }?.zip
  }

  private mutating func take(_ path: String, _ words: SheetVocabulary) {
    let isContainer = SheetContainer.isOne(path)
    let before = all.count
    var unread: [(zip: String, error: DocumentReadError)] = []
    for zip in isContainer ? [path] : SheetContainer.all(in: path) {
      do throws(DocumentReadError) {
        let folder = try SheetContainer.unpack(zip)
        // Beside sheets a container without any may be evidence.
        if !isContainer, SheetFiles([folder], words).sheets.isEmpty {
          DraftFolder.remove(folder)
          continue
        }
        unpacked.append((folder, zip))
        all.append(folder)
      } catch {
        unread.append((zip, error))
      }
    }
    let hasSheets =
      !isContainer
      && (all.count == before && unread.isEmpty || !SheetFiles([path], words).sheets.isEmpty)
    if hasSheets {
      // Beside sheets a container that cannot be read may be evidence, and is told as any other file.
      all.insert(path, at: before)
    } else {
      self.unread += unread
    }
  }
}
