import Foundation
import OfficeFiles
import TestSupport
import Testing

struct ExternalProgramsTests {
  /// Writes a script that can be run.
  private func script(_ body: String, at path: String) throws {
    try Data("#!/bin/sh\n\(body)\n".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  @Test func `the first name in the first folder that can be run is found`() throws {
    try ScratchFolder.with { folder in
      let manager = FileManager.default
      for name in ["a", "b", "b/office"] {
        try manager.createDirectory(
          atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
      }
      try Data("no program".utf8).write(to: URL(fileURLWithPath: folder + "/a/tool"))
      try script("exit 0", at: folder + "/b/tool")
      let programs = ExternalPrograms(path: "\(folder)/a:\(folder)/b")
      #expect(programs.find(["tool"]) == folder + "/b/tool")
      #expect(programs.find(["office", "tool"]) == folder + "/b/tool")
      #expect(programs.find(["/nowhere/tool", folder + "/b/tool"]) == folder + "/b/tool")
      #expect(programs.find(["other"]) == nil)
      #expect(ExternalPrograms(path: "").find(["sh"]) == nil)
    }
  }

  @Test func `arguments arrive as they are`() throws {
    try ScratchFolder.with { folder in
      try script("printf '%s|' \"$@\" > \(folder)/seen", at: folder + "/tool")
      let outcome = ExternalPrograms.run(folder + "/tool", ["-x", "$(id) `id`", "空 格", "a;b"])
      #expect(outcome == .done)
      #expect(
        try String(contentsOfFile: folder + "/seen", encoding: .utf8) == "-x|$(id) `id`|空 格|a;b|")
    }
  }

  @Test func `a failure keeps the last words`() throws {
    try ScratchFolder.with { folder in
      try script("echo one; echo two >&2; exit 3", at: folder + "/tool")
      #expect(
        ExternalPrograms.run(folder + "/tool", [], log: folder + "/log") == .failed("one / two"))
      #expect(ExternalPrograms.run(folder + "/tool", []) == .failed("3"))
    }
  }

  @Test func `a program that takes too long is stopped with what it started`() throws {
    try ScratchFolder.with { folder in
      // The second process outlives a script that is stopped alone.
      try script(
        "(trap '' TERM; while :; do date +%N > \(folder)/alive; sleep 0.1; done) &\nwait",
        at: folder + "/tool")
      let outcome = ExternalPrograms.run(folder + "/tool", [], seconds: 1)
      #expect(outcome == .timedOut(seconds: 1))
      Thread.sleep(forTimeInterval: 0.3)
      let first = FileManager.default.contents(atPath: folder + "/alive")
      Thread.sleep(forTimeInterval: 0.5)
      #expect(FileManager.default.contents(atPath: folder + "/alive") == first)
      #expect(first != nil)
    }
  }
}
