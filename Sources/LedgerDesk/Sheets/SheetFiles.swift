import Foundation
import OfficeFiles
import PlanImport
import TaskLedger

/// A sheet that came back, as a file of a folder.
struct SheetFile {
  /// The whole path.
  var path: String
  /// What was read; nil when the file cannot be read.
  var sheet: ReturnedSheet
  /// The folder it lies in.
  var folder: String { (path as NSString).deletingLastPathComponent }
  /// The name without its folder.
  var name: String { (path as NSString).lastPathComponent }
}

/// The sheets among files and folders that somebody handed in.
struct SheetFiles {
  /// The sheets, in order of their paths.
  private(set) var sheets: [SheetFile] = []
  /// What cannot be read, or is no sheet though it was named, by its path.
  private(set) var faults: [(path: String, diagnostic: Diagnostic)] = []

  private let words: SheetVocabulary
  private static let endings: Set<String> = ["xlsx", "xlsm", "xls", "et", "ods", "ett", "xlt"]

  /// Looks for sheets.
  ///
  /// - Parameters:
  ///   - paths: Files and folders by their whole paths.
  ///   - words: What headings and names mean.
  init(_ paths: [String], _ words: SheetVocabulary) {
    self.words = words
    for path in paths {
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      if isThere, isFolder.boolValue {
        let count = sheets.count + faults.count
        let books = Self.workbooks(in: path)
        for file in books { take(file, isNamed: false) }
        if sheets.count + faults.count == count {
          let name = (path as NSString).lastPathComponent
          let others = books.map { ($0 as NSString).lastPathComponent }
          faults.append((path, .sheetNotFound(name, others: others)))
        }
      } else {
        take(path, isNamed: true)
      }
    }
  }

  /// The workbooks in a folder and below it, in order.
  private static func workbooks(in folder: String) -> [String] {
    var found: [String] = []
    let all = FileManager.default.enumerator(atPath: folder)
    while let relative = all?.nextObject() as? String, found.count < 5000 {
      guard !SystemFile.isOne(relative), isWorkbook(relative) else { continue }
      found.append(folder + "/" + relative)
    }
    return found.sorted()
  }

  /// Whether a file is a workbook by its name.
  private static func isWorkbook(_ name: String) -> Bool {
    endings.contains((name as NSString).pathExtension.lowercased())
  }

  /// Whether a file is a sheet or a receipt, which is no evidence.
  func isSheet(_ path: String) -> Bool {
    guard Self.isWorkbook(path) else { return false }
    do throws(PlanReadError) {
      return SheetReader.read(try PlanReader.read(fileAt: path), words).isOurs
    } catch {
      return false
    }
  }

  private mutating func take(_ path: String, isNamed: Bool) {
    guard !sheets.contains(where: { $0.path == path }) else { return }
    let name = (path as NSString).lastPathComponent
    do throws(PlanReadError) {
      let sheet = SheetReader.read(try PlanReader.read(fileAt: path), words)
      if sheet.code?.kind == .receipt {
        if isNamed { faults.append((path, .sheetKindUnread(name))) }
      } else if sheet.isOurs {
        sheets.append(SheetFile(path: path, sheet: sheet))
      } else if isNamed {
        // A workbook in a folder that is none of ours may be evidence.
        faults.append((path, .sheetUnknown(name)))
      }
    } catch {
      faults.append((path, error.diagnostic))
    }
  }
}
