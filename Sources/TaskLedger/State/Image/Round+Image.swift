extension Round {
  func write(to image: inout ImageWriter) {
    image.write(number)
    image.write(startedOn) { $0.write($1) }
    image.write(reopening) { image, reopening in
      image.write(reopening.finding)
      image.write(reopening.basis)
      image.write(reopening.actor)
      image.write(reopening.on)
    }
    image.write(submissions) { image, submission in
      image.write(submission.summary)
      image.write(submission.unprovedMeasures) { $0.write($1) }
      image.write(submission.actor)
      image.write(submission.on)
    }
    image.write(returns) { image, turn in
      image.write(turn.reason)
      image.write(turn.actor)
      image.write(turn.on)
    }
    image.write(closures) { image, closure in
      image.write(closure.opinion)
      image.write(closure.actor)
      image.write(closure.on)
      image.write(closure.sequence)
      image.write(closure.reviewed)
      image.write(closure.basisRevision)
      image.write(closure.basis) { $1.write(to: &$0) }
    }
  }

  init(from image: inout ImageReader) throws(LedgerImageError) {
    self.init(
      number: try image.int(),
      startedOn: try image.optional { (image) throws(LedgerImageError) in try image.date() },
      reopening: try image.optional { (image) throws(LedgerImageError) in
        Reopening(
          finding: try image.text(), basis: try image.text(), actor: try image.text(),
          on: try image.date())
      })
    submissions = try image.list { (image) throws(LedgerImageError) in
      Submission(
        summary: try image.text(),
        unprovedMeasures: try image.list { (image) throws(LedgerImageError) in try image.int() },
        actor: try image.text(), on: try image.date())
    }
    returns = try image.list { (image) throws(LedgerImageError) in
      Return(reason: try image.text(), actor: try image.text(), on: try image.date())
    }
    closures = try image.list { (image) throws(LedgerImageError) in
      var closure = Closure(
        opinion: try image.text(), actor: try image.text(), on: try image.date(),
        sequence: try image.int(), reviewed: try image.digest(), basisRevision: try image.int())
      closure.basis = try image.optional { (image) throws(LedgerImageError) in
        try ReviewBasis(from: &image)
      }
      return closure
    }
  }
}

extension ReviewBasis {
  func write(to image: inout ImageWriter) {
    image.write(clause) { $1.write(to: &$0) }
    image.write(content)
    image.write(deadline)
    image.write(due) { $0.write($1) }
    image.write(statement)
    image.write(measures) { $1.write(to: &$0) }
    image.write(evidence) { image, piece in
      piece.number.write(to: &image)
      image.write(piece.digest)
      image.write(piece.measure) { $0.write($1) }
    }
  }

  init(from image: inout ImageReader) throws(LedgerImageError) {
    self.init(
      clause: try image.optional { (image) throws(LedgerImageError) in
        try ClauseID(from: &image)
      },
      content: try image.text(), deadline: try image.text(),
      due: try image.optional { (image) throws(LedgerImageError) in try image.date() },
      statement: try image.text(),
      measures: try image.list { (image) throws(LedgerImageError) in try Measure(from: &image) },
      evidence: try image.list { (image) throws(LedgerImageError) in
        Piece(
          number: try EvidenceNumber(from: &image), digest: try image.digest(),
          measure: try image.optional { (image) throws(LedgerImageError) in try image.int() })
      })
  }
}

extension EvidenceNumber {
  func write(to image: inout ImageWriter) {
    item.write(to: &image)
    image.write(index)
  }

  init(from image: inout ImageReader) throws(LedgerImageError) {
    guard let number = EvidenceNumber(item: try ItemID(from: &image), index: try image.int())
    else { throw image.fault }
    self = number
  }
}
