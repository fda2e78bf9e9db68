import Foundation
import TestSupport
import Testing
import XiaohaoCLI

/// Whether tests that need other programs must run.
private let isStrict = ProcessInfo.processInfo.environment["XIAOHAO_STRICT"] == "1"

/// Sheets that came back by other programs than the one that they are made for.
@Suite(.enabled(if: isStrict || Python.has("openpyxl"), Python.absence(of: "openpyxl")))
struct SheetProgramTests {
  let house: SheetHouse
  private let answers = [
    "工作人员@信息工程系": ["填报数值": "28"], "学代会日期@信息工程系": ["填报数值": "2020-05-30"],
    "其他职务@信息工程系": ["填报数值": "否"],
  ]

  init() throws {
    house = try SheetHouse()
    house.export("--all")
  }

  /// The items of a department's sheet.
  private func items(_ department: String) throws -> [String] {
    let departments =
      try house.desk.json("sheet status --json" + house.options)["departments"] as? [[String: Any]]
    let line = departments?.first { $0["name"] as? String == department }
    return try #require(line?["items"] as? [String])
  }

  private func expectTaken() throws {
    let taken = house.take()
    #expect(taken.status == .fine, "\(taken.messages)")
    let figures = try house.figures()
    for (name, values) in answers { #expect(figures[name] == values["填报数值"], "\(name)") }
    let departments =
      try house.desk.json("sheet status --json" + house.options)["departments"] as? [[String: Any]]
    let line = departments?.first { $0["name"] as? String == "学工部" }
    #expect((line?["reported"] as? [String])?.count == 1)
  }

  @Test(.enabled(if: isStrict || Python.has("pandas"), Python.absence(of: "pandas")))
  func `a script that writes the cells anew is read all the same`() throws {
    try house.fill(house.file("信息工程系"), answers, script: SheetFilling.pandas)
    let id = try #require(try items("学工部").first)
    try house.fill(house.file("学工部"), [id: ["本月进展": "开了两次会"]], script: SheetFilling.pandas)
    try expectTaken()
  }

  @Test func `a sheet as WPS saves it is read`() throws {
    try house.fill(house.file("信息工程系"), answers, into: "填好")
    let id = try #require(try items("学工部").first)
    try house.fill(house.file("学工部"), [id: ["本月进展": "开了两次会"]], into: "填好")
    try FileManager.default.createDirectory(
      atPath: house.desk.path("收回"), withIntermediateDirectories: true)
    for name in [house.file("信息工程系"), house.file("学工部")] {
      _ = try Python.run(
        SheetFilling.wps, [house.desk.path("填好/" + name), house.desk.path("收回/" + name)])
    }
    try expectTaken()
  }

  @Test(
    .enabled(
      if: isStrict
        || (try? Shell.run(
          "sh", ["-c", "ls $(dirname $(readlink -f $(command -v soffice)))/libsclo.so"])) != nil,
      "LibreOffice Calc is not installed (libreoffice-calc)"),
    arguments: ["xls", "ods"])
  func `answers survive another format and back`(_ format: String) throws {
    try house.fill(house.file("信息工程系"), answers, into: "填好")
    let id = try #require(try items("学工部").first)
    try house.fill(house.file("学工部"), [id: ["本月进展": "开了两次会"]], into: "填好")
    let names = [house.file("信息工程系"), house.file("学工部")]
    for (target, from) in [(format, "填好"), ("xlsx", "中间")] {
      let sources = names.map { name in
        let stem = (name as NSString).deletingPathExtension
        return house.desk.path("\(from)/\(stem).\(target == "xlsx" ? format : "xlsx")")
      }
      _ = try Shell.run(
        "soffice",
        [
          "-env:UserInstallation=file://" + house.desk.path("profile"), "--headless",
          "--convert-to", target, "--outdir", house.desk.path(target == "xlsx" ? "收回" : "中间"),
        ] + sources)
    }
    try expectTaken()
  }

  @Test func `mutated pages of figures never record another figure`() throws {
    let name = house.file("信息工程系")
    try house.fill(name, answers, into: "原样")
    let count = 60
    _ = try Python.run(
      Self.mutate, [house.desk.path("原样/" + name), house.desk.path("变样"), String(count)])
    for seed in 0..<count {
      let outcome = try house.desk.json(
        "sheet import 变样/\(seed).xlsx --dry-run --json" + house.options)
      let read = try #require((outcome["files"] as? [[String: Any]])?.first, "\(seed)")
      for figure in read["figures"] as? [[String: Any]] ?? [] {
        let own = figure["name"] as? String ?? ""
        #expect(answers[own]?["填报数值"] == figure["value"] as? String, "seed \(seed)")
      }
      let findings = read["findings"] as? [Any] ?? []
      #expect(read["status"] as? String != "refused" || !findings.isEmpty, "seed \(seed)")
    }
  }

  /// Writes changed copies of a sheet: names and keys swapped and edited, rows and columns lost,
  /// doubled or moved.
  private static let mutate = """
    import os, random, sys, openpyxl
    source, folder, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    os.makedirs(folder, exist_ok=True)
    for seed in range(count):
        r = random.Random(seed)
        book = openpyxl.load_workbook(source)
        sheet = book["数据"]
        heads = [cell.value for cell in sheet[1]]
        keys = [i + 1 for i, h in enumerate(heads) if h in ("数据名称", "院系", "标识")]
        one, other = r.sample(range(2, sheet.max_row + 1), 2)
        kind = r.choice(["swap", "edit", "row", "double", "column", "move", "sort"])
        if kind == "swap":
            a, b = sheet.cell(one, c := r.choice(keys)), sheet.cell(other, c)
            a.value, b.value = b.value, a.value
        elif kind == "edit":
            cell = sheet.cell(one, r.choice(keys))
            text = list(str(cell.value))
            text[r.randrange(len(text))] = r.choice("0123456789AB人数")
            cell.value = "".join(text)
        elif kind == "row":
            sheet.delete_rows(one)
        elif kind == "double":
            for column in range(1, sheet.max_column + 1):
                sheet.cell(other, column).value = sheet.cell(one, column).value
        elif kind == "column":
            sheet.delete_cols(r.randint(1, sheet.max_column))
        elif kind == "move":
            book.move_sheet("数据", -1)
            sheet.insert_rows(1, r.randint(1, 3))
            sheet.insert_cols(r.randint(1, 6))
        else:
            rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
            r.shuffle(rows)
            for place, row in enumerate(rows):
                for column, value in enumerate(row):
                    sheet.cell(place + 2, column + 1).value = value
        book.save(f"{folder}/{seed}.xlsx")
    """
}
