// What libFuzzer calls with each input, guided by what the input reaches; `scripts/fuzz.sh` builds it
// and gives it seeds. XIAOHAO_READER names the reader: a file's extension, condition, template or
// event.

import Foundation
import FuzzedReaders

private let reader = FuzzedReader(
  named: ProcessInfo.processInfo.environment["XIAOHAO_READER"] ?? "md")

/// Gives an input to one reader; whatever it says is fine, a trap or an endless run is not.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
  reader.read([UInt8](UnsafeRawBufferPointer(start: start, count: count)))
  return 0
}
