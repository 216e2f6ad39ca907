# Shared by the scripts in bin/ and bench/: source it, do not run it.
# Everything that the project builds or fetches goes under .b/, never into the tree.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
WORK=$ROOT/.b
JOBS=$(nproc 2>/dev/null || echo 2)

say() { printf '\033[1m==> %s\033[0m\n' "$*" >&2; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

. "$ROOT/bin/packages.sh"

# tell_usage: the comment at the head of the running script.
tell_usage() { sed -n '2,/^set /{/^# needs/d;/^#/s/^# \{0,1\}//p}' "$0"; }

# with_progress SECONDS SAYS COMMAND...: runs COMMAND and tells meanwhile what SAYS prints: on a terminal in one line that
# is renewed, elsewhere in a line every so many SECONDS.
with_progress() {
    local shower status=0
    exec 6> >(show_progress "$1" "$2")
    shower=$!
    "${@:3}" 6>&- || status=$?
    exec 6>&- # which ends the shower
    wait "$shower" || true
    return "$status"
}
show_progress() {
    local seconds=0 status erase='' line
    while :; do
        status=0
        read -rt 1 || status=$? # a time-out, or the pipe's end
        [ "$status" -gt 128 ] || break
        seconds=$((seconds + 1))
        if [ -t 2 ]; then
            line=$($2)
            erase='\r\033[K'
            printf '\r\033[K%.*s' "$((${COLUMNS:-80} - 1))" "$line" >&2
        elif [ $((seconds % $1)) = 0 ]; then
            $2 >&2
        fi
    done
    printf '%b' "$erase" >&2
}

# debian_mirror: where this machine itself installs Debian from. Nothing on other systems: mmdebstrap then takes its default.
debian_mirror() {
    apt-get update -qq >&2 || true # a broken third-party source does not matter
    # (read to the end: a pipe closed early would kill apt-get)
    apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' | awk 'NR == 1'
}

# php_binary: the PHP that $PHP_CONFIG belongs to.
php_binary() { "${PHP_CONFIG:-php-config}" --php-binary; }

# php_includes: the options by which its headers are found, as the system's.
php_includes() { "${PHP_CONFIG:-php-config}" --includes | sed 's/-I/-isystem /g'; }

# build_c_extension SOURCE MODULE: one of a test's own, of one source, named as that.
build_c_extension() {
    local includes name
    read -ra includes <<<"$(php_includes)"
    name=$(basename "$1" .c)
    gcc -std=gnu11 -O1 -g -Wall -Wextra -Werror -shared -fPIC "-DCOMPILE_DL_${name^^}" "${includes[@]}" -o "$2" "$1"
}

# sum_up: the last line of output, and the status, of who counts in these.
passed=0 failed=0 skipped=0
sum_up() {
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" = 0 ]
}

# read_sum LOG STATUS: the sum that ends LOG, of a command that ended with STATUS, in the variable counts: what passed,
# failed, was skipped. Without a sum one has failed.
read_sum() {
    counts=(0 1 0)
    [[ $(tail -n 1 "$1") =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed(,\ ([0-9]+)\ skipped)?$ ]] || return 0
    counts=("${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" "${BASH_REMATCH[4]:-0}")
    [ "$2" = 0 ] || [ "${counts[1]}" != 0 ] || counts[1]=1
}

# run_steps LOG FUNCTION...: each counts as one; prints the end of LOG, which is what it printed, if it failed.
run_steps() {
    local log=$1 step
    for step in "${@:2}"; do
        if ("$step") >"$log" 2>&1; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "--- $step"
            tail -n 40 "$log"
        fi
    done
}

# stage_sources DIR: a directory of links to the sources, for phpize, so that nothing is written into the tree.
stage_sources() {
    local stage=$1 name
    mkdir -p "$stage"
    for name in config.m4 Makefile.frag ext_src include; do ln -sfn "$ROOT/$name" "$stage/$name"; done
}

# configure_extension DIR CONFIGURE_ARGS...: phpize and configure out of source, where DIR/obj is not just that already;
# $PHPIZE and $PHP_CONFIG choose the PHP. Leaves DIR locked by descriptor 8, which the caller closes.
configure_extension() {
    local dir=$1 log=$1/build.log made_for
    shift
    # Another place, PHP or flag, and nothing that was compiled may stay.
    made_for="$dir $("${PHP_CONFIG:-php-config}" --version) $("${PHP_CONFIG:-php-config}" --extension-dir) $*"
    mkdir -p "$dir"
    exec 8>"$dir/lock"
    flock 8 # another script may be building the same
    stage_sources "$dir/stage"
    [ "$ROOT/config.m4" -nt "$dir/obj/Makefile" ] || [ "$made_for" != "$(cat "$dir/made-for" 2>/dev/null)" ] || return 0
    say "configuring in ${dir#"$ROOT"/}"
    rm -rf "$dir/obj" "$dir/made-for"
    mkdir "$dir/obj"
    (cd "$dir/stage" && "${PHPIZE:-phpize}" && cd ../obj &&
        ../stage/configure --with-php-config="${PHP_CONFIG:-php-config}" "$@") >"$log" 2>&1 ||
        { tail -n 20 "$log" >&2; die "configure failed; the whole log is ${log#"$ROOT"/}"; }
    echo "$made_for" >"$dir/made-for"
}

# build_extension DIR CONFIGURE_ARGS...: configures, and makes the module DIR/obj/modules/uvstream.so.
build_extension() {
    local dir=$1 log=$1/build.log to_compile
    # (the rule: a header that is gone is no error, it only makes those that included it new)
    local make=(make -C "$dir/obj" -j"$JOBS" '--eval=%.h: ;')
    configure_extension "$@"
    to_compile=$("${make[@]}" -n 2>/dev/null | grep -c -- --mode=compile || true)
    say "building in ${dir#"$ROOT"/}$([ "$to_compile" -lt 50 ] || echo ' (some minutes)')"
    touch "$dir/began"
    with_progress 15 tell_compiled make_extension ||
        { grep -E '(error|warning):|No rule' "$log" >&2 || tail -n 20 "$log" >&2
          die "the build failed; the whole log is ${log#"$ROOT"/}"; }
    exec 8>&-
}
# (These two know build_extension's variables.)
make_extension() { "${make[@]}" >"$log" 2>&1; }
tell_compiled() {
    [ "$to_compile" = 0 ] ||
        echo "building uvstream: $(find "$dir/obj" -name '*.lo' -newer "$dir/began" | wc -l) of $to_compile files"
}

# The module for the machine's own PHP, as its developers build it.
MODULE=$WORK/local/obj/modules/uvstream.so
LOCAL=("$WORK/local" --enable-uvstream-dev)
build_local() {
    need_words build
    build_extension "${LOCAL[@]}"
}

# build_loadable PHP: the same, once it is sure that PHP loads it: else all that follows would be a run of stock PHP.
build_loadable() {
    build_local
    "$1" -d extension="$MODULE" -r 'exit((int) !extension_loaded("uvstream"));' || die "$MODULE does not load"
}

# install_vendor DIR WANTED: what the composer.json WANTED requires, unmodified, into DIR/vendor. Composer works on a
# copy, so that nothing is written into the tree; it runs again when that file changes.
install_vendor() {
    local dir=$1 wanted=$2
    mkdir -p "$dir"
    exec 7>"$dir/lock"
    flock 7 # another script may be installing the same
    if [ ! -e "$dir/vendor/autoload.php" ] || ! cmp -s "$wanted" "$dir/composer.json"; then
        need_packages composer unzip
        say "installing what ${wanted#"$ROOT"/} requires"
        cp "$wanted" "$dir/composer.new.json"
        rm -f "$dir/composer.json" "$dir/composer.new.lock"
        COMPOSER=composer.new.json COMPOSER_ALLOW_SUPERUSER=1 COMPOSER_VENDOR_DIR=vendor \
            composer update --working-dir="$dir" --no-interaction --no-progress --no-plugins --no-scripts >"$dir/composer.log" 2>&1 ||
            { tail -n 20 "$dir/composer.log" >&2; die "composer failed; the whole log is ${dir#"$ROOT"/}/composer.log"; }
        mv "$dir/composer.new.json" "$dir/composer.json" # last, so that an interrupted run starts over
    fi
    exec 7>&-
}

# The libraries that bin/ecosystem runs.
LIBRARIES=$WORK/ecosystem/vendor
need_libraries() { install_vendor "${LIBRARIES%/vendor}" "$ROOT/tests/ecosystem/composer.json"; }
