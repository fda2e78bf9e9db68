/// The light of an item on a day (亮灯): derived, never stored.
public enum Light: String, Sendable, Hashable, CaseIterable {
  /// 绿: on time.
  case green
  /// 黄: to be settled within ``dueSoonDays`` days, or a standing item without a sign of life this month.
  case yellow
  /// 红: past the target day, or a standing item that let a whole month pass without a sign of life.
  case red
  /// 蓝: closed, and the closure stands.
  case blue
  /// 灰: no date, withdrawn, or gone from the plan.
  case grey

  /// How many days before the due day a light turns yellow.
  public static let dueSoonDays = 15
}
