import Foundation
import LedgerStore
import OfficeFiles
import PlanImport
package import TaskLedger

/// A submission: what it says of itself, and what should be said beside it.
package struct PackedBundle: Sendable {
  /// What it says of itself.
  package var manifest: BundleManifest
  /// The paths of its files, sorted.
  package var paths: [String]
  /// How much evidence counts.
  package var evidence: EvidenceCount
  /// What should be said beside it.
  package var notes: [Diagnostic]
}

extension Desk {
  /// Packs what is handed in (报送): papers, the ledger as a workbook, evidence by clause.
  ///
  /// - Parameters:
  ///   - target: The whole path of a `.zip` file or a folder; nothing may be there yet.
  ///   - asOf: The day the papers speak of.
  ///   - templates: A folder of the school's own templates; nil for the ledger's.
  ///   - formats: The forms of the papers besides Markdown; nil for Word where pandoc is there.
  ///   - allowsMissing: Whether a placeholder replaces missing and changed evidence.
  ///   - withLog: Whether the school's internal log goes with it: returns, refusals, names.
  ///   - dryRun: Whether to say what would go into it without writing.
  /// - Returns: The submission.
  /// - Throws: ``DeskError``; nothing is left behind then.
  package func bundle(
    to target: String, asOf: CivilDate, templates: String?, formats: [PaperFormat]?,
    allowsMissing: Bool, withLog: Bool = false, dryRun: Bool
  ) throws(DeskError) -> PackedBundle {
    try OutputFile.requireNoRecord(target)
    var status = stat()
    guard lstat(target, &status) != 0 else {
      throw DeskError([.bundleExists((target as NSString).lastPathComponent)], kind: .refused)
    }
    let writer = BundleWriter(
      desk: self, asOf: asOf, templates: templates, formats: formats, allowsMissing: allowsMissing,
      withLog: withLog)
    let plan = try writer.plan()
    if !dryRun { try writer.write(plan, to: target) }
    let verdict = plan.manifest.verdict
    return PackedBundle(
      manifest: plan.manifest, paths: plan.entries.map(\.name).sorted(),
      evidence: plan.evidence,
      notes: plan.notes
        + (verdict.passes
          ? [] : [.bundleNotPassing(verdict.sentence, verdict.reasons.count)]))
  }
}
