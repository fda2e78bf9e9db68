# Thin: each target is a line or two over the toolchain; `demo` and `test` first see to the libraries.
SHELL := /bin/bash
SOURCES := Package.swift Sources Tests
# Optimised code, compiled alike for tests and release, which differ in how they are linked (decision
# 0188). Without the flag, the second build of one product in a folder of its own fails in SwiftPM 6.3
# ("unknown build description").
OPTIMISED = -c release --scratch-path .build-release --disable-build-manifest-caching $(COMPILING)
RELEASE = $(OPTIMISED) $(LINKING)
# On Linux every library is linked in: it starts in a third of the time, and one file is enough on
# whatever distribution. Addresses stay random (static-pie), their table is packed. What every
# command touches lies together, and types are known without looking them up (decision 0024).
ifeq ($(shell uname),Linux)
STRIP = -Xlinker --strip-all
LIBRARIES = $(shell pkg-config --static --libs-only-l expat libcmark-gfm minizip sqlite3)
COMPILING = -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors \
  -Xswiftc -Xfrontend -Xswiftc -function-sections
LINKING = --disable-local-rpath -Xlinker -z -Xlinker pack-relative-relocs $(STRIP) \
  -Xlinker --no-export-dynamic \
  -Xlinker --symbol-ordering-file=$(CURDIR)/scripts/startup-order.txt \
  -Xlinker --no-warn-symbol-ordering $(addprefix -Xlinker ,$(LIBRARIES))
endif

# How the tests and the demo are built. CONFIGURATION=release takes optimised code, which .ci/run does:
# it takes longer to build and less time to test (decision 0186). The demo then runs the release.
CONFIGURATION ?= debug
IS_RELEASE = $(filter release,$(CONFIGURATION))
TESTED = $(if $(IS_RELEASE),$(OPTIMISED))
SHOWN = $(if $(IS_RELEASE),$(RELEASE))

.PHONY: setup demo serve-demo docs test bench bench-peers cluster release-folder startup-order board format lint release faults fuzz mutants

setup:
	@scripts/setup.sh

demo: setup
	swift build $(SHOWN) --product xiaohao
	@scripts/demo.sh "$$(swift build $(SHOWN) --show-bin-path)/xiaohao" "$(CURDIR)/demo-output"
demo: export XIAOHAO_STATIC = $(if $(IS_RELEASE),1)
demo: export XIAOHAO_TESTABLE =

test:
	@scripts/setup.sh --tests
	swift build $(TESTED) --build-tests
	swift test $(TESTED) --skip-build
	@scripts/check-page.sh "$$(swift build $(TESTED) --show-bin-path)/xiaohao"
test: export XIAOHAO_TESTABLE = $(if $(IS_RELEASE),1)

# The page of the sample school with four members, whose links are printed; Ctrl-C stops it.
serve-demo: demo
	@scripts/serve-demo.sh "$$(swift build $(SHOWN) --show-bin-path)/xiaohao" demo-output/台账

# The library's documentation, with every warning an error.
docs: setup
	@scripts/docs.sh

# PRODUCT names another program, as the benchmarks do.
PRODUCT ?= xiaohao
release: setup
	swift build $(RELEASE) --product $(PRODUCT)
ifeq ($(PRODUCT),xiaohao)
	@"$$(swift build --show-bin-path $(RELEASE))/xiaohao" --version
endif
release: export XIAOHAO_STATIC = 1
release: export XIAOHAO_TESTABLE =

# Kill, race, disk, torn-page and flipped-byte tests, RUNS of each; what needs root or strace says so when skipped.
RUNS ?= 1000
faults: setup
	XIAOHAO_FAULT_RUNS=$(RUNS) swift test --filter 'KillTests|RaceTests|FlipTests|DiskTests|SystemCallTests|Torn'

# Changed inputs for every reader, SECONDS each: made by rule, then found by libFuzzer.
SECONDS ?= 600
fuzz: setup
	XIAOHAO_FUZZ_SECONDS=$(SECONDS) swift test --filter FuzzTests
	@scripts/fuzz.sh $(SECONDS)

# Planted bugs, and which of them the tests catch; BUGS names some.
mutants: setup
	@scripts/mutants.py $(BUGS)

# DuckDB and Spark over the rows of 300 made-up schools, held against `rollup`.
cluster: setup
	@scripts/rows/setup.sh
	XIAOHAO_SCHOOLS=300 swift test --filter EngineTests

# The list of what starting touches, made anew from traces; needs valgrind, and names in the program.
startup-order: setup
	swift build $(RELEASE) --product xiaohao
	scripts/startup-order.py "$$(swift build --show-bin-path $(RELEASE))/xiaohao"
startup-order: STRIP = -Xlinker --strip-debug
startup-order: export XIAOHAO_STATIC = 1

release-folder:
	@swift build --show-bin-path $(RELEASE)

bench:
	@Benchmarks/run.sh

# What the benchmarks are compared with, from Debian and PyPI; Redmine by Benchmarks/peers.sh --redmine.
bench-peers:
	@Benchmarks/peers.sh

format:
	swift format --in-place --recursive $(SOURCES)

# The wall charts of sample schools in headless Chromium; says what is missing.
board:
	@scripts/setup.sh --tests
	swift build --product xiaohao
	@scripts/check-page.sh "$$(swift build --show-bin-path)/xiaohao" .build/board-pictures board

lint:
	@if command -v python3 >/dev/null; then python3 scripts/make-reference-document.py --check; else echo "skipped: no python3 to check templates/reference.docx"; fi
	swift format lint --strict --recursive $(SOURCES)
	@scripts/check-imports.sh
