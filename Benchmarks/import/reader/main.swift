// Reads one document and prints what was read; the benchmark times the whole process.
import Foundation
import PlanImport
import TaskLedger

guard CommandLine.arguments.count == 2 else {
  print("usage: import-bench FILE")
  exit(64)
}
do {
  let document = try PlanReader.read(fileAt: CommandLine.arguments[1])
  var cells = 0
  var bytes = 0
  for case .table(let table) in document.blocks {
    for row in table.rows {
      cells += row.cells.count
      for cell in row.cells { for text in cell.paragraphs { bytes += text.utf8.count } }
    }
  }
  print("\(document.blocks.count) blocks, \(cells) cells, \(bytes) bytes")
} catch {
  print(error.diagnostic.message)
  exit(65)
}
