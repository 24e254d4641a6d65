# shellcheck shell=bash
# What the tests of this folder share; they source it. Each makes a folder of its own, in which it
# runs the program as it is used, harms it, and looks at what is left.
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
bin=$project/build/dev
if [[ ${1-} == --bin && $# == 2 ]]; then
    bin=$2
elif (($# > 0)); then
    printf 'Usage: %s [--bin FOLDER]\n' "$0" >&2
    exit 2
fi
program=$bin/focus-billing

work=$(mktemp -d)
trap 'cleanup' EXIT
cleanup() {
    local job
    for job in $(jobs -p); do kill -KILL "$job" 2>/dev/null || true; done
    if [[ -d $work/tmpfs ]]; then umount "$work/tmpfs" 2>/dev/null || true; fi
    chmod -R u+w "$work"
    rm -rf "$work"
}
cd "$work"
export HOME=$work TZ=UTC LC_ALL=C.UTF-8

fail() {
    printf '%s: %s\n' "${0##*/}" "$1" >&2
    if [[ -s $work/err ]]; then sed 's/^/    /' "$work/err" >&2; fi
    exit 1
}

cat >focus-billing.yaml <<'END'
imports:
  known_sources:
    - name: AWS
      pattern: aws
      fund_org: 900000-1000
      account_code: "54101"
      delivery: snapshot
END

# make_bill FILE MONTH ROWS VERSION: later versions differ from the first in every 50th row.
make_bill() {
    awk -v month="$2" -v rows="$3" -v version="$4" 'BEGIN {
        print "BillingPeriodStart,BilledCost,BillingCurrency,ResourceId,ServiceName,Tags"
        for (row = 1; row <= rows; ++row)
            printf "%s-01,%d.%02d,USD,vm-%d,service %d,\"{\"\"pi_email\"\":\"\"pi%d@example.edu\"\",\"\"project_id\"\":\"\"reef\"\",\"\"fund_org\"\":\"\"100000-2000\"\"}\"\n",
                month, row % 97, (row % 50 ? row : row + version) % 100, row, row % 7, row % 300
    }' >"$1"
}

# All that is stored, but for times: a line for each row.
stored_rows() {
    # The first command may have been killed before it had made a table.
    if [[ ! -s $1 || $(sqlite3 "$1" 'SELECT count(*) FROM sqlite_schema') == 0 ]]; then return; fi
    sqlite3 "$1" 'PRAGMA busy_timeout = 10000' '.mode list' \
        "SELECT 'charge', id, import_id, line, hex(content_hash), superseded_by FROM charge ORDER BY id" \
        "SELECT 'import', id, source, file_name, sha256, rows_read, stored, unchanged FROM import ORDER BY id" \
        "SELECT 'period', key, status FROM period ORDER BY key" \
        "SELECT 'effect', import_id, period, added, removed FROM import_effect ORDER BY 2, 3" \
        "SELECT 'audit', seq, action, subject FROM audit ORDER BY seq" | tail -n +2
}
state() { stored_rows "$1" | sha256sum | cut -d' ' -f1; }

# run EXPECTED... -- COMMAND: runs it, and fails unless it returns one of the expected exit codes.
# What it prints is in out and err, the code in $seen.
run() {
    local expected=' '
    while [[ $1 != -- ]]; do expected+="$1 "; shift; done
    shift
    seen=0
    "$@" >"$work/out" 2>"$work/err" || seen=$?
    if [[ $expected != *" $seen "* ]]; then fail "exit code $seen instead of$expected: $*"; fi
}

# expect_words TEXT: the last command said this on standard error.
expect_words() {
    if ! grep -qF -- "$1" "$work/err"; then fail "standard error does not say '$1'"; fi
}

expect_state() {
    local seen_state
    seen_state=$(state "$1")
    if [[ $seen_state != "$2" ]]; then
        stored_rows "$1" | head -20 >&2
        fail "what is stored is not what was there $3"
    fi
}

# The database is whole, and nothing that was begun lies about.
expect_whole() {
    # Before the first ingest there is nothing to check.
    run 0 1 -- "$program" --database "$1" check --quiet
    if ((seen == 1)); then expect_words FB506; fi
    if compgen -G '*.part' >/dev/null; then fail "left behind: $(compgen -G '*.part')"; fi
}
