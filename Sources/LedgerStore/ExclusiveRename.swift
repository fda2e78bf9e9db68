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
    var number = EEXIST
    for way in ways {
      switch way {
      case .link:
        number = failure { Foundation.link(draft, target) }
        if number == 0 {
          unlink(draft)
          return true
        }
      case .renameExclusively:
        number = failure { renameExclusively(draft, target) }
        if number == 0 { return true }
      case .claim:
        return try renameUnderClaim(draft, target)
      }
      if number == EEXIST { return false }
    }
    throw error(at: target, number: number)
  }

  private static func renameExclusively(_ draft: String, _ target: String) -> Int32 {
    #if canImport(Darwin)
      return renamex_np(draft, target, UInt32(RENAME_EXCL))
    #else
      // The C library's header shows the call to GNU programs only, so it is looked up by name.
      typealias Call =
        @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
      guard let symbol = dlsym(nil, "renameat2") else {
        errno = ENOSYS
        return -1
      }
      let withoutReplacing: UInt32 = 1
      return unsafeBitCast(symbol, to: Call.self)(
        AT_FDCWD, draft, AT_FDCWD, target, withoutReplacing)
    #endif
  }

  private static func renameUnderClaim(_ draft: String, _ target: String) throws(StoreError)
    -> Bool
  {
    let claim = target + ".claim"
    let descriptor = open(claim, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    let number = errno
    guard descriptor >= 0 else {
      if number == EEXIST { throw .claimed(file: claim) }
      throw error(at: claim, number: number)
    }
    defer {
      close(descriptor)
      unlink(claim)
    }
    var status = stat()
    if lstat(target, &status) == 0 { return false }
    try check(at: target) { rename(draft, target) }
    return true
  }
}
