package import OfficeFiles

/// Why a plan or a list cannot be read; the program ends with exit code 65 and writes nothing.
package enum PlanReadError: Error, Sendable, Hashable {
  /// The document itself cannot be read.
  case document(DocumentReadError)
  /// The file was read but holds no plan: no table or numbered measures with known headings.
  case noPlan(file: String)
  /// The file was to be the province's list and is a school's plan: so many of its rows name
  /// departments, and it says neither what is to be handed in nor when schools are inspected.
  case planInsteadOfList(file: String, school: String?, assigned: Int, rows: Int)
}
