/// Finds what an official paper should not hold (校对): marks, dates and words that come from scanning,
/// typing or file names. Nothing is changed; every finding has its place.
///
/// The rules follow GB/T 15834 (marks), GB/T 15835 (figures) and GB/T 9704 (dates and numbers of
/// documents); they look at one text at a time.
public enum Proofreading {
  /// What is wrong.
  public enum Fault: Sendable, Hashable {
    /// A Latin word inside Chinese prose, as a scan leaves it: `思想 and 党的`.
    case latinWord(String)
    /// A half-width mark between Chinese characters.
    case halfWidthMark(Character)
    /// Two stops one after the other.
    case markDoubled(String)
    /// A bracket or quotation mark without its other half.
    case markUnpaired(Character)
    /// A quotation mark that is not “” or ‘’.
    case quotationMark(Character)
    /// A date in figures and points, such as 2020.9.30.
    case dateInFigures(String)
    /// A month or day with a nought before it, such as 09月.
    case datePadded(String)
    /// A date that lacks its last word, such as 9月30前.
    case dateUnfinished(String)
    /// A year of two figures before its month, such as 20年9月.
    case yearShortened(String)
    /// The year of a document's number in other brackets than 〔〕.
    case documentYear(String)
    /// The extension of a file name.
    case fileExtension(String)
    /// A space between two Chinese characters.
    case spaceBetween
    /// A traditional character.
    case traditional(Character)
    /// Letters or figures of full width.
    case fullWidth(String)
    /// A radical, a compatibility form or a character that faces do not have.
    case oddCharacter(Character)
  }

  /// One fault with its place.
  ///
  /// Invariant: `offset` lies in the text.
  public struct Finding: Sendable, Hashable {
    /// What is wrong.
    public var fault: Fault
    /// The number of characters before it, from 0.
    public var offset: Int
    /// The words around it, as written.
    public var excerpt: String

    /// Creates a finding.
    public init(fault: Fault, offset: Int, excerpt: String) {
      self.fault = fault
      self.offset = offset
      self.excerpt = excerpt
    }
  }

  /// A fault with every place where it stands.
  ///
  /// Invariant: `findings` is not empty, and each is of the fault.
  public struct Group: Sendable, Hashable {
    /// What is wrong.
    public var fault: Fault
    /// Where, in the order written.
    public var findings: [Finding]
  }

  /// Findings by fault, in the order in which each is first met: a comma of half width through a
  /// whole text is one fault.
  public static func groups(of findings: [Finding]) -> [Group] {
    var groups: [Group] = []
    var places: [Fault: Int] = [:]
    for finding in findings {
      if let place = places[finding.fault] {
        groups[place].findings.append(finding)
      } else {
        places[finding.fault] = groups.count
        groups.append(Group(fault: finding.fault, findings: [finding]))
      }
    }
    return groups
  }

  /// The faults of a text, in the order written.
  ///
  /// - Parameter text: A passage of prose; several paragraphs are looked at as one.
  /// - Returns: The findings with some six characters of context on both sides, more where a figure or
  ///   a word would be cut.
  public static func findings(in text: some StringProtocol) -> [Finding] {
    var reader = ProofReader(Array(text))
    return reader.read()
  }
}
