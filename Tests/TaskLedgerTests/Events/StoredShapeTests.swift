import Foundation
import TaskLedger
import Testing

/// Which keys of a stored entry must be there, and what stands for those that are not.
///
/// Source: the log is read for ever: a key that came later is left out where there is nothing to say, and
/// an entry that was written before it keeps its bytes.
struct StoredShapeTests {
  private typealias Object = [String: Any]

  /// The keys that every entry of a type has, beside those that may be left out.
  private static func required(_ name: LedgerEvent.Name) -> Set<String> {
    let keys =
      switch name {
      case .ledgerOpened: "school reviewers"
      case .reviewersChanged: "reviewers reason"
      case .listAdopted: "list"
      case .listCorrected: "list reason"
      case .planImported: "header"
      case .itemImported: "item"
      case .itemDropped, .closureReturned, .extensionRefused: "item reason"
      case .itemRevised: "item changes reason"
      case .itemConfirmed: "item codes reason"
      case .itemStarted, .itemSustained: "item"
      case .progressNoted: "item text"
      case .evidenceAttached: "item evidence"
      case .evidenceVoided: "item number reason"
      case .closureSubmitted: "item summary unprovedMeasures"
      case .itemClosed: "item opinion reviewed"
      case .itemReopened: "item finding basis"
      case .itemWithdrawn: "item basis"
      case .extensionRequested: "item until reason progress"
      case .extensionGranted: "item until basis"
      case .gapRaised: "number text owner"
      case .gapResolved: "number resolution"
      case .meetingOpened: "month"
      case .monthSealed: "month through asOf paper"
      case .factRecorded: "name value"
      case .indicatorExempted: "indicator"
      case .memberAdded: "name department role"
      case .memberRetired: "name"
      case .textRecorded: "part paragraphs"
      case .meetingDecided: "month number text owner"
      case .decisionSettled: "month number result"
      case .meetingAttended: "month names"
      case .reminderSent: "number department kind items due"
      case .reminderAnswered: "number text"
      case .entryUndone: "item sequence reason"
      }
    return Set(keys.split(separator: " ").map(String.init))
  }

  private static func object(_ payload: String) throws -> Object {
    try #require(JSONSerialization.jsonObject(with: Data(payload.utf8)) as? Object)
  }

  private static func payload(_ object: Object) throws -> String {
    let data = try JSONSerialization.data(
      withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self)
  }

  /// The paths of all keys of an object, objects within arrays included.
  private static func paths(_ value: Any, _ path: [String] = []) -> [[String]] {
    if let object = value as? Object {
      return object.keys.sorted().flatMap { key in
        [path + [key]] + (object[key].map { paths($0, path + [key]) } ?? [])
      }
    }
    guard let array = value as? [Any] else { return [] }
    return array.indices.flatMap { paths(array[$0], path + [String($0)]) }
  }

  /// An object with the value of one path replaced, or taken out.
  private static func replacing(_ path: ArraySlice<String>, in value: Any, by new: Any?) -> Any {
    guard let key = path.first else { return value }
    let rest = path.dropFirst()
    if var object = value as? Object {
      object[key] = rest.isEmpty ? new : object[key].map { replacing(rest, in: $0, by: new) }
      return object
    }
    guard var array = value as? [Any], let index = Int(key) else { return value }
    array[index] = replacing(rest, in: array[index], by: new)
    return array
  }

  private static func changed(
    _ object: Object, _ path: [String], to new: Any?
  ) throws -> String {
    try payload(try #require(replacing(path[...], in: object, by: new) as? Object))
  }

  @Test(arguments: LedgerEvent.Name.allCases)
  func `a type asks for its keys and for no other`(name: LedgerEvent.Name) throws {
    let object = try Self.object(EventSamples.sample(name).encodedPayload())
    var asked: Set<String> = []
    for key in object.keys {
      let without = try Self.changed(object, [key], to: nil)
      if (try? LedgerEvent(name: name, payload: without)) == nil { asked.insert(key) }
    }
    // The number of the task belongs to the part of a text.
    if name == .textRecorded { asked.remove("task") }
    #expect(asked == Self.required(name))
  }

  @Test(arguments: LedgerEvent.Name.allCases)
  func `what is left out stays left out, wherever it stands`(name: LedgerEvent.Name) throws {
    let object = try Self.object(EventSamples.sample(name).encodedPayload())
    for path in Self.paths(object) {
      let without = try Self.changed(object, path, to: nil)
      guard let event = try? LedgerEvent(name: name, payload: without) else { continue }
      let again = try Self.payload(Self.object(event.encodedPayload()))
      #expect(again == without, "without \(path.joined(separator: "."))")
      // A value of null says nothing either.
      let null = try Self.changed(object, path, to: NSNull())
      #expect((try? LedgerEvent(name: name, payload: null)) == event, "\(path)")
    }
  }

  @Test(arguments: LedgerEvent.Name.allCases)
  func `a value of another type is an error, wherever it stands`(name: LedgerEvent.Name) throws {
    let object = try Self.object(EventSamples.sample(name).encodedPayload())
    for path in Self.paths(object) {
      for value in [true, [[1]], ["x": 1]] as [Any] {
        let payload = try Self.changed(object, path, to: value)
        #expect(throws: DecodingError.self, "\(path.joined(separator: ".")) as \(value)") {
          try LedgerEvent(name: name, payload: payload)
        }
      }
    }
  }

  /// Entries as the first programs wrote them, and what is read of them.
  struct Old: Sendable, CustomTestStringConvertible {
    var name: LedgerEvent.Name
    var payload: String
    var event: LedgerEvent
    var testDescription: String { name.rawValue }
  }

  static let old: [Old] = [
    Old(
      name: .itemReopened, payload: #"{"basis":"督查反馈","finding":"名单不实","item":"1.1"}"#,
      event: .item("1.1", .reopened(ItemReopened(finding: "名单不实", basis: "督查反馈", due: .kept)))),
    Old(
      name: .itemReopened,
      payload: #"{"basis":"督查反馈","due":"unset","finding":"名单不实","item":"1.1"}"#,
      event: .item("1.1", .reopened(ItemReopened(finding: "名单不实", basis: "督查反馈", due: .unset)))),
    Old(
      name: .gapRaised, payload: #"{"number":1,"owner":"学工部","text":"未公示"}"#,
      event: .ledger(.gapRaised(GapRaised(number: 1, text: "未公示", owner: "学工部")))),
    Old(
      name: .factRecorded, payload: #"{"name":"工作人员","value":""}"#,
      event: .ledger(.factRecorded(FactRecorded(name: "工作人员", value: "")))),
    Old(
      name: .textRecorded, payload: #"{"paragraphs":["甲"],"part":"task","task":3}"#,
      event: .ledger(.textRecorded(TextRecorded(part: .task(3), paragraphs: ["甲"])))),
    Old(
      name: .indicatorExempted, payload: #"{"indicator":"6"}"#,
      event: .ledger(.indicatorExempted(IndicatorExempted(indicator: "6", reason: nil)))),
  ]

  @Test(arguments: old)
  func `an entry of an older program is read as it was meant and written as it was`(row: Old) throws
  {
    let event = try LedgerEvent(name: row.name, payload: row.payload)
    #expect(event == row.event)
    #expect(try event.encodedPayload() == row.payload)
  }

  @Test(arguments: [
    (LedgerEvent.Name.itemReopened, #"{"basis":"甲","due":"soon","finding":"乙","item":"1.1"}"#),
    (.itemReopened, #"{"basis":"甲","due":"2020-02-30","finding":"乙","item":"1.1"}"#),
    (.textRecorded, #"{"paragraphs":["甲"],"part":"task"}"#),
    (.textRecorded, #"{"paragraphs":["甲"],"part":"results","task":3}"#),
    (.textRecorded, #"{"paragraphs":["甲"],"part":"foreword"}"#),
    (.memberAdded, #"{"department":"学工部","name":"张伟","role":"king"}"#),
    (
      .reminderSent,
      #"{"department":"学工部","due":"2020-08-10","items":["1.1"],"kind":"letter","number":1}"#
    ),
    (.itemStarted, #"{"item":"1.1","note":"甲"}"#), (.itemStarted, #"{"item":"1.1","item":"1.2"}"#),
    (.meetingOpened, #"{"month":"2020-7"}"#), (.itemImported, #"{"item":"1.1"}"#),
  ])
  func `a word or a pair of keys that nobody knows is an error`(
    name: LedgerEvent.Name, payload: String
  ) {
    #expect(throws: DecodingError.self) { try LedgerEvent(name: name, payload: payload) }
  }
}
