import TaskLedger
import Testing

/// What is said of an entry that was recorded and forbids nothing.
///
/// Source: product description, The closing machine (hedge words and open gaps are named at submit and
/// at close; a later day is named at request, grant and in the papers).
struct EntryWarningTests {
  /// The warnings of the last entry of a history, as code and item.
  private static func warnings(_ history: History, on day: CivilDate = "2020-07-28") -> [Diagnostic]
  {
    guard let entry = history.entries.last else { return [] }
    return Diagnostic.warnings(of: entry, in: history.ledger, on: day, hedges: .common)
  }

  private static func codes(_ history: History, on day: CivilDate = "2020-07-28") -> [String] {
    warnings(history, on: day).map { "\($0.item?.description ?? "-") \($0.code)" }
  }

  private static let start = MoreTimeTests.withHandIn

  private static func granted(_ until: CivilDate, _ superior: String?) -> Happening {
    Happening(
      .item(
        "1.1",
        .extensionGranted(ExtensionGranted(until: until, basis: "例会决定", superior: superior))),
      on: "2020-07-23", by: SampleSchool.office)
  }

  private static func revised(
    _ id: ItemID, _ deadline: Deadline, superior: String? = nil, on day: CivilDate = "2020-07-28"
  ) -> Happening {
    Happening(
      .item(
        id,
        .revised(
          ItemRevised(changes: [.deadline(deadline)], reason: "核对原文", superior: superior))),
      on: day, by: SampleSchool.office)
  }

  // MARK: - More time

  @Test(
    arguments: [
      ("2020-06-30", []), ("2020-07-01", ["1.1 deadline-after-list"]),
      ("2020-10-15", ["1.1 deadline-after-list"]), ("2020-10-16", ["1.1 deadline-after-hand-in"]),
    ] as [(CivilDate, [String])])
  func `a day later than the list's or the hand-in is named at request, grant and correction`(
    until: CivilDate, codes: [String]
  ) {
    let asked = Self.start.after(.asked("1.1", until: until))
    #expect(Self.codes(asked) == codes)
    #expect(Self.codes(asked.after(Self.granted(until, nil))) == codes)
    let passed = until < "2020-07-28" ? ["1.1 deadline-passed"] : []
    #expect(
      Self.codes(Self.start.after(Self.revised("1.1", SampleSchool.deadline(until))))
        == codes + passed)
  }

  @Test func `what is to be done depends on which days are passed and on a document`() throws {
    func remedy(_ id: ItemID, _ until: CivilDate, superior: String? = nil) throws -> String {
      let history = Self.start.after(
        Self.revised(id, SampleSchool.deadline(until), superior: superior))
      return try #require(Self.warnings(history).first?.remedy?.words)
    }
    #expect(try remedy("1.1", "2020-10-15").contains("说明为什么"))
    #expect(try remedy("1.1", "2020-10-16").contains("上级文件"))
    #expect(try remedy("1.1", "2020-10-16", superior: "省发〔2020〕9号").contains("佐证"))
    // The school's own item passes the hand-in alone.
    #expect(try remedy("S1", "2020-10-16").contains("报送日前"))
  }

  @Test(arguments: [
    ("省发〔2020〕9号", []), ("《关于延期的通知》", []), ("省厅通知", []), ("口头通知", ["1.1 superior-not-document"]),
    ("领导同意", ["1.1 superior-not-document"]),
  ])
  func `a superior document that is none by its words is asked about`(
    superior: String, codes: [String]
  ) {
    let late = ["1.1 deadline-after-hand-in"]
    let asked = Self.start.after(.asked("1.1", until: "2020-12-31"))
    #expect(Self.codes(asked.after(Self.granted("2020-12-31", superior))) == late + codes)
  }

  @Test(
    arguments: [
      ("2020-06-30", nil, nil), ("2020-07-01", "deadline-after-list", "说明为什么"),
      ("2020-10-15", "deadline-after-list", "说明为什么"),
      ("2020-10-16", "deadline-after-hand-in", "说明为什么"),
    ] as [(CivilDate, String?, String?)])
  func `a reopening, which names no superior document, is not told to name one`(
    due: CivilDate, code: String?, words: String?
  ) {
    let reopened = Happening(
      .item(
        "1.1", .reopened(ItemReopened(finding: "抽查不符", basis: "督查通报", due: .day(due)))),
      on: "2020-07-26", by: SampleSchool.office)
    let history = Self.ready(Self.applied("已全部完成"), .closed("1.1", "2020-07-25"))
      .after(reopened)
    let warning = Self.warnings(history).first
    #expect(warning?.code == code)
    #expect(warning?.remedy?.words.contains("上级文件") != true)
    if let words { #expect(warning?.remedy?.words.contains(words) == true) }
  }

  // MARK: - How a correction was read

  @Test func `a year that was not written is said with the day it was read as`() throws {
    let assumed = DeadlineLanguage.read("8月底前", year: 2020)
    let history = Self.start.after(Self.revised("S1", assumed))
    #expect(Self.codes(history) == ["S1 deadline-year-assumed"])
    let warning = try #require(Self.warnings(history).first)
    #expect(warning.message.contains("「8月底前」") && warning.message.contains("2020-08-31"))
    #expect(
      warning.remedy?.acts == [.revise("S1", .deadline("2020-08-31"), reason: nil)])
    let written = DeadlineLanguage.read("2020年8月底前", year: 2020)
    #expect(Self.codes(Self.start.after(Self.revised("S1", written))) == [])
  }

  @Test(
    arguments: [
      ("2020-07-27", ["S1 deadline-passed"]), ("2020-07-28", []), ("2020-07-29", []),
    ] as [(CivilDate, [String])])
  func `a corrected day that has passed when it is corrected is said`(
    day: CivilDate, codes: [String]
  ) {
    #expect(Self.codes(Self.start.after(Self.revised("S1", SampleSchool.deadline(day)))) == codes)
  }

  @Test func `words without a day are not read as one`() {
    for words in ["长期坚持", "每月25日前", "学代会召开前", ""] {
      let deadline = DeadlineLanguage.read(words, year: 2020)
      #expect(Self.codes(Self.start.after(Self.revised("S1", deadline))) == [], "\(words)")
    }
  }

  // MARK: - What holds the verdict back

  private static func applied(_ summary: String) -> Happening {
    Happening(
      .item("1.1", .closureSubmitted(ClosureSubmitted(summary: summary, unprovedMeasures: []))),
      on: "2020-07-24", by: SampleSchool.owner)
  }

  private static func ready(_ given: Happening...) -> History {
    given.reduce(
      start.after(.started("1.1"), .attached("证-1.1-01"))
    ) { $0.after($1) }
  }

  @Test func `hedges and open gaps are named to the owner at submit`() throws {
    #expect(Self.codes(Self.ready(Self.applied("已全部完成"))) == [])
    let hedged = Self.ready(Self.applied("基本完成，正在公示"))
    #expect(Self.codes(hedged) == ["1.1 statement-hedges"])
    let warning = try #require(Self.warnings(hedged).first)
    #expect(warning.message.contains("「基本」、「正在」"))
    #expect(warning.remedy?.acts == [.return("1.1"), .submit("1.1")])
    let gap = Self.ready(.gap(1, "2020-07-23", item: "1.1"), Self.applied("基本完成"))
    #expect(Self.codes(gap) == ["1.1 statement-hedges", "1.1 gap-open"])
    // A gap of another item, and one that was resolved, hold nothing back.
    let other = Self.ready(
      .gap(1, "2020-07-23", item: "1.2"), .gap(2, "2020-07-23", item: "1.1"),
      .resolved(2, "2020-07-24"), Self.applied("已全部完成"))
    #expect(Self.codes(other) == [])
  }

  @Test func `they are named to the reviewer at close, who must reopen to mend them`() throws {
    let closed = Self.ready(
      .gap(1, "2020-07-23", item: "1.1"), Self.applied("大部分完成"), .closed("1.1", "2020-07-25"))
    #expect(Self.codes(closed) == ["1.1 statement-hedges", "1.1 gap-open"])
    #expect(Self.warnings(closed).first?.remedy?.acts == [.reopen("1.1"), .submit("1.1")])
  }

  @Test func `other entries are looked at for their words alone`() {
    let hedged = Self.ready(Self.applied("基本完成"))
    #expect(Self.codes(hedged.after(.noted("1.1", "2020-07-25"))) == [])
    #expect(
      Self.codes(hedged.after(.noted("1.1", "2020-07-25", text: "召开,推进会"))) == [
        "1.1 text-proofreading"
      ])
    #expect(Self.codes(hedged.after(.gap(1, "2020-07-25", item: "1.1"))) == [])
    #expect(Self.codes(hedged.after(.returned("1.1", "2020-07-25"))) == [])
  }

  @Test(.bug(id: "newcomer", "a caption was said to be mended in a file that the owner has not"))
  func `what the index says of evidence is the office's to correct`() throws {
    var piece = SampleSchool.evidence("证-1.1-01", SampleSchool.file("a"))
    piece.caption = "召开,推进会"
    let attached = Self.start.after(
      Happening(.item("1.1", .evidenceAttached(piece)), on: "2020-07-22", by: SampleSchool.owner))
    let words = Self.warnings(attached).compactMap { $0.remedy?.words }
    #expect(words == ["台账照登原文；要改名称、文号的，请办公室更正佐证目录"])
  }

  // MARK: - A closing that no longer holds

  private static let closed = ready(applied("已全部完成"), .closed("1.1", "2020-07-25"))

  @Test(.bug(id: "newcomer", "only the command line said that a file made a closing stale"))
  func `an entry that makes a closing stale says so, and what is to be done`() throws {
    #expect(Self.codes(Self.closed) == [])
    // Words alone change nothing that was reviewed.
    #expect(Self.codes(Self.closed.after(.noted("1.1", "2020-07-26"))) == [])
    let more = Self.closed.after(.attached("证-1.1-02", "2020-07-26", digest: "b"))
    #expect(Self.codes(more) == ["1.1 closure-stale"])
    let warning = try #require(Self.warnings(more).first)
    #expect(warning.severity == .warning && warning.remedy?.acts == [.close("1.1")])
    // Without evidence nobody can review it again.
    let none = Self.closed.after(.voided("证-1.1-01", "2020-07-26"))
    #expect(Self.warnings(none).first?.remedy?.acts == [.attach("1.1"), .close("1.1")])
    // A review makes it hold again.
    #expect(Self.codes(more.after(.closed("1.1", "2020-07-27"))) == [])
    #expect(Self.codes(more.after(.attached("证-1.2-01", "2020-07-27"))) == [])
  }

  @Test func `a closing that is stale is said with every entry until it is reviewed`() {
    let stale = Self.closed.after(.attached("证-1.1-02", "2020-07-26", digest: "b"))
    #expect(Self.codes(stale.after(.noted("1.1", "2020-07-27"))) == ["1.1 closure-stale"])
    #expect(stale.ledger["1.1"].flatMap(Diagnostic.closureStale)?.item == "1.1")
    #expect(Self.closed.ledger["1.1"].flatMap(Diagnostic.closureStale) == nil)
  }

  @Test(.bug(id: "newcomer", "departments were emptied without a word"))
  func `a correction that leaves nobody responsible says so`() throws {
    func assigned(_ departments: DepartmentAssignment) -> History {
      Self.start.after(.revised("S1", "2020-07-28", .departments(departments)))
    }
    #expect(Self.codes(assigned(DepartmentAssignment())) == ["S1 department-missing"])
    #expect(Self.codes(assigned(DepartmentAssignment(lead: ["校团委"]))) == [])
    #expect(Self.codes(assigned(DepartmentAssignment(supporting: ["校团委"]))) == [])
  }
}
