import Foundation
import LedgerStore
import TaskLedger

/// Takes a form with files as it comes: texts into memory, files into the vault's staging folder.
///
/// Used by one request at a time, from whatever thread its pieces are written on; hence unchecked.
final class UploadReader: @unchecked Sendable {
  /// The longest text of a field, in bytes.
  static let textLimit = 256 * 1024
  /// The most files of one form.
  static let fileLimit = 50

  private var reader: MultipartReader
  private let vault: EvidenceVault?
  private var part: MultipartReader.Part?
  private var text: [UInt8] = []
  private var file: IncomingFile?
  private var refusal: Diagnostic?
  private var fileCount = 0
  private(set) var fields = FormFields()
  private(set) var uploads: [Upload] = []

  /// Creates a reader for a content type.
  ///
  /// - Parameters:
  ///   - contentType: The content type, which names the boundary.
  ///   - vault: Where files go; without one they are passed over.
  /// - Throws: ``PortalRefusal/unreadable`` when it names none.
  init(contentType: String, vault: EvidenceVault?) throws(PortalRefusal) {
    do throws(MultipartReader.Fault) {
      reader = try MultipartReader(contentType: contentType)
    } catch {
      throw .unreadable
    }
    self.vault = vault
  }

  deinit { discard() }

  /// Takes the next piece.
  func read(_ piece: UnsafeRawBufferPointer) throws {
    do {
      try reader.read(piece) { try take($0) }
    } catch is MultipartReader.Fault {
      throw PortalRefusal.unreadable
    }
  }

  /// Says that nothing more comes.
  func finish() throws(PortalRefusal) {
    do throws(MultipartReader.Fault) {
      try reader.finish()
    } catch {
      throw .unreadable
    }
  }

  /// Removes the files that no entry named.
  func discard() {
    guard let vault else { return }
    for upload in uploads {
      if case .staged(let file) = upload.outcome { vault.discard(file) }
    }
  }

  private func take(_ step: MultipartReader.Step) throws {
    switch step {
    case .begun(let part): begin(part)
    case .content(let bytes): try write(bytes)
    case .ended: try end()
    }
  }

  private func begin(_ part: MultipartReader.Part) {
    self.part = part
    (text, file, refusal) = ([], nil, nil)
    // A field for files with no file chosen comes with an empty name.
    guard let name = part.fileName, !name.isEmpty, let vault else { return }
    fileCount += 1
    guard fileCount <= Self.fileLimit else {
      refusal = .uploadTooMany(limit: Self.fileLimit)
      return
    }
    do throws(StoreError) {
      file = try vault.incoming(named: name)
    } catch {
      refusal = error.diagnostic
    }
  }

  private func write(_ bytes: UnsafeRawBufferPointer) throws {
    guard let part else { return }
    guard part.fileName == nil else {
      do throws(StoreError) {
        try file?.write(bytes)
      } catch {
        // The rest of the file is passed over; nothing of it stays.
        (file, refusal) = (nil, error.diagnostic)
      }
      return
    }
    guard text.count + bytes.count <= Self.textLimit else { throw PortalRefusal.tooLarge }
    text.append(contentsOf: bytes)
  }

  private func end() throws {
    guard let part else { return }
    self.part = nil
    guard let name = part.fileName else {
      guard let value = String(validating: text, as: UTF8.self) else {
        throw PortalRefusal.unreadable
      }
      fields.add(value, to: part.name)
      return
    }
    if let file {
      do throws(StoreError) {
        uploads.append(Upload(field: part.name, name: name, outcome: .staged(try file.finish())))
      } catch {
        refusal = error.diagnostic
      }
      self.file = nil
    }
    if let refusal {
      uploads.append(Upload(field: part.name, name: name, outcome: .refused(refusal)))
    }
  }
}
