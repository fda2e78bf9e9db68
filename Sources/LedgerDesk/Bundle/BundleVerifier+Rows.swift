import LedgerReports
import LedgerStore
import TaskLedger

/// The derived rows that a submission carries.
extension BundleVerifier {
  /// With the log: the rows, byte for byte, where the same program derived them; another one may know
  /// other departments or indicators.
  mutating func compareRows(
    _ manifest: BundleManifest, _ entries: [EventEnvelope], origin: String, school: String,
    _ figures: DeclaredFigures?
  ) {
    guard manifest.program == program else {
      if let figures { compareRows(manifest, figures) }
      return
    }
    guard let written = declaredRows(manifest, school: school) else { return }
    let head = LogHead(sequence: manifest.head.sequence, digest: manifest.head.digest)
    do throws(DeskError) {
      let rows = try LedgerRows(of: entries, origin: origin, head: head, by: CommonMeasure())
      if rows.bytes != written { findings.append(.bundlePaperDiffers(BundleFile.rows)) }
    } catch {
      findings += error.diagnostics
    }
  }

  /// Without the log: how many items are in each state on the day of the papers.
  mutating func compareRows(_ manifest: BundleManifest, _ figures: DeclaredFigures) {
    guard let written = declaredRows(manifest, school: figures.school),
      let asOf = CivilDate(manifest.asOf)
    else { return }
    if LedgerRows.states(in: written, on: asOf) != figures.states.filter({ $0.value != 0 }) {
      findings.append(.bundleFiguresDiffer(Diagnostic.bundleRows))
    }
  }

  /// The rows; nil where an earlier program wrote none, or other ones. Rows of another school, head or
  /// shape are a finding.
  private mutating func declaredRows(_ manifest: BundleManifest, school: String) -> [UInt8]? {
    guard let written = source.bytes(BundleFile.rows) else { return nil }
    let rows = LedgerRows.declared(written, school: school, headDigest: manifest.head.digest)
    if rows == nil, manifest.program == program {
      findings.append(.bundlePaperDiffers(BundleFile.rows))
    }
    return rows
  }
}
