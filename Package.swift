// swift-tools-version: 6.2
import PackageDescription

// XIAOHAO_STRICT=1 turns every warning into an error; .ci/run sets it.
let isStrict = Context.environment["XIAOHAO_STRICT"] == "1"

// XIAOHAO_TESTABLE=1 lets the tests of the page see what is internal in optimised code too; `make test`
// sets it. All other tests see what is `package`, so that the release takes what they were built with.
let isTestable = Context.environment["XIAOHAO_TESTABLE"] == "1"

// XIAOHAO_STATIC=1 links every library into the programs, as `make release` does on Linux. It changes
// how they are linked and not how anything is compiled (decision 0188).
let isStatic = Context.environment["XIAOHAO_STATIC"] == "1"

// What is compiled in, by its path; `BundledAssets` gives each a name.
let bundledFiles = [
  "tasks/acceptance-2020.md", "tasks/acceptance-union-2021.md", "tasks/departments.md",
  "tasks/guangdong-2020.md", "tasks/headings.md", "tasks/reform-2020.md", "tasks/settings.md",
  "tasks/rectification.md", "tasks/reform-yearly.md", "tasks/yearly-list.md",
  "tasks/acceptance-yearly.md", "tasks/acceptance-union-yearly.md", "tasks/general.md",
  "templates/board.mustache", "templates/department.mustache", "templates/evidence-index.mustache",
  "templates/filing-form.mustache", "templates/filing-notice.mustache",
  "templates/filing-union.mustache", "templates/foot.mustache", "templates/hand-in.mustache",
  "templates/ledger.mustache", "templates/minutes.mustache", "templates/missing.mustache",
  "templates/monthly.mustache", "templates/note.mustache", "templates/reform.mustache",
  "templates/reminder.mustache",
  "templates/rollup.mustache", "templates/self-evaluation.mustache", "templates/fonts.conf",
  "templates/paper.css", "templates/printed.lua", "templates/reference.docx", "NOTICE",
  "templates/page/icon.svg",
  "templates/page/page-board.mustache",
  "templates/page/page-check.mustache",
  "templates/page/page-evidence-list.mustache",
  "templates/page/page-facts.mustache",
  "templates/page/page-fault.mustache",
  "templates/page/page-help.mustache",
  "templates/page/page-files.mustache",
  "templates/page/page-home.mustache",
  "templates/page/page-import.mustache",
  "templates/page/page-indicators.mustache",
  "templates/page/page-item-facts.mustache",
  "templates/page/page-item-rows.mustache",
  "templates/page/page-item-trail.mustache",
  "templates/page/page-item.mustache",
  "templates/page/page-items.mustache",
  "templates/page/page-layout.mustache",
  "templates/page/page-link.mustache",
  "templates/page/page-log-in.mustache",
  "templates/page/page-log-ins.mustache",
  "templates/page/page-meeting.mustache",
  "templates/page/page-meetings.mustache",
  "templates/page/page-members.mustache",
  "templates/page/page-office.mustache",
  "templates/page/page-papers.mustache",
  "templates/page/page-queue.mustache",
  "templates/page/page-receipt.mustache",
  "templates/page/page-review.mustache",
  "templates/page/page-reviewers.mustache",
  "templates/page/page-reminders.mustache",
  "templates/page/page-revise.mustache",
  "templates/page/page-sent.mustache", "templates/page/page-sheets.mustache",
  "templates/page/page-texts.mustache",
  "templates/page/portal.css",
]

let package = Package(
  name: "xiaohao",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "TaskLedger", targets: ["TaskLedger"]),
    .executable(name: "xiaohao", targets: ["xiaohao"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    // No trait: settings are our own, and what the page needs of Foundation it imports itself.
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    // Threads for what waits for the disk; the server is built on it.
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    // The values that certificates are made of.
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
  ],
  targets: [
    .target(name: "TaskLedger"),
    .systemLibrary(
      name: "CZip", pkgConfig: "minizip",
      providers: [.apt(["libminizip-dev"]), .brew(["minizip"])]),
    .systemLibrary(
      name: "CExpat", pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .systemLibrary(
      name: "CCommonMark", pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    .target(name: "OfficeFiles", dependencies: ["TaskLedger", "CZip", "CExpat", "CCommonMark"]),
    .target(name: "PlanImport", dependencies: ["OfficeFiles", "TaskLedger"]),
    .target(
      name: "LedgerStore",
      dependencies: [
        "CSQLite", "TaskLedger",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "LedgerReports",
      dependencies: ["TaskLedger", .product(name: "Mustache", package: "swift-mustache")]),
    .target(
      name: "LedgerDesk",
      dependencies: [
        "TaskLedger", "OfficeFiles", "PlanImport", "LedgerStore", "LedgerReports", "BundledAssets",
      ]),
    .target(
      name: "XiaohaoCLI",
      dependencies: [
        "TaskLedger", "LedgerReports", "LedgerDesk",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // The page: the only module that waits (`async`) and that opens a port.
    .target(
      name: "LedgerPortal",
      dependencies: [
        "LedgerDesk", "LedgerReports", "LedgerStore", "BundledAssets", "TaskLedger",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "X509", package: "swift-certificates"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .executableTarget(
      name: "xiaohao",
      dependencies: [
        "XiaohaoCLI", "LedgerDesk", "LedgerPortal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // Times reading alone; `make bench` runs it beside other readers.
    .executableTarget(
      name: "import-bench", dependencies: ["OfficeFiles", "PlanImport", "TaskLedger"],
      path: "Benchmarks/import/reader"),
    // Writes made-up ledgers for `make bench`.
    .executableTarget(
      name: "ledger-bench",
      dependencies: ["LedgerStore", "OfficeFiles", "PlanImport", "BundledAssets", "TaskLedger"],
      path: "Benchmarks/ledgers/generator"),
    // The data staff read and edit at the top of the repository, compiled in so that one file can be
    // copied to an office laptop.
    .target(
      name: "BundledAssets",
      resources: bundledFiles.map { .embedInCode("../../\($0)") }),
    // A writer that can kill itself at a named step; the fault tests run it as a process.
    .executableTarget(
      name: "fault-writer", dependencies: ["LedgerStore", "TaskLedger"],
      path: "Tests/FaultWriter"),
    .target(
      name: "TestSupport",
      dependencies: [
        "TaskLedger", "CZip", .product(name: "Crypto", package: "swift-crypto"),
      ], path: "Tests/TestSupport"),
    // What is fuzzed: by `make fuzz` under libFuzzer, and with its seeds in every test run.
    .target(
      name: "FuzzedReaders",
      dependencies: ["LedgerReports", "OfficeFiles", "PlanImport", "TaskLedger"],
      path: "Tests/FuzzedReaders"),
    .testTarget(name: "TaskLedgerTests", dependencies: ["TaskLedger", "TestSupport"]),
    // The library as a program of somebody else sees it: nothing but what is public.
    .testTarget(name: "LibraryTests", dependencies: ["TaskLedger"], packageAccess: false),
    .testTarget(
      name: "OfficeFilesTests", dependencies: ["OfficeFiles", "TaskLedger", "TestSupport"]),
    .testTarget(
      name: "PlanImportTests",
      dependencies: ["OfficeFiles", "PlanImport", "TaskLedger", "BundledAssets", "TestSupport"]),
    .testTarget(
      name: "LedgerStoreTests",
      dependencies: [
        "LedgerStore", "TaskLedger", "TestSupport", "fault-writer", "xiaohao",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "LedgerReportsTests",
      dependencies: [
        "LedgerReports", "TaskLedger", "BundledAssets", "FuzzedReaders", "TestSupport",
      ]),
    .testTarget(
      name: "LedgerPortalTests",
      dependencies: [
        "LedgerPortal", "LedgerDesk", "LedgerStore", "TaskLedger", "BundledAssets", "TestSupport",
        // A year is lived through by the command line too.
        "XiaohaoCLI",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
      ]),
    .testTarget(
      name: "LedgerDeskTests",
      dependencies: [
        "LedgerDesk", "LedgerReports", "LedgerStore", "BundledAssets", "TaskLedger", "TestSupport",
      ]),
    .testTarget(
      name: "XiaohaoCLITests",
      dependencies: [
        "XiaohaoCLI", "LedgerDesk", "LedgerReports", "LedgerStore", "OfficeFiles", "PlanImport",
        "TaskLedger", "TestSupport",
      ]),
  ],
  swiftLanguageModes: [.v6]
)

// XIAOHAO_FUZZER=1 adds the program that runs the readers under libFuzzer; scripts/fuzz.sh sets it.
if Context.environment["XIAOHAO_FUZZER"] == "1" {
  package.targets.append(
    .executableTarget(
      name: "reader-fuzzer", dependencies: ["FuzzedReaders"], path: "Tests/ReaderFuzzer"))
}

for target in package.targets where target.type != .system && target.type != .plugin {
  var settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  ]
  if isStrict {
    settings.append(.treatAllWarnings(as: .error))
  }
  if isTestable, target.name == "LedgerPortal" {
    settings.append(.unsafeFlags(["-enable-testing"], .when(configuration: .release)))
  }
  if isStatic, target.type == .executable {
    target.linkerSettings =
      (target.linkerSettings ?? []) + [
        .unsafeFlags(
          [
            "-static-stdlib", "-use-ld=lld", "-Xclang-linker", "-static-pie",
            // What Foundation consists of; only objects compiled with -static-stdlib name it.
            "-lCoreFoundation", "-l_FoundationICU", "-l_FoundationCShims",
            "-l_FoundationCollections",
          ],
          .when(platforms: [.linux]))
      ]
  }
  // Beside optimised code the tests themselves stay as they are, which takes less time to compile.
  if target.type == .test {
    settings.append(.unsafeFlags(["-Onone"], .when(configuration: .release)))
  }
  target.swiftSettings = (target.swiftSettings ?? []) + settings
}
