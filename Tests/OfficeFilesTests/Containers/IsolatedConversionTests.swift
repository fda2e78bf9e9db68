import Foundation
import OfficeFiles
import Testing

/// Programs that convert foreign documents reach nothing.
struct IsolatedConversionTests {
  private static let programs = ExternalPrograms.ofProcess
  private static let isPossible = programs.withoutNetwork("true", []) != nil

  @Test(.enabled(if: isPossible, "needs unshare and a system that lets it take the network away"))
  func `a program without a network sees no other device than its own`() throws {
    let shell = try #require(Self.programs.find(["sh"]))
    let devices = ["-c", "test \"$(grep -c : /proc/net/dev)\" -le 1"]
    let isolated = try #require(Self.programs.withoutNetwork(shell, devices))
    #expect(ExternalPrograms.run(isolated.program, isolated.arguments) == .done)
  }

  @Test func `where the network cannot be taken away, that is known`() {
    let none = ExternalPrograms(path: "/nowhere")
    #expect(none.withoutNetwork("/bin/true", []) == nil)
  }

  @Test func `the profile follows no link and runs no macro`() throws {
    let written = ToolFolder.with { folder -> String? in
      guard OfficeProfile.write(in: folder) else { return nil }
      return try? String(
        contentsOfFile: folder + "/profile/user/registrymodifications.xcu", encoding: .utf8)
    }
    let profile = try #require(written ?? nil)
    for setting in [
      "BlockUntrustedRefererLinks\" oor:op=\"fuse\"><value>true",
      "DisableMacrosExecution\" oor:op=\"fuse\"><value>true",
      "DisableActiveContent\" oor:op=\"fuse\"><value>true",
      "UpdateDocMode\" oor:op=\"fuse\"><value>0",
    ] {
      #expect(profile.contains(setting), "\(setting)")
    }
    let arguments = OfficeConverter.officeArguments(converting: "/a.doc", to: "docx", in: "/f")
    #expect(arguments.first == "-env:UserInstallation=file:///f/profile")
  }
}
