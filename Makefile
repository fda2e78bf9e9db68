# Thin: each target is a line or two over the toolchain; `demo` and `test` first see to the libraries.
SHELL := /bin/bash
SOURCES := Package.swift Sources Tests
# Without the flag, the second build of one product in a folder of its own fails in SwiftPM 6.3
# ("unknown build description").
RELEASE = -c release --scratch-path .build-release --disable-build-manifest-caching $(LINKING)
# On Linux every library is linked in: it starts in a third of the time, and one file is enough on
# whatever distribution. Addresses stay random (static-pie), their table is packed. What every
# command touches lies together, and types are known without looking them up (decision 0024).
ifeq ($(shell uname),Linux)
STRIP = -Xlinker --strip-all
LIBRARIES = $(shell pkg-config --static --libs-only-l expat libcmark-gfm minizip sqlite3)
LINKING = --disable-local-rpath -Xswiftc -static-stdlib -Xswiftc -use-ld=lld -Xswiftc -Xclang-linker \
  -Xswiftc -static-pie -Xlinker -z -Xlinker pack-relative-relocs $(STRIP) -Xlinker --no-export-dynamic \
  -Xlinker --symbol-ordering-file=$(CURDIR)/scripts/startup-order.txt \
  -Xlinker --no-warn-symbol-ordering \
  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors \
  -Xswiftc -Xfrontend -Xswiftc -function-sections \
  $(addprefix -Xlinker ,$(LIBRARIES))
endif

# How the tests and the demo are built. CONFIGURATION=release tests optimised code, which .ci/run does:
# it takes longer to build and less time to test (decision 0186).
CONFIGURATION ?= debug
BUILD = $(if $(filter release,$(CONFIGURATION)),-c release -Xswiftc -enable-testing)

.PHONY: setup demo serve-demo docs test bench bench-peers cluster release-flags startup-order board format lint release faults fuzz mutants

setup:
	@scripts/setup.sh

demo: setup
	swift build $(BUILD) --product xiaohao
	@scripts/demo.sh "$$(swift build $(BUILD) --show-bin-path)/xiaohao" "$(CURDIR)/demo-output"

test:
	@scripts/setup.sh --tests
	swift build $(BUILD) --build-tests
	swift test $(BUILD) --skip-build
	@scripts/check-page.sh "$$(swift build $(BUILD) --show-bin-path)/xiaohao"

# The page of the sample school with four members, whose links are printed; Ctrl-C stops it.
serve-demo: demo
	@scripts/serve-demo.sh "$$(swift build $(BUILD) --show-bin-path)/xiaohao" demo-output/台账

# The library's documentation, with every warning an error.
docs: setup
	@scripts/docs.sh

release: setup
	swift build $(RELEASE) --product xiaohao
	@"$$(swift build --show-bin-path $(RELEASE))/xiaohao" --version

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

release-flags:
	@echo $(RELEASE)

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
