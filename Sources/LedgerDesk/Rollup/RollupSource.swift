import Foundation
import TaskLedger

/// A place from which one school's ledger can be read.
struct RollupSource: Sendable, Hashable {
  /// What it is.
  enum Kind: Sendable, Hashable {
    /// A ledger's folder.
    case ledger
    /// A file that `backup` or `bundle` wrote.
    case container
    /// A folder that `bundle` wrote.
    case bundleFolder
    /// Nothing that is there; it was named all the same.
    case missing
    /// A file that is none of these; it was named all the same.
    case other
    /// A link in a folder that was named; what it leads to was not.
    case link
    /// A folder that may not be looked into.
    case closed
    /// A folder that lies too deep to be looked into.
    case deep
    /// A collection whose list cannot be read.
    case damagedList
  }

  /// What it is.
  var kind: Kind
  /// Where it is.
  var path: String
  /// How the result names it: from the folder that was named downwards, never the way to it.
  var name: String
}
