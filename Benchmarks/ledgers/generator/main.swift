// Writes made-up ledgers, the same entries every time for the same arguments.
//
//   ledger-bench ledger FOLDER ITEMS [SEED [FILES BYTES]]   one ledger, its evidence drawn from
//                                               so many files of so many bytes
//   ledger-bench schools FOLDER COUNT [SEED]    so many ledgers of 27 items, FOLDER/0001 …
//   ledger-bench fold LEDGER                    folds a ledger and prints what it holds
import BundledAssets
import Foundation
import LedgerStore
import OfficeFiles
import PlanImport
import TaskLedger

func fail(_ words: String) -> Never {
  FileHandle.standardError.write(Data((words + "\n").utf8))
  exit(64)
}

func provincialList() throws -> TaskList {
  let vocabulary = try HeadingVocabulary.read(
    try PlanReader.read(bytes: BundledAssets.headings, name: "headings.md"))
  return try TaskListInterpreter.interpret(
    try PlanReader.read(bytes: BundledAssets.guangdong2020, name: "guangdong-2020.md"),
    vocabulary: vocabulary
  ).list
}

/// Writes the files that evidence may be, each once under its digest.
func makeFiles(_ count: Int, bytes: Int, in folder: LedgerFolder, seed: UInt64) throws
  -> [MadeUpLedger.File]
{
  var dice = Dice(seed: seed)
  return try (1...count).map { number in
    var content = Array("%PDF-1.4\n% made up \(seed) \(number)\n".utf8)
    while content.count < bytes {
      withUnsafeBytes(of: dice.next().littleEndian) { content += $0 }
    }
    let digest = EventChain.digest(of: content)
    let path = EvidenceVault(folder: folder).path(of: digest)
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(content).write(to: URL(fileURLWithPath: path))
    return MadeUpLedger.File(
      digest: digest, byteCount: content.count, name: "材料\(number).pdf")
  }
}

func make(
  _ path: String, school: String, items: Int, seed: UInt64, list: TaskList,
  files: (count: Int, bytes: Int)? = nil
) throws {
  let folder = LedgerFolder(path: path)
  if folder.hasLedger { return }
  let files = try makeFiles(
    files?.count ?? (items > 1000 ? 64 : 8), bytes: files?.bytes ?? 4096, in: folder,
    seed: seed &+ 77)
  var ledger = MadeUpLedger(
    school: school, list: list, itemCount: items, files: files, dice: Dice(seed: seed))
  _ = try LedgerStore.create(in: folder, of: ledger.entries())
}

let arguments = CommandLine.arguments
guard arguments.count >= 3 else { fail("usage: ledger-bench ledger|schools|fold …") }
let path = arguments[2]
do {
  switch arguments[1] {
  case "ledger":
    guard arguments.count >= 4, let items = Int(arguments[3]) else { fail("ITEMS") }
    let seed = arguments.count > 4 ? UInt64(arguments[4]) ?? 1 : 1
    var files: (count: Int, bytes: Int)?
    if arguments.count > 6, let count = Int(arguments[5]), let bytes = Int(arguments[6]) {
      files = (count: count, bytes: bytes)
    }
    try make(
      path, school: "样例学院", items: items, seed: seed, list: try provincialList(),
      files: files)
  case "schools":
    guard arguments.count >= 4, let count = Int(arguments[3]) else { fail("COUNT") }
    let seed = arguments.count > 4 ? UInt64(arguments[4]) ?? 1 : 1
    let list = try provincialList()
    for number in 1...count {
      let digits = String(number)
      let name = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      try make(
        path + "/" + name, school: "样例学院\(name)", items: 27,
        seed: seed &* 1_000_003 &+ UInt64(number), list: list)
    }
  case "fold":
    let store = try LedgerStore(opening: LedgerFolder(path: path), for: .reading)
    // The whole log, whether a fold of it is kept or not.
    var ledger = Ledger()
    let head = try store.forEachEntry { ledger.apply($0) }
    let closed = ledger.itemsInOrder.count(where: \.isSoundlyClosed)
    print(
      "\(head.code) items \(ledger.items.count) closed \(closed) unplaced \(ledger.unplaced.count)"
        + " event \(MemoryLayout<LedgerEvent>.size) item \(MemoryLayout<ItemState>.size)")

  default: fail("usage: ledger-bench ledger|schools|fold …")
  }
} catch {
  fail("\(error)")
}
