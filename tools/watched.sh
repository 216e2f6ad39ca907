# Runs PHPTs under what reports faults of memory: source it after tools/phpt.sh, do not run it.

# prove_watched DIR WORDS: DIR/php reports an overrun with these words, for one that sees nothing would be taken for code
# without faults.
prove_watched() {
    local dir=$1
    rm -rf "$dir/reports"
    mkdir -p "$dir/reports"
    "$dir/php" -d ffi.enable=1 -r '$c = FFI::cdef("void *malloc(size_t); void *memset(void *, int, size_t);");
        $c->memset($c->malloc(8), 0, 9);' >"$dir/self-check.log" 2>&1 || true
    grep -qs "$2" "$dir"/reports/* || die "nothing is reported: ${dir#"$ROOT"/}/self-check.log"
    rm -f "$dir"/reports/*
}

# copy_watched DIR: copy_tests without the test that counts system calls, and would count those of the script DIR/php.
copy_watched() {
    copy_tests "$1"
    rm "$1/copy/tests/cost/select_calls.phpt"
}

# run_watched DIR PATH...: as run_phpts, in copy_tests' copy and with DIR/php. Each report in DIR/reports is a failure,
# but for what ASan says, once in a process, of stacks that PHP has made and not told it of.
run_watched() {
    local dir=$1 report
    shift
    TEST_TIMEOUT=180 run_copied "$dir" "$dir/php" "$@"
    for report in "$dir"/reports/*; do
        grep -qEv '__asan_handle_no_return|^False positive error reports|^For details see|^$' "$report" || continue
        failed=$((failed + 1))
        echo "--- ${report##*/}"
        head -n 40 "$report"
    done
}
