import LedgerDesk
import LedgerReports
import TaskLedger

struct SheetExportJSON: Encodable {
  var dryRun: Bool
  var sheets: [WrittenSheetJSON]
}

struct WrittenSheetJSON: Encodable {
  var file: String
  var department: Nullable<String>
  var items: Int
  var figures: Int
  var code: String

  init(_ sheet: WrittenSheet) {
    file = sheet.file
    department = Nullable(sheet.department)
    items = sheet.items
    figures = sheet.figures
    code = "\(sheet.code)"
  }
}

struct SheetImportJSON: Encodable {
  var dryRun: Bool
  var files: [SheetReceiptJSON]
  var receipts: [String]
}

struct SheetReceiptJSON: Encodable {
  var file: String
  var department: Nullable<String>
  var signer: Nullable<String>
  var status: String
  var recorded: Int
  var items: [SheetLineJSON]
  var figures: [SheetFigureJSON]
  var members: [SheetMemberJSON]
  var findings: [FindingJSON]

  init(_ receipt: SheetReceipt, wording: RemedyWords) {
    file = receipt.file
    department = Nullable(receipt.department)
    signer = Nullable(receipt.signer)
    status = receipt.status.rawValue
    recorded = receipt.recorded
    items = receipt.lines.map(SheetLineJSON.init)
    figures = receipt.figures.map(SheetFigureJSON.init)
    members = receipt.members.map(SheetMemberJSON.init)
    findings = receipt.findings.map(wording.finding)
  }
}

struct SheetFigureJSON: Encodable {
  var name: String
  var value: String
  var before: Nullable<String>

  init(_ figure: SheetReceipt.Figure) {
    name = figure.name
    value = figure.now
    before = Nullable(figure.before)
  }
}

struct SheetMemberJSON: Encodable {
  var name: String
  var department: Nullable<String>
  var role: Nullable<String>

  init(_ member: SheetReceipt.MemberLine) {
    name = member.name
    department = Nullable(member.department)
    role = Nullable(member.role?.rawValue)
  }
}

struct SheetLineJSON: Encodable {
  struct Change: Encodable {
    var part: String
    var sheet: String
    var ledger: String
  }

  var id: String
  var note: Nullable<String>
  var evidence: [String]
  var applied: Bool
  var decision: Nullable<String>
  var known: Int
  var changes: [Change]

  init(_ line: SheetReceipt.Line) {
    id = "\(line.item)"
    note = Nullable(line.note)
    evidence = line.evidence.map { "\($0.number)" }
    applied = line.isApplied
    decision = Nullable(line.isClosed.map { $0 ? "close" : "return" })
    known = line.known
    changes = line.changes.map { Change(part: $0.part.words, sheet: $0.before, ledger: $0.now) }
  }
}

struct SheetStatusJSON: Encodable {
  var departments: [SheetStatusLineJSON]
}

struct SheetStatusLineJSON: Encodable {
  var name: String
  var returned: Bool
  var lastReturn: Nullable<String>
  var items: [String]
  var reported: [String]
  var evidence: Int
  var applied: Int
  var figures: Int

  init(_ line: SheetStatusLine) {
    name = line.department
    returned = line.isReturned
    lastReturn = Nullable(line.lastReturn?.description)
    items = line.items.map(\.description)
    reported = line.reported.map(\.description).sorted()
    evidence = line.evidence
    applied = line.applied
    figures = line.figures
  }
}
