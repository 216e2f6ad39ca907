# Debian's source packages: source it after lib.sh, do not run it.

# unpack_source PACKAGE DIR [DPKG_SOURCE_OPTION...]: empties DIR, unpacks PACKAGE (php8.2) into DIR/unpacked, and writes the
# package's version into DIR/source-version. The newest version is not always served, so older ones are tried too. The
# lists and the cache are private: the machine's own package lists stay as they are.
unpack_source() {
    local package=$1 dir=$2 apt=$2/apt file version got='' options
    shift 2
    need_packages dpkg-dev
    rm -rf "$dir"
    mkdir -p "$apt"/{sources,download,lists/partial,cache/archives/partial}
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.{list,sources}; do
        [ -s "$file" ] || continue
        sed -E 's/^Types:.*/Types: deb-src/; s/^deb([[:space:]])/deb-src\1/' "$file" >"$apt/sources/${file##*/}"
    done
    options=(-o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$apt/sources" -o Dir::State::lists="$apt/lists"
        -o Dir::Cache="$apt/cache" -o APT::Sandbox::User="$(id -un)")
    apt-get "${options[@]}" -qq update >&2 || say "not every package list could be read; going on with the others"
    for version in $(apt-cache "${options[@]}" showsrc --only-source "$package" | sed -n 's/^Version: //p' | sort -rVu); do
        if (cd "$apt/download" && apt-get "${options[@]}" -qq source --download-only "$package=$version") >"$apt/log" 2>&1; then
            got=$version
            break
        fi
        say "$package $version cannot be downloaded"
    done
    [ -n "$got" ] || { tail -n 5 "$apt/log" >&2 2>/dev/null || true; die "no source package of $package can be downloaded"; }
    dpkg-source "$@" -x "$apt"/download/*.dsc "$dir/unpacked" >"$apt/log" 2>&1 ||
        { tail -n 5 "$apt/log" >&2; die "dpkg-source failed"; }
    echo "$got" >"$dir/source-version"
    rm -rf "$apt"
}
