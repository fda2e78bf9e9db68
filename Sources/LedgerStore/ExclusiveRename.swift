import Foundation

/// A way to give a file its name without taking the place of another.
package enum ExclusiveRename: Sendable, Hashable, CaseIterable {
  /// A second name, then the first is removed; the system refuses a name that is taken.
  case link
  /// Renaming that the system refuses when the name is taken.
  case renameExclusively
  /// Plain renaming while a claim is held, for shares that know neither.
  case claim
}

extension FileSystem {
  /// Gives a whole file its name, or refuses because the name is taken.
  ///
  /// Shares differ in what they can do, so the ways are tried in order. Each of them lets exactly
  /// one of several programs win that try at the same instant.
  ///
  /// - Returns: False when the name is taken.
  /// - Throws: ``StoreError/claimed(file:)`` when another program is at it, or was stopped at it.
  package static func renameExclusively(
    _ draft: String, to target: String, by ways: [ExclusiveRename] = ExclusiveRename.allCases
  ) throws(StoreError) -> Bool {
    for way in ways {
      switch way {
      case .link:
        if Foundation.link(draft, target) == 0 {
          unlink(draft)
          return true
        }
        if errno == EEXIST { return false }
      case .renameExclusively:
        if renamedExclusively(draft, target) { return true }
        if errno == EEXIST { return false }
      case .claim:
        return try renamedUnderClaim(draft, target)
      }
    }
    throw error(at: target, number: errno)
  }

  private static func renamedExclusively(_ draft: String, _ target: String) -> Bool {
    #if canImport(Darwin)
      return renamex_np(draft, target, UInt32(RENAME_EXCL)) == 0
    #else
      // The C library's header shows the call to GNU programs only, so it is looked up by name.
      typealias Call =
        @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
      guard let symbol = dlsym(nil, "renameat2") else {
        errno = ENOSYS
        return false
      }
      let withoutReplacing: UInt32 = 1
      return unsafeBitCast(symbol, to: Call.self)(
        AT_FDCWD, draft, AT_FDCWD, target, withoutReplacing) == 0
    #endif
  }

  private static func renamedUnderClaim(_ draft: String, _ target: String) throws(StoreError)
    -> Bool
  {
    let claim = target + ".claim"
    let descriptor = open(claim, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      if errno == EEXIST { throw .claimed(file: claim) }
      throw error(at: claim, number: errno)
    }
    defer {
      close(descriptor)
      unlink(claim)
    }
    var status = stat()
    if lstat(target, &status) == 0 { return false }
    guard rename(draft, target) == 0 else { throw error(at: target, number: errno) }
    return true
  }
}
