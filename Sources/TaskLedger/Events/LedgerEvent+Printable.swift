extension LedgerEvent {
  /// The event as it may enter a log: without scalars that are no text, such as U+FFFE or a mark that
  /// turns the direction of writing, which would stay in every workbook and export for ever.
  package var printable: LedgerEvent {
    do {
      let payload = try encodedPayload()
      guard PrintableText.holdsHidden(payload) else { return self }
      return try LedgerEvent(name: name, payload: PrintableText.cleanedJSON(payload))
    } catch {
      // What cannot be coded is refused where it is stored.
      return self
    }
  }
}
