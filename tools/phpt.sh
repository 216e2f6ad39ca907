# Runs PHPTs: source it after bin/lib.sh, do not run it.

# run_phpts DIR PHP MODULE PATH...: runs the PHPTs in PATH with MODULE loaded into PHP, none where it is linked into it; DIR
# is where build_extension built it. Prints what was skipped and the diffs of what failed, and adds to the variables passed, failed and skipped.
run_phpts() {
    local dir=$1 php=$2 module=$3 results=$1/phpt.results log=$1/phpt.log
    local status=0 failed_tests test ok not_run bad
    shift 3
    # -d stands after the script's name: only the tested processes load uvstream. phpize put run-tests.php into the stage.
    # (Without the caller's lock: a process that a test leaves behind would hold it.)
    NO_INTERACTION=1 "$(php_binary)" "$dir/stage/run-tests.php" -q -j"$JOBS" --offline \
        --no-color --no-progress -g SKIP,FAIL,BORK,WARN,LEAK -W "$results" -p "$php" ${module:+-d extension="$module"} "$@" \
        >"$log" 2>&1 9>&- || status=$?

    sed -n "s|^SKIP .*\[\(.*\)\] *\(reason: \)\{0,1\}|skipped: \1: |p" "$log"
    failed_tests=$(awk -F'\t' '$1 !~ /^(PASSED|SKIPPED|XFAILED|XLEAKED)$/ { print $2 }' "$results")
    for test in $failed_tests; do
        printf -- '--- %s\n' "${test#"$ROOT"/}"
        head -n 60 "${test%.phpt}.diff" 2>/dev/null || grep -F "[$test]" "$log" || true # a diff, or why it could not run
        echo
    done

    ok=$(grep -c ^PASSED "$results" || true)
    not_run=$(grep -cE '^(SKIPPED|XFAILED|XLEAKED)' "$results" || true)
    bad=$(wc -w <<<"$failed_tests")
    if [ "$((ok + not_run + bad))" = 0 ] || { [ "$status" != 0 ] && [ "$bad" = 0 ]; }; then
        tail -n 20 "$log"
        echo "run-tests itself failed, or found no test"
        bad=1
    fi
    passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + not_run))
}

# copy_tests DIR: into DIR/copy, since run-tests writes beside the tests, where another run may be under way.
copy_tests() {
    rm -rf "$1/copy"
    mkdir -p "$1/copy"
    cp -a "$ROOT/tests" "$ROOT/examples" "$ROOT/docs" "$ROOT/README.md" "$ROOT/bin" "$1/copy/"
}

# run_copied DIR PHP [-d SETTING]... PATH...: run_phpts in that copy.
run_copied() {
    local dir=$1 php=$2 path paths=()
    shift 2
    while [ "$1" = -d ]; do
        paths+=("$1" "$2")
        shift 2
    done
    for path; do paths+=("$dir/copy/$(realpath --relative-to="$ROOT" "$path")"); done
    cd "$dir/copy" || return
    ROOT=$dir/copy run_phpts "$dir" "$php" "$dir/obj/modules/uvstream.so" "${paths[@]}"
}

# tell_ran WORDS PHP [-d SETTING]...: what ran, for the table of tools/run_platforms: WORDS, the processor, PHP and libuv.
tell_ran() {
    # shellcheck disable=SC2016 # PHP's variables
    "${@:2}" -r '
        ob_start();
        (new ReflectionExtension("uvstream"))->info();
        preg_match("/run time\) => (\S+)/", ob_get_clean(), $libuv);
        echo "ran: $argv[1], ", php_uname("m"), ", PHP ", PHP_VERSION, ", libuv $libuv[1]\n";' -- "$1"
}
