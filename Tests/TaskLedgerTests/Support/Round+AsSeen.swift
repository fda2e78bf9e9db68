import TaskLedger

extension Round {
  /// The round without what its closures rest on, which is kept from the first change on, whether
  /// or not that is taken back.
  var asSeen: Round {
    var seen = self
    for closure in seen.closures.indices { seen.closures[closure].basis = nil }
    return seen
  }
}
