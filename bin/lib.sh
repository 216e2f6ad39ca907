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

# need_packages NAME...: installs those Debian/Ubuntu packages that are missing.
need_packages() {
    local missing=() name
    for name in "$@"; do
        dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || missing+=("$name")
    done
    [ ${#missing[@]} = 0 ] && return 0
    command -v apt-get >/dev/null || die "please install: ${missing[*]}"
    say "installing ${missing[*]}"
    as_root apt-get update -qq >&2
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -qq \
        --no-install-recommends "${missing[@]}" >/dev/null || die "could not install: ${missing[*]}"
}

# need_extension_packages NAME...: the same for packages of PHP extensions. Debian loads a new one into every PHP; here
# they are loaded only by who names them.
need_extension_packages() {
    local known extension unwanted=()
    known=$(ls /etc/php/*/mods-available 2>/dev/null || true)
    need_packages "$@"
    for extension in /etc/php/*/mods-available/*.ini; do
        extension=${extension##*/}
        grep -qxF "$extension" <<<"$known" || unwanted+=("${extension%.ini}")
    done
    [ ${#unwanted[@]} = 0 ] || as_root phpdismod "${unwanted[@]}"
}

# need_own_extensions NAME...: the same for the PHP that $PHP_CONFIG belongs to. One that is not Debian's has what it has.
need_own_extensions() {
    local version
    version=$("$(php_binary)" -n -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;')
    [ "$(php_binary)" != "/usr/bin/php$version" ] || need_extension_packages "${@/#/php$version-}"
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

# The packages that building for the machine's own PHP takes. Any PHP that has a
# phpize will do; Debian's php-dev brings one for its default PHP.
need_build_packages() {
    command -v "${PHPIZE:-phpize}" >/dev/null || need_packages php-cli php-dev
    need_packages libuv1-dev g++ make autoconf pkg-config
}

# stage_sources DIR: a directory of links to the sources, for phpize, so that nothing is written into the tree.
stage_sources() {
    local stage=$1 name
    mkdir -p "$stage"
    for name in config.m4 ext_src include; do ln -sfn "$ROOT/$name" "$stage/$name"; done
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
    local dir=$1 log=$1/build.log
    configure_extension "$@"
    say "building in ${dir#"$ROOT"/}"
    # (the rule: a header that is gone is no error, it only makes those that included it new)
    make -C "$dir/obj" -j"$JOBS" --eval='%.h: ;' >"$log" 2>&1 ||
        { grep -E '(error|warning):|No rule' "$log" >&2 || tail -n 20 "$log" >&2
          die "the build failed; the whole log is ${log#"$ROOT"/}"; }
    exec 8>&-
}

# The module for the machine's own PHP, as its developers build it.
MODULE=$WORK/local/obj/modules/uvstream.so
LOCAL=("$WORK/local" --enable-uvstream-dev)
build_local() {
    need_build_packages
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
        command -v composer >/dev/null || need_packages composer unzip
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
