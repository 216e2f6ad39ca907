# The servers for php-src's tests of extensions: source it after lib.sh, do not run it. $TREE is php-src's, $PHP runs the
# tests, with EXTENSION_ARGUMENTS.
#
# A test has one server to talk to, so each way to reach one is a suite of its own: a copy of php-src's (ext/mysqli-tls/tests)
# that reads variables of its own (TLS_MYSQL_TEST_HOST). That also lets them run side by side, which the tests of one
# database cannot.
. "$ROOT/bin/mariadb.sh"
. "$ROOT/bin/postgresql.sh"

WAYS=(tcp unix tls) # tcp has php-src's own suites

# copy_suite NAME WAY VARIABLE: reads WAY_VARIABLE... where NAME reads VARIABLE....
copy_suite() {
    local copy=$TREE/ext/$1-$2
    [ ! -e "$copy" ] || return 0
    rm -rf "$copy.part"
    mkdir "$copy.part"
    cp -r "$TREE/ext/$1/tests" "$copy.part"
    find "$copy.part" -type f -exec sed -i "s/$3/${2^^}_&/g" {} +
    mv "$copy.part" "$copy" # last, so that an interrupted run starts over
}

# prepare_suites: makes the copies, and says which suites conflict: those that share a database.
prepare_suites() {
    local way name suffix
    for way in "${WAYS[@]}"; do
        [ "$way" = tcp ] && suffix='' || suffix=-$way
        for name in mysqli pdo_mysql pgsql pdo_pgsql; do
            case $name in
                *pgsql) set -- PGSQL_TEST_ "$name$suffix" ;;
                *) set -- MYSQL_TEST_ "mysql$suffix" ;;
            esac
            [ "$way" = tcp ] || copy_suite "$name" "$way" "$1"
            echo "$2" >"$TREE/ext/$name$suffix/tests/CONFLICTS"
        done
    done
    # Each of curl's has a server of its own: they conflict with each other in nothing but time.
    echo curl >"$TREE/ext/curl/tests/CONFLICTS"
}

# start_peers DIR: with what they need in DIR; CERTIFICATE is a file that has the key, too.
start_peers() {
    CERTIFICATE=$1/certificate.pem
    mkdir -p "$1"
    openssl req -x509 -newkey rsa:2048 -nodes -days 30 -keyout "$1/key.pem" -out "$CERTIFICATE" \
        -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1,DNS:localhost 2>/dev/null
    cat "$1/key.pem" >>"$CERTIFICATE"
    EXTENSION_ARGUMENTS+=(-d openssl.cafile="$CERTIFICATE")
    say "starting MariaDB and PostgreSQL"
    start_postgresql "$1/postgresql.log"
    start_mariadb "$1/mariadb"
    await_postgresql
}

# check_peers: that the tests have talked to them.
check_peers() { check_mariadb; check_postgresql; }
stop_peers() { stop_mariadb; stop_postgresql; }

free_port() { "$PHP" -n -r 'echo explode(":", stream_socket_get_name(stream_socket_server("tcp://127.0.0.1:0"), false))[1];'; }
