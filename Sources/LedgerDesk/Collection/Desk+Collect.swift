import Foundation
import LedgerStore
import OfficeFiles
import PlanImport
package import TaskLedger

/// What became of the submissions of many schools.
package struct CollectionReport: Sendable {
  /// One submission.
  package struct Line: Sendable, Hashable {
    /// The school, as it names itself.
    package var school: String
    /// What the submission was called when it came.
    package var source: String
    /// The short code of its last entry.
    package var head: String
    /// How many entries its log has.
    package var entries: Int
    /// Whether the log came along.
    package var hasLog: Bool
  }

  /// What was taken, in order of school.
  package var taken: [Line] = []
  /// What is the same as what is there.
  package var unchanged: [Line] = []
  /// What was not taken, by the name it came under, with what was found.
  package var refused: [(source: String, finding: Diagnostic)] = []
  /// The schools of the list of which nothing was ever taken.
  package var missing: [String] = []
  /// What should be looked at: refusals, missing schools and notes, in order.
  package var findings: [Diagnostic] = []
}

extension Desk {
  /// Takes in the submissions of many schools (收件): each verified, named where something is wrong,
  /// and kept by school and head.
  ///
  /// - Parameters:
  ///   - paths: Whole paths of submissions, backups, ledgers, or folders that hold them.
  ///   - target: The whole path of the collection.
  ///   - list: The whole path of a file that names every school; nil when none is given.
  ///   - accepted: Schools of which an older or diverging submission is taken all the same.
  ///   - day: The day of receipt.
  ///   - words: What the person called the places, as remedies name them.
  /// - Returns: What became of each.
  /// - Throws: ``DeskError`` when the collection cannot be read or written, or nothing is there.
  package func collect(
    _ paths: [String], into target: String, schools list: String?, accepting accepted: [String],
    on day: CivilDate, called words: (sources: [String], folder: String)
  ) throws(DeskError) -> CollectionReport {
    let expected = try list.map { (file) throws(DeskError) in try Self.schools(inFileAt: file) }
    let again = Remedy.Act.collect(words.sources, into: words.folder)
    let found = SourceSearch(paths, asOf: day, except: list.map { [$0] } ?? [])
    try Self.requireSubmissions(found, at: paths, called: words.sources, by: day, again)
    let folder = try CollectionFolder(at: target)
    var report = CollectionReport()
    report.leaveOut(found)
    let read = try verified(found, in: folder, on: day, &report)
    let names = Set(accepted.map { TextFolding.compact($0) })
    for (source, copy, submission) in read {
      let line = CollectionReport.Line(
        school: submission.school, source: source.name, head: submission.head.code,
        entries: submission.head.sequence, hasLog: submission.hasLog)
      let last = folder.last(of: submission.school)
      // The day on which the same files were backed up again says nothing new, and a folder that holds
      // what was received first and last was looked through before.
      let held = folder.editions(of: submission)
      let isHeld = held.contains { $0.content == submission.edition.content }
      let newest = last?.headDigest == submission.head.digest ? held.last?.content : nil
      if isHeld, read.contains(where: { $0.submission.edition.content == newest }) {
        report.unchanged.append(line)
        continue
      }
      if let last,
        let finding = try Self.finding(
          submission, copy, line, after: folder.chain(of: submission.school), last,
          held.compactMap(\.day).max(),
          again: .collectAccepting(line.school, from: words.sources, into: words.folder))
      {
        let isFine = finding.severity != .error
        guard isFine || names.contains(TextFolding.compact(submission.school)) else {
          report.refuse(source.name, finding)
          continue
        }
        if isFine { report.findings.append(finding) }
      }
      try folder.keep(copy, of: submission, from: source.name, on: day)
      report.taken.append(line)
    }
    if !report.taken.isEmpty { try folder.writeList() }
    report.compare(with: expected, received: folder.records.map(\.school), again: again)
    return report
  }

  /// Something must be there that may be a submission.
  private static func requireSubmissions(
    _ found: SourceSearch, at paths: [String], called: [String], by day: CivilDate,
    _ again: Remedy.Act
  ) throws(DeskError) {
    guard !found.isEmpty else {
      throw DeskError(
        [
          SourceSearch.isEverAnything(at: paths)
            ? .rollupNothingReceived(by: day) : .collectFindsNothing(called, again)
        ], kind: .unreadableInput)
    }
    guard found.sources.isEmpty || found.sources.contains(where: { $0.kind != .missing }) else {
      throw DeskError(
        found.sources.map { .rollupSourceMissing($0.name) }, kind: .unreadableInput)
    }
  }

  /// What was received.
  private typealias Received = (source: RollupSource, copy: String, submission: Submission)

  /// The submissions that stand the check, copied beside the collection: of one school in the order of
  /// their heads, of one head the latest day last, of one day what brings the log. The others are
  /// told.
  private func verified(
    _ found: SourceSearch, in folder: CollectionFolder, on day: CivilDate,
    _ report: inout CollectionReport
  ) throws(DeskError) -> [Received] {
    var read: [Received] = []
    for (place, source) in found.sources.enumerated() where source.kind != .other {
      do throws(DeskError) {
        let copy = try folder.copy(source, at: place, on: day, by: self)
        let submission = try Submission.verified(
          at: copy, named: source.name, program: programVersion)
        read.append((source, copy, submission))
      } catch {
        if error.kind == .disk { throw error }
        report.refuse(
          source.name,
          .collectUnreadable(
            source.name, error.diagnostics, Submission.form(of: source)))
      }
    }
    return read.sorted { (one, other) in
      let (left, right) = (one.submission, other.submission)
      return (
        left.school, left.head.sequence, left.edition.day?.description ?? "",
        left.hasLog ? 1 : 0, one.source.name
      ) < (
        right.school, right.head.sequence, right.edition.day?.description ?? "",
        right.hasLog ? 1 : 0, other.source.name
      )
    }
  }

  /// What speaks against taking a submission after another of the school; nil when it continues it.
  /// `held` is what the other is beside its entries, where these are the same.
  private static func finding(
    _ submission: Submission, _ copy: String, _ line: CollectionReport.Line,
    after chain: [CollectionRecord], _ last: CollectionRecord, _ held: CivilDate?,
    again: Remedy.Act
  ) throws(DeskError) -> Diagnostic? {
    if submission.origin != last.origin { return .collectOtherLedger(line, last, again) }
    if submission.head.digest == last.headDigest {
      if let day = submission.edition.day, let before = held, day < before {
        return .collectOlder(line, last, days: (day, last: before), again)
      }
      guard submission.hasLog else { return nil }
    } else if submission.head.sequence < last.entries {
      return .collectOlder(line, last, again)
    } else if submission.head.sequence == last.entries {
      return .collectDiverges(line, last, again)
    }
    guard submission.hasLog else { return .collectUnchecked(line, last) }
    let digests = try Submission.digests(of: copy)
    return chain.first { record in
      !digests.indices.contains(record.entries - 1)
        || digests[record.entries - 1] != record.headDigest
    }.map { .collectDiverges(line, $0, again) }
  }

  /// The schools that a file names: the first cell of each row, or each line; a heading is left out.
  private static func schools(inFileAt path: String) throws(DeskError) -> [String] {
    let names: [String]
    do throws(PlanReadError) {
      names = try PlanReader.read(fileAt: path).blocks.flatMap { (block) -> [String] in
        switch block {
        case .paragraph(let paragraph): return [paragraph.text]
        case .table(let table): return table.rows.compactMap { $0.cells.first?.text }
        }
      }
    } catch {
      throw DeskError([error.diagnostic], kind: .unreadableInput)
    }
    var seen: Set<String> = []
    let schools = names.map { PrintableText.line($0).trimmingCharacters(in: .whitespaces) }.filter {
      !$0.isEmpty && !SchoolListWords.headings.contains(TextFolding.compact($0))
        && seen.insert(TextFolding.compact($0)).inserted
    }
    guard !schools.isEmpty else {
      throw DeskError(
        [.collectListEmpty((path as NSString).lastPathComponent)], kind: .unreadableInput)
    }
    return schools
  }
}

extension CollectionReport {
  fileprivate mutating func refuse(_ source: String, _ finding: Diagnostic) {
    refused.append((source, finding))
    findings.append(finding)
  }

  /// Names the files that are no submission; a folder with nothing else in it is one that is refused.
  fileprivate mutating func leaveOut(_ found: SourceSearch) {
    for source in found.sources where source.kind == .other {
      refuse(
        source.name,
        PackedFile.isOne(source.name)
          ? .collectPacked(source.name) : .collectNotTaken(source.name))
    }
    for var others in found.others {
      let packed = others.files.filter(PackedFile.isOne)
      for file in packed {
        let name = others.folder + "/" + file
        refuse(name, .collectPacked(name))
      }
      others.files.removeAll(where: PackedFile.isOne)
      guard !others.files.isEmpty else { continue }
      let isRefused = others.isAlone && packed.isEmpty
      let finding = Diagnostic.collectNotTaken(others, isRefused: isRefused)
      if isRefused { refuse(others.folder, finding) } else { findings.append(finding) }
    }
  }

  /// Names the schools of the list that are missing and those that are not on it.
  fileprivate mutating func compare(
    with expected: [String]?, received: [String], again: Remedy.Act
  ) {
    guard let expected else { return }
    let known = Set(received.map { TextFolding.compact($0) })
    missing = expected.filter { !known.contains(TextFolding.compact($0)) }
    let listed = Set(expected.map { TextFolding.compact($0) })
    findings += taken.filter { !listed.contains(TextFolding.compact($0.school)) }.map {
      .collectUnlisted($0, nearest: EditDistance.nearest(to: $0.school, among: missing))
    }
    findings += missing.map {
      .collectMissing($0, isRefused: !refused.isEmpty, again)
    }
  }
}
