#!/usr/bin/env bash
# The allowed imports of each module, as the architecture draws them.
set -euo pipefail
cd "$(dirname "$0")/.."

check() {
  local module=$1 allowed=$2 found
  found=$(grep -rhoE --include='*.swift' '^(public |package |internal |private |fileprivate )?import [A-Za-z0-9_.]+( [A-Za-z0-9_.]+)?' "Sources/$module" \
    | sed -E 's/^(public |package |internal |private |fileprivate )?import //; s/^(struct|class|enum|func|protocol) //; s/\..*//' \
    | sort -u | grep -vxE "$allowed" || true)
  if [ -n "$found" ]; then
    echo "Sources/$module imports what it may not: $found" >&2
    return 1
  fi
}

status=0
check TaskLedger 'Foundation|FoundationEssentials' || status=1
check OfficeFiles 'Foundation|TaskLedger|CZip|CExpat|CCommonMark|Glibc|Darwin' || status=1
check PlanImport 'Dispatch|Foundation|OfficeFiles|TaskLedger' || status=1
check LedgerStore 'Foundation|Synchronization|TaskLedger|CSQLite|GRDB|GRDBSQLite|Crypto|Glibc|Darwin' || status=1
check LedgerReports 'Foundation|TaskLedger|Mustache' || status=1
check BundledAssets 'Foundation' || status=1
check LedgerDesk 'Dispatch|Foundation|Synchronization|TaskLedger|OfficeFiles|PlanImport|LedgerStore|LedgerReports|BundledAssets|Glibc|Darwin' || status=1
check XiaohaoCLI 'Foundation|ArgumentParser|TaskLedger|LedgerReports|LedgerDesk|Glibc|Darwin' || status=1
# Logging, SwiftASN1 and Synchronization: values in the interfaces of the servers' packages, and locks.
check LedgerPortal 'Foundation|BundledAssets|Synchronization|TaskLedger|LedgerStore|LedgerReports|LedgerDesk|Hummingbird|HummingbirdCore|HummingbirdTLS|NIOCore|NIOPosix|Logging|X509|SwiftASN1|CryptoExtras|Mustache' || status=1
check xiaohao 'LedgerDesk|LedgerPortal|XiaohaoCLI' || status=1
# Everything below the page is synchronous.
if found=$(grep -rnE '\b(async|await)\b' Sources --include='*.swift' | grep -vE '^Sources/LedgerPortal/|\.async|///|//' ); then
  echo "async outside of LedgerPortal: $found" >&2
  status=1
fi
exit $status
