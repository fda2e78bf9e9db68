import Foundation
import LedgerStore
import TaskLedger

private let arguments = CommandLine.arguments
guard arguments.count >= 5, let count = Int(arguments[3]),
  let clause = ClauseID(task: 1, number: 1), let day = CivilDate("2020-07-20")
else { fail("fault-writer LEDGER NAME COUNT note|attach|both [STEP OCCURRENCE]") }
private var observer: StepObserver = { _ in }
if arguments.count == 7, let step = StoreStep(rawValue: arguments[5]),
  let occurrence = Int(arguments[6])
{
  let trap = Trap(step, occurrence: occurrence)
  observer = { trap.reach($0) }
}
private let writer = Writer(
  folder: LedgerFolder(path: arguments[1]), name: arguments[2], kinds: arguments[4], day: day,
  item: .clause(clause), onStep: observer)
do {
  for number in 1...max(count, 1) { try writer.append(number) }
} catch {
  fail("\(error)")
}
