package import OfficeFiles

/// Why a plan or a list cannot be read; the program ends with exit code 65 and writes nothing.
package enum PlanReadError: Error, Sendable, Hashable {
  /// The document itself cannot be read.
  case document(DocumentReadError)
  /// The file was read but holds no plan: no table or numbered measures with known headings;
  /// `tables` are those that are there, by their headings.
  case noPlan(file: String, tables: [String] = [])
  /// A person named columns that no table of the plan has.
  case columnUnknown(file: String, columns: [String], headings: [String])
  /// No column of a list is called the content: one of titles would be taken, and another that is not
  /// read looks more like it.
  case contentDoubtful(file: String, read: String, unread: String)
  /// A person named a table that the file does not have; `known` are those that may hold a plan.
  case tableUnknown(file: String, table: String, known: [String])
  /// Nothing in the file answers the list, and it has neither deadlines nor departments: `count`
  /// numbered texts were found.
  case nothingLinked(file: String, count: Int)
  /// The file was to be the province's list and is a school's plan: so many of its rows name
  /// departments, and it says neither what is to be handed in nor when schools are inspected.
  case planInsteadOfList(file: String, school: String?, assigned: Int, rows: Int)
}
