import Foundation

/// Radicals that stand for the characters they are (部首字形): some PDF programs and fonts put the
/// radical ⽉ or ⻔ for 月 or 门, which looks the same and is another character.
///
/// Unicode's compatibility forms know the Kangxi radicals and not those of the supplement, so both
/// are listed here.
extension TextFolding {
  /// A text with the characters instead of radicals and of compatibility forms.
  ///
  /// - Parameter text: The words as written.
  /// - Returns: The same words with ordinary characters.
  public static func withoutRadicals(_ text: String) -> String {
    guard text.utf8.withContiguousStorageIfAvailable(mayHoldRadical) ?? true,
      text.unicodeScalars.contains(where: { isRadical($0.value) })
    else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let character = characters[scalar] {
        result.append(character)
      } else if isCompatibility(scalar.value) {
        result.append(
          contentsOf: String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether a byte pair begins a radical (from U+2E80), a compatibility form (from U+F900), a month
  /// or day in one sign (㋅, ㏳) or a small, upright or half-width mark (﹑, ︔, ､): nearly every text holds
  /// marks of the same first byte.
  private static func mayHoldRadical(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.indices.dropLast().contains { place in
      switch bytes[place] {
      case 0xE2: bytes[place + 1] >= 0xBA
      case 0xE3: bytes[place + 1] == 0x8B || bytes[place + 1] == 0x8F
      case 0xEF:
        (0xA4...0xAB).contains(bytes[place + 1]) || [0xB8, 0xB9, 0xBD].contains(bytes[place + 1])
      default: false
      }
    }
  }

  private static func isRadical(_ value: UInt32) -> Bool {
    (0x2E80...0x2FD5).contains(value) || isCompatibility(value)
  }

  private static func isCompatibility(_ value: UInt32) -> Bool {
    (0xF900...0xFAFF).contains(value) || (0x32C0...0x32CB).contains(value)
      || (0x33E0...0x33FE).contains(value) || (0xFE50...0xFE6B).contains(value)
      || (0xFE10...0xFE19).contains(value) || (0xFF61...0xFF65).contains(value)
  }

  private static let characters = Dictionary(
    zip(radicals.unicodeScalars, ordinary.unicodeScalars), uniquingKeysWith: { first, _ in first })

  private static let radicals = """
    ⺀⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩\
    ⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑\
    ⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳⼀⼁⼂⼃⼄⼅\
    ⼆⼇⼈⼉⼊⼋⼌⼍⼎⼏⼐⼑⼒⼓⼔⼕⼖⼗⼘⼙⼚⼛⼜⼝⼞⼟⼠⼡⼢⼣⼤⼥⼦⼧⼨⼩⼪⼫⼬⼭\
    ⼮⼯⼰⼱⼲⼳⼴⼵⼶⼷⼸⼹⼺⼻⼼⼽⼾⼿⽀⽁⽂⽃⽄⽅⽆⽇⽈⽉⽊⽋⽌⽍⽎⽏⽐⽑⽒⽓⽔⽕\
    ⽖⽗⽘⽙⽚⽛⽜⽝⽞⽟⽠⽡⽢⽣⽤⽥⽦⽧⽨⽩⽪⽫⽬⽭⽮⽯⽰⽱⽲⽳⽴⽵⽶⽷⽸⽹⽺⽻⽼⽽\
    ⽾⽿⾀⾁⾂⾃⾄⾅⾆⾇⾈⾉⾊⾋⾌⾍⾎⾏⾐⾑⾒⾓⾔⾕⾖⾗⾘⾙⾚⾛⾜⾝⾞⾟⾠⾡⾢⾣⾤⾥\
    ⾦⾧⾨⾩⾪⾫⾬⾭⾮⾯⾰⾱⾲⾳⾴⾵⾶⾷⾸⾹⾺⾻⾼⾽⾾⾿⿀⿁⿂⿃⿄⿅⿆⿇⿈⿉⿊⿋⿌⿍\
    ⿎⿏⿐⿑⿒⿓⿔⿕
    """

  private static let ordinary = """
    冫厂乛乚乙亻冂刀刂卜㔾小小兀尣尢尣巳幺彑彐忄㣺扌攵旡日月歺母民氵氺灬爫爫丬牛犭王\
    疋罒示礻竹糹纟罓罒㓁㓁㓁羊羊羋耂肀聿肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶邑钅長\
    镸长门阜阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟一丨丶丿乙亅\
    二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山\
    巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火\
    爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而\
    耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里\
    金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎\
    鼓鼠鼻齊齒龍龜龠
    """
}
