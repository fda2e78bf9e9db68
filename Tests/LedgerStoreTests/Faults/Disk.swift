import Foundation

/// A small disk of its own, which only root can make; removed at the end.
final class Disk {
  /// Where it is mounted.
  let folder: URL
  private let root: URL

  /// Whether such disks can be made here; root in a container often may not.
  static let isPossible: Bool =
    geteuid() == 0 && Child.hasTool("mount") && Child.hasTool("umount")
    && (try? Disk(bytes: 1 << 16)) != nil
  /// What a skipped test prints.
  static let absence = "making a disk needs root that may mount"
  /// Whether a disk can be made that knows neither hard links nor permissions.
  static let canLackLinks: Bool =
    isPossible && Child.hasTool("mkfs.vfat")
    && ((try? String(contentsOfFile: "/proc/filesystems", encoding: .utf8))?.contains("vfat")
      ?? false)

  /// Makes a disk in memory of this size.
  convenience init(bytes: Int) throws {
    try self.init { ["-t", "tmpfs", "-o", "size=\(bytes)", "tmpfs", $0.path] }
  }

  /// Makes a disk as a share has it that knows neither hard links nor permissions.
  static func withoutLinks() throws -> Disk {
    let image = FileManager.default.temporaryDirectory
      .appendingPathComponent("xiaohao-image-\(UUID().uuidString)")
    try Data().write(to: image)
    guard truncate(image.path, 16 << 20) == 0, let make = Child.tool("mkfs.vfat"),
      try Child.run(make, [image.path]).status == 0
    else { throw Impossible(messages: "mkfs.vfat") }
    defer { try? FileManager.default.removeItem(at: image) }
    return try Disk { ["-o", "loop,umask=000,utf8", image.path, $0.path] }
  }

  /// Why a disk could not be made.
  struct Impossible: Error {
    /// What the system said.
    var messages: String
  }

  private init(_ arguments: (URL) -> [String]) throws {
    root = FileManager.default.temporaryDirectory
      .appendingPathComponent("xiaohao-disk-\(UUID().uuidString)")
    folder = root.appendingPathComponent("盘")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Self.call("mount", arguments(folder))
  }

  deinit {
    try? Self.call("umount", [folder.path])
    try? FileManager.default.removeItem(at: root)
  }

  /// Lets nobody write any more, root neither, or lets them again.
  func setReadOnly(_ isReadOnly: Bool) throws {
    try Self.call("mount", ["-o", "remount,\(isReadOnly ? "ro" : "rw")", folder.path])
  }

  private static func call(_ name: String, _ arguments: [String]) throws {
    guard let tool = Child.tool(name) else { throw Impossible(messages: name) }
    let ending = try Child.run(tool, arguments)
    guard ending.status == 0 else { throw Impossible(messages: ending.messages) }
  }
}
