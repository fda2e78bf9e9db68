package import TaskLedger

/// Colours for a terminal; a colour only ever repeats what words say.
package enum Colour {
  /// Wraps text in the colour of a light.
  package static func paint(_ text: String, as light: Light) -> String {
    let code =
      switch light {
      case .green: "32"
      case .yellow: "33"
      case .red: "31"
      case .blue: "34"
      case .grey: "90"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
