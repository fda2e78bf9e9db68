import Foundation

/// Runs programs as a user without any rights, which only root can.
enum Nobody {
  /// Whether that can be done here, and the user may enter the temporary folder.
  static let isPossible: Bool = {
    guard geteuid() == 0, Child.hasTool("setpriv") else { return false }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("xiaohao-nobody-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    guard
      (try? FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755]))
        != nil
    else { return false }
    return (try? run("/bin/ls", [folder.path]))?.status == 0
  }()

  /// Runs a program to its end.
  static func run(_ program: String, _ arguments: [String]) throws -> Child.Ending {
    guard let setpriv = Child.tool("setpriv") else {
      throw Disk.Impossible(messages: "setpriv")
    }
    return try Child.run(
      setpriv, ["--reuid=65534", "--regid=65534", "--clear-groups", program] + arguments)
  }
}
