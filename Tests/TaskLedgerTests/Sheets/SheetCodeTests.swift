import TaskLedger
import TestSupport
import Testing

/// The code of a sheet and the keys of its rows: what goes out comes back as it was, or is refused.
///
/// Source: product description, Sheets (a code that names ledger, department and entry).
struct SheetCodeTests {
  private static let code = SheetCode(
    kind: .department, ledger: "7F2K9QTM", head: 214, department: "9HV3R")

  private static func fault(of text: String) -> SheetCode.Fault? {
    do throws(SheetCode.Fault) {
      _ = try SheetCode(reading: text)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: SheetCode.Kind.allCases)
  func `a code comes back as it went out`(kind: SheetCode.Kind) throws {
    for head in [0, 1, 214, 1_000_000] {
      let code = SheetCode(kind: kind, ledger: "0123ABCD", head: head, department: "ZZZZZ")
      #expect(try SheetCode(reading: code.description) == code)
    }
  }

  @Test func `each part of a code stands where it is read`() {
    #expect(Self.code.description.hasPrefix("XH1D-7F2K9QTM-214-9HV3R-"))
    #expect(Self.code.description.split(separator: "-").last?.count == 2)
  }

  @Test(arguments: [
    "　XH1D－7F2K9QTM－214－9HV3R－18 ", "xh1d-7f2k9qtm-214-9hv3r-18", "XH1D—7F2K9QTM—214—9HV3R—18",
  ])
  func `width, case, blanks and long dashes are forgiven`(text: String) throws {
    #expect(try SheetCode(reading: text) == Self.code)
  }

  @Test func `a code in which one character was changed is another ledger's or none`() {
    let text = Array(Self.code.description)
    for place in text.indices where text[place] != "-" {
      for other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" where other != text[place] {
        var changed = text
        changed[place] = other
        #expect(Self.fault(of: String(changed)) != nil, "\(String(changed))")
      }
    }
  }

  @Test(arguments: [
    ("", SheetCode.Fault.unreadable), ("学工部", .unreadable),
    ("XH1D-7F2K9QTM-214-9HV3R", .unreadable),
    ("XH1D-7F2K9QTM-214-9HV3R-18-", .unreadable), ("YH1D-7F2K9QTM-214-9HV3R-18", .unreadable),
    ("XH1X-7F2K9QTM-214-9HV3R-18", .unreadable), ("XH0D-7F2K9QTM-214-9HV3R-18", .unreadable),
    ("XHD-7F2K9QTM-214-9HV3R-18", .unreadable), ("XH1D-7F2K9QT-214-9HV3R-18", .unreadable),
    ("XH1D-7F2K9QTMX-214-9HV3R-18", .unreadable), ("XH1D-7F2K9QTM-二-9HV3R-18", .unreadable),
    ("XH1D-7F2K9QTM-214-9HV3-18", .unreadable), ("XH1D-7F2K9QTM-214-9HV3RX-18", .unreadable),
    ("XH2D-7F2K9QTM-214-9HV3R-18", .version(2)), ("XH12D-7F2K9QTM-214-9HV3R-18", .version(12)),
    ("XH1D-7F2K9QTM-215-9HV3R-18", .check), ("XH1D-7F2K9QTM-214-9HV3R-19", .check),
  ])
  func `what is no code, of another version or changed is told apart`(
    text: String, fault: SheetCode.Fault
  ) {
    #expect(Self.fault(of: text) == fault)
  }

  @Test func `a department is the same however its name is spaced, another is not`() {
    let part = SheetCode.part(of: "学工部", ReviewDigest.sha256)
    #expect(part.count == 5)
    #expect(SheetCode.part(of: " 学 工部　", ReviewDigest.sha256) == part)
    #expect(SheetCode.part(of: "宣传部", ReviewDigest.sha256) != part)
    let code = SheetCode(
      kind: .review, first: "a", head: 3, department: "学工部", digest: ReviewDigest.sha256)
    #expect(code.department == part)
    #expect(code.ledger == "NANANANA" && code.head == 3 && code.kind == .review)
  }
}

/// The keys that bind a row of a sheet to its item or its figure.
struct SheetKeyTests {
  private static let code = SheetCode(
    kind: .figures, ledger: "7F2K9QTM", head: 9, department: "9HV3R")

  private static func row(_ item: ItemID = "3.1", _ digest: EvidenceDigest = "a") -> String {
    SheetRowKey(code: code, item: item, digest: digest).description
  }

  private static func fault(ofRow text: String) -> SheetCode.Fault? {
    do throws(SheetCode.Fault) {
      _ = try SheetRowKey(reading: text)
      return nil
    } catch {
      return error
    }
  }

  private static func fault(ofFigure text: String) -> SheetCode.Fault? {
    do throws(SheetCode.Fault) {
      _ = try FigureKey(reading: text)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ["3.1", "10.12", "S4"] as [ItemID])
  func `the key of a row comes back as it went out`(item: ItemID) throws {
    let key = SheetRowKey(code: Self.code, item: item, digest: "b")
    #expect(try SheetRowKey(reading: key.description) == key)
    #expect(try SheetRowKey(reading: " \(key.description.lowercased())") == key)
  }

  @Test func `a row's key with another item, digest or sheet does not fit its check`() {
    let parts = Self.row().split(separator: "/").map(String.init)
    func joined(_ place: Int, _ other: String) -> String {
      var changed = parts
      changed[place] = other
      return changed.joined(separator: "/")
    }
    #expect(Self.fault(ofRow: joined(1, "3.2")) == .check)
    #expect(Self.fault(ofRow: joined(2, String(repeating: "b", count: 64))) == .check)
    let other = SheetCode(kind: .figures, ledger: "7F2K9QTM", head: 10, department: "9HV3R")
    #expect(Self.fault(ofRow: joined(0, other.description)) == .check)
    #expect(Self.fault(ofRow: joined(1, "条目")) == .unreadable)
    #expect(Self.fault(ofRow: joined(2, "bb")) == .unreadable)
    #expect(Self.fault(ofRow: parts.dropLast().joined(separator: "/")) == .unreadable)
    #expect(Self.fault(ofRow: Self.row() + "/1") == .unreadable)
  }

  @Test(arguments: ["工作人员", "工作人员@机电系", "党员/团员@外语系"])
  func `the key of a figure comes back as it went out`(name: String) throws {
    let key = FigureKey(code: Self.code, name: FactName(name))
    #expect(try FigureKey(reading: key.description) == key)
    #expect(key.name.recorded == name)
  }

  @Test func `a figure's key for another figure does not fit its check`() {
    let key = FigureKey(code: Self.code, name: FactName("工作人员")).description
    #expect(Self.fault(ofFigure: key.replacing("工作人员", with: "主席团成员")) == .check)
    #expect(Self.fault(ofFigure: key.replacing("/工作人员", with: "")) == .unreadable)
    #expect(Self.fault(ofFigure: "") == .unreadable)
  }
}
