import GRDB
import TaskLedger

extension AccountStore {
  /// Keeps what a member typed into a form and did not send yet; empty texts are forgotten. What is
  /// kept already is not written again.
  package func keepDraft(
    _ fields: [String: String], of form: String, account: Int, at now: Int
  ) throws(StoreError) {
    guard try draft(of: form, account: account) != fields.filter({ !$0.value.isEmpty }) else {
      return
    }
    try write { db in
      try db.execute(
        sql: "DELETE FROM draft WHERE account = ? AND form = ?", arguments: [account, form])
      for (field, text) in fields.sorted(by: { $0.key < $1.key }) where !text.isEmpty {
        try db.execute(
          sql: "INSERT INTO draft (account, form, field, text, savedAt) VALUES (?, ?, ?, ?, ?)",
          arguments: [account, form, field, text, now])
      }
    }
  }

  /// What a member typed into a form and did not send yet.
  package func draft(of form: String, account: Int) throws(StoreError) -> [String: String] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT field, text FROM draft WHERE account = ? AND form = ?",
        arguments: [account, form])
      return Dictionary(
        rows.map { ($0["field"], $0["text"]) }, uniquingKeysWith: { _, last in last })
    }
  }
}
