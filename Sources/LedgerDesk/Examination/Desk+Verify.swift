import LedgerStore
package import TaskLedger

/// What a verification of the log and the evidence found.
package struct Verification: Sendable {
  /// Whether nothing is damaged.
  package var isSound: Bool
  /// What is not as it should be, in order.
  package var findings: [Diagnostic]
  /// How many entries were read.
  package var entryCount: Int
  /// How many pieces of evidence the log names.
  package var evidenceCount: Int
  /// Their length in bytes.
  package var evidenceBytes: Int
  /// The short form of the head, as papers print it.
  package var headCode: String
  /// The digest of the head.
  package var headDigest: String
}

extension Desk {
  /// Verifies every entry and every piece of evidence (校验).
  ///
  /// - Parameter anchor: The code of a paper, with or without the words before it; the log must
  ///   have gone through it.
  /// - Returns: What was found.
  /// - Throws: ``DeskError`` when there is no ledger, or the code is none.
  package func verify(anchor: String?) throws(DeskError) -> Verification {
    let store: LedgerStore
    do throws(DeskError) {
      store = try self.store(for: .reading)
    } catch {
      let isDamaged = error.diagnostics.contains { $0.code == "not-a-ledger" }
      throw isDamaged ? DeskError(error.diagnostics, kind: .integrity) : error
    }
    let report = store.verify(
      anchor: try anchor.map(Self.code), departments: schoolData.departmentsForReview)
    return Verification(
      isSound: report.isSound, findings: report.findings.map(Diagnostic.integrity),
      entryCount: report.entryCount, evidenceCount: report.evidenceCount,
      evidenceBytes: report.evidenceBytes, headCode: report.head.code,
      headDigest: report.head.digest)
  }

  /// The code as printed, without the words before it: `台账校验码：37-9f3a2c7b1d04`.
  private static func code(of anchor: String) throws(DeskError) -> String {
    let words = TextFolding.compact(anchor).lowercased()
    let code = words.split(whereSeparator: { ":：".contains($0) }).last.map(String.init) ?? ""
    let digest = code.split(separator: "-", maxSplits: 1).last ?? ""
    guard digest.count >= 4, digest.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
      throw DeskError([.anchorUnreadable(PrintableText.line(anchor))], kind: .usage)
    }
    return code
  }
}
