/// The templates a paper may be made from: a school's own win over the built-in ones.
///
/// Read by the caller; nothing here opens a file.
package struct TemplateSource: Sendable, Hashable {
  /// The built-in templates by name.
  package var builtIn: [String: String]
  /// The school's own templates by name.
  package var own: [String: String]

  /// Creates a source.
  package init(builtIn: [String: String], own: [String: String] = [:]) {
    self.builtIn = builtIn
    self.own = own
  }

  /// All templates, the school's own in place of built-in ones of the same name.
  var texts: [String: String] { builtIn.merging(own) { _, own in own } }
}
