# Debian's packages, by which everything else here is found: lib.sh sources it.
#
# What a script takes stands in its header, so that bin/test can tell before anything is done:
#   # needs: build php%-fpm ext:curl   `build`: to build for the machine's own PHP; `phpt`: to run PHPTs; `%`: PHP's version;
#                                      `ext:`: an extension of PHP, `ext?:`: where Debian has it for this version;
#                                      `--needs`: what it says itself by that option
#   # needs --extensions: postgresql   what it takes besides with that option
# UVSTREAM_NO_INSTALL=1, or --no-install, tells what is missing instead of installing it, and ends with this status.
NOT_INSTALLED=3

# packages_in WORD...: what these stand for, one a line; `ext:` stays before an extension's.
packages_in() {
    local word
    for word; do
        case $word in
            build) printf '%s\n' php-cli php-dev libuv1-dev g++ make autoconf pkg-config ;;
            phpt)
                printf '%s\n' haproxy iproute2 nginx postgresql procps prometheus strace util-linux
                packages_in ext:curl ext:pgsql
                ;;
            --needs) ;;
            chromium) ! grep -qx ID=debian /etc/os-release || echo chromium ;; # Ubuntu's would fetch a snap
            'ext?:'*)
                word=$(packages_in "ext:${word#*:}")
                ! apt-cache show "${word#ext:}" >/dev/null 2>&1 || echo "$word"
                ;;
            ext:php*) echo "$word" ;;
            ext:*) [ -z "$(debian_version)" ] || echo "ext:php$(debian_version)-${word#ext:}" ;;
            *) echo "${word//%/$(debian_version)}" ;;
        esac
    done
}

# debian_version: that of the PHP that $PHP_CONFIG belongs to, if it is Debian's. One that is not has the extensions it has.
debian_version() {
    local php version
    php=$(php_binary 2>/dev/null || [ -n "${PHP_CONFIG:-}" ] || realpath "$(command -v php)")
    version=$("${php:-false}" -n -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;' 2>/dev/null) || true
    [ "$php" != "/usr/bin/php$version" ] || echo "$version"
}

# needs_of SCRIPT [ARG...]: the packages that its header names, for these arguments, one a line.
needs_of() {
    local arg flags='' words=()
    for arg in "${@:2}"; do flags+="|needs ${arg//[^-a-z0-9]/.}"; done
    read -rd '' -a words < <(sed -nE "s~^(#|//) (needs$flags): ~~p" "$1") || true
    [[ " ${words[*]} " != *' --needs '* ]] || mapfile -t -O ${#words[@]} words < <("$1" "${@:2}" --needs)
    packages_in "${words[@]}"
}

# need ARG...: installs what is missing of what the running script's header names for these arguments.
need() {
    local all
    mapfile -t all < <(needs_of "$0" "$@")
    need_all "${all[@]}"
}

# need_words WORD...: the same of what stands behind these.
need_words() {
    local all
    mapfile -t all < <(packages_in "$@")
    need_all "${all[@]}"
}

# need_all NAME...: the same of packages and, by `ext:`, PHP's extensions.
need_all() {
    local name plain=() extensions=()
    [ -z "${UVSTREAM_NO_INSTALL:-}" ] || need_packages "${@#ext:}" # all in one list
    for name; do
        case $name in
            ext:*) extensions+=("${name#ext:}") ;;
            *) plain+=("$name") ;;
        esac
    done
    need_packages "${plain[@]}"
    need_extension_packages "${extensions[@]}"
}

# looked_for NAME: the command that shows that a package is there, where it is not Debian's.
looked_for() {
    case $1 in
        php-cli) echo php ;;
        php-dev) echo "${PHPIZE:-phpize}" ;;
        libuv1-dev) echo 'pkg-config --exists libuv' ;;
        libgtest-dev) echo 'pkg-config --exists gtest' ;;
        iproute2) echo ip ;;
        postgresql) echo initdb ;;
        procps) echo ps ;;
        util-linux) echo unshare ;;
        *) echo "$1" ;;
    esac
}

# has_package NAME. (PHP, Composer and npm are often from elsewhere on Debian, too.)
has_package() {
    local way
    if command -v dpkg-query >/dev/null && [[ ! $1 =~ ^(php-cli|php-dev|composer|npm)$ ]]; then
        dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'
        return
    fi
    read -ra way <<<"$(looked_for "$1")"
    command -v "${way[0]}" >/dev/null && { [ ${#way[@]} = 1 ] || "${way[@]}"; }
}

# missing_of NAME...: those that are not there, one a line.
missing_of() {
    local name
    for name; do has_package "$name" || echo "$name"; done
}

# tell_missing NAME...: and ends.
tell_missing() {
    local name
    {
        echo "missing: $*"
        if command -v apt-get >/dev/null; then
            echo "this installs them: $([ "$(id -u)" = 0 ] || echo 'sudo ')apt-get install --no-install-recommends $*"
        else
            echo 'these are names of Debian packages, and what was looked for, since there is no apt-get here:'
            for name; do echo "    $name: $(looked_for "$name")"; done
        fi
    } >&2
    exit "$NOT_INSTALLED"
}

# need_packages NAME...: installs those Debian/Ubuntu packages that are missing.
need_packages() {
    local missing
    mapfile -t missing < <(missing_of "$@")
    [ ${#missing[@]} = 0 ] && return 0
    if [ -n "${UVSTREAM_NO_INSTALL:-}" ] || ! command -v apt-get >/dev/null; then tell_missing "${missing[@]}"; fi
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
