import Foundation
package import TaskLedger

/// Everything the program takes from outside: clock, folder, input and output.
///
/// Tests hand in their own; nothing else in the program reads a clock or prints.
package struct Environment {
  /// The moment of the clock.
  package var now: @Sendable () -> Instant
  /// The folder the program was started in.
  package var currentFolder: String
  /// Looks up an environment variable; nil when it is not set.
  package var variable: (_ name: String) -> String?
  /// Reads standard input to its end.
  package var readInput: () -> [UInt8]
  /// Prints data to standard output.
  package var writeOutput: (String) -> Void
  /// Prints data that is no text to standard output.
  package var writeData: ([UInt8]) -> Void
  /// Prints messages to standard error.
  package var writeError: (String) -> Void
  /// Whether standard output is a terminal.
  package var isOutputTerminal: Bool
  /// Whether standard error is a terminal, for progress.
  package var isErrorTerminal: Bool
  /// The columns of the terminal; nil when the output is no terminal.
  package var terminalColumns: Int?
  /// Why standard output could not be written whole, as the system's error number; nil while it
  /// could, and when its reader had seen enough.
  package var outputFault: () -> Int32? = { nil }
  /// How remedies are worded: with the ledger that the arguments name.
  package var wording = RemedyWords()
  /// Serves the page until the program is told to stop; nil where there is none.
  package var serve: PageServer?
  /// Creates an environment.
  package init(
    now: @escaping @Sendable () -> Instant, currentFolder: String,
    variable: @escaping (_ name: String) -> String?,
    readInput: @escaping () -> [UInt8], writeOutput: @escaping (String) -> Void,
    writeData: @escaping ([UInt8]) -> Void, writeError: @escaping (String) -> Void,
    isOutputTerminal: Bool, isErrorTerminal: Bool = false, terminalColumns: Int? = nil
  ) {
    self.now = now
    self.currentFolder = currentFolder
    self.variable = variable
    self.readInput = readInput
    self.writeOutput = writeOutput
    self.writeData = writeData
    self.writeError = writeError
    self.isOutputTerminal = isOutputTerminal
    self.isErrorTerminal = isErrorTerminal
    self.terminalColumns = terminalColumns
  }

  /// The environment of the process.
  package static var process: Environment {
    let output = Stream(STDOUT_FILENO)
    var environment = Environment(
      now: {
        // Foundation's time zone brings calendars in, which cost as much as reading a short log.
        var moment = time(nil)
        var local = tm()
        localtime_r(&moment, &local)
        return Instant(seconds: Int(moment), offsetMinutes: local.tm_gmtoff / 60)
      },
      currentFolder: FileManager.default.currentDirectoryPath,
      variable: { name in getenv(name).map { String(cString: $0) } },
      readInput: { Array(FileHandle.standardInput.readDataToEndOfFile()) },
      writeOutput: { output.write($0) },
      writeData: { $0.withUnsafeBytes(output.write) },
      writeError: { Stream(STDERR_FILENO).write($0) },
      isOutputTerminal: isatty(STDOUT_FILENO) == 1,
      isErrorTerminal: isatty(STDERR_FILENO) == 1,
      terminalColumns: terminalColumns())
    environment.outputFault = { output.fault == EPIPE ? nil : output.fault }
    return environment
  }

  /// Prints messages, with what to do about each.
  func say(_ diagnostics: [Diagnostic]) {
    writeError(DiagnosticPrinter.text(diagnostics, wording: wording))
  }

  /// Whether output is coloured: on a terminal, unless `NO_COLOR` is set.
  package var isColoured: Bool {
    isOutputTerminal && (variable("NO_COLOR") ?? "").isEmpty && variable("TERM") != "dumb"
  }

  /// A stream of the process; after a fault nothing more is written to it.
  private final class Stream {
    private let descriptor: Int32
    private(set) var fault: Int32?

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    func write(_ text: String) {
      var text = text
      text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
    }

    func write(_ data: UnsafeRawBufferPointer) {
      var bytes = data[...]
      while !bytes.isEmpty, fault == nil {
        let rest = UnsafeRawBufferPointer(rebasing: bytes)
        let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
        let number = errno
        if count < 0 {
          if number != EINTR { fault = number }
        } else {
          bytes = bytes.dropFirst(count)
        }
      }
    }
  }

  private static func terminalColumns() -> Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
