package import TaskLedger
package enum Paper: Sendable, Hashable { case monthly(CivilMonth), selfEvaluation }
package struct ReportInput { package init(ledger: Ledger, asOf: CivilDate, entries: [EventEnvelope] = [], headCode: String = "", damagedEvidence: Set<EvidenceNumber> = []) {} }
package struct TemplateSource { package init(builtIn: [String: String], own: [String: String] = [:]) {} }
package enum ReportError: Error { case a; package var diagnostics: [Diagnostic] { [] } }
package func render(_ paper: Paper, _ input: ReportInput, templates: TemplateSource) throws(ReportError) -> String { "" }
