# For tools/platforms/musl and musl-static: compilers, libraries and PHP's source for musl, Alpine's C library. Source it, do
# not run it. C is compiled by Debian's musl-gcc, C++ by Zig, which brings a C++ library for musl and is slower.
. "$(dirname "${BASH_SOURCE[0]}")/../../bin/lib.sh"
. "$ROOT/bin/source.sh"
. "$ROOT/bin/zig.sh"
. "$ROOT/tools/phpt.sh"

MUSL=$WORK/musl
PREFIX=$MUSL/prefix
OPTIONS=(--disable-all --disable-cgi --disable-phpdbg --enable-cli --without-pcre-jit --with-openssl --enable-ctype
    --enable-pcntl --enable-posix --enable-session --enable-sockets --enable-sysvmsg --enable-sysvsem --enable-sysvshm
    --enable-tokenizer)

# logged LOG COMMAND...: with the end of its output where it fails. (Wherever it goes, we stay here.)
logged() {
    local log=$1
    shift
    ("$@") >"$log" 2>&1 || { tail -n 20 "$log" >&2; die "$1 failed; the whole log is ${log#"$ROOT"/}"; }
}

make_libuv() {
    cd "$MUSL/libuv/unpacked" && sh autogen.sh && ./configure CC=musl-gcc --disable-shared --with-pic --prefix="$PREFIX" &&
        make -j"$JOBS" libuv.la && make install-exec install-data
}
# (musl-gcc does not find the kernel's headers, which those two want.)
make_openssl() {
    cd "$MUSL/openssl/unpacked" && ./Configure linux-x86_64 no-shared no-tests no-engine no-secure-memory \
        --prefix="$PREFIX" --libdir=lib CC=musl-gcc -O1 && make -j"$JOBS" build_libs && make install_dev
}

# build_library NAME PACKAGE: what make_NAME makes of Debian's source package.
build_library() {
    [ ! -e "$MUSL/$1.done" ] || return 0
    unpack_source "$2" "$MUSL/$1" --skip-patches
    say "building $1 for musl"
    logged "$MUSL/$1/log" "make_$1"
    touch "$MUSL/$1.done"
}
# Those for both are static.
build_libraries() {
    need_zig
    make_zig_compilers "$MUSL/bin" x86_64-linux-musl
    build_library libuv libuv1
    build_library openssl openssl
    export PKG_CONFIG_LIBDIR=$PREFIX/lib/pkgconfig
}

# unpack_php DIR: PHP's source into DIR/php/unpacked, once.
unpack_php() { [ -e "$1/php/unpacked/configure.ac" ] || unpack_source php8.2 "$1/php" --skip-patches; }

# configure_php DIR KEY OPTION...: configured again where these, or KEY, are others.
configure_php() {
    local dir=$1 key="$*"
    shift 2
    [ "$(cat "$dir/key" 2>/dev/null)" != "$key" ] || return 0
    rm -f "$dir/key"
    say "configuring PHP for musl"
    logged "$dir/php/log" configure_in "$dir/php/unpacked" "${OPTIONS[@]}" "$@"
    echo "$key" >"$dir/key"
}
configure_in() { cd "$1" && ./buildconf --force && ./configure "${@:2}"; }

# adapt_tests DIR: the tests' copy there says what musl says of errors.
adapt_tests() {
    find "$1/copy/tests" -name '*.phpt' -print0 | xargs -0 perl -pi -e '
        BEGIN {
            %says = ("Connection timed out" => "Operation timed out", "Cannot assign requested address" => "Address not available",
                "Too many open files" => "No file descriptors available", "Address already in use" => "Address in use",
                "Operation not supported" => "Not supported", "File name too long" => "Filename too long", "Message too long" => "Message too large",
                "Name or service not known" => "Name does not resolve", "Cannot allocate memory" => "Out of memory",
                "No child processes" => "No child process",
                "Transport endpoint is not connected" => "Socket not connected",
                "Transport endpoint is already connected" => "Socket is connected");
            $any = join "|", keys %says;
        }
        $longer = 0;
        s/($any)/$longer += length($says{$1}) - length($1); $says{$1}/ge;
        s/string\((\d+)\) "/"string(" . ($1 + $longer) . ") \""/e if $longer;'
}
