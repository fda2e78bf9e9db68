# Thin: each target is a line or two over the toolchain; `demo` and `test` first see to the libraries.
SHELL := /bin/bash
SOURCES := Package.swift Sources Tests
# Without the flag, the second build of one product in a folder of its own fails in SwiftPM 6.3
# ("unknown build description").
RELEASE := -c release --scratch-path .build-release --disable-build-manifest-caching
# Swift's own libraries inside of the program: it starts in half the time, and one file is enough.
ifeq ($(shell uname),Linux)
RELEASE += -Xswiftc -static-stdlib
endif

.PHONY: setup demo test bench bench-peers release-flags board format lint release faults

setup:
	@scripts/setup.sh

demo: setup
	swift build --product xiaohao
	@scripts/demo.sh "$$(swift build --show-bin-path)/xiaohao" "$(CURDIR)/demo-output"

test: setup
	swift test

release: setup
	swift build $(RELEASE) --product xiaohao

# Kill, race, disk and flipped-byte tests, RUNS of each; what needs root or strace says so when skipped.
RUNS ?= 1000
faults: setup
	XIAOHAO_FAULT_RUNS=$(RUNS) swift test --filter 'KillTests|RaceTests|FlipTests|DiskTests|SystemCallTests'

release-flags:
	@echo $(RELEASE)

bench:
	@Benchmarks/run.sh

# What the benchmarks are compared with, from Debian and PyPI.
bench-peers:
	@Benchmarks/peers.sh

format:
	swift format --in-place --recursive $(SOURCES)

# Writes the sample school's wall chart and opens it in headless Chromium; says what is missing.
board: demo
	@"$$(swift build --show-bin-path)/xiaohao" report board --ledger demo-output/台账 --today 2020-08-01 --output demo-output/挂图.html
	@scripts/check-board.sh demo-output/挂图.html demo-output/挂图

lint:
	@if command -v python3 >/dev/null; then python3 scripts/make-reference-document.py --check; else echo "skipped: no python3 to check templates/reference.docx"; fi
	swift format lint --strict --recursive $(SOURCES)
	@scripts/check-imports.sh
