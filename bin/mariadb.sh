# MariaDB servers for php-src's tests of mysqli and pdo_mysql, one for each way: see peers.sh.

MARIADB_PIDS=()

# start_mariadb DIR: on 127.0.0.1 and a unix socket, with what they need in DIR; and the variables by which the tests find
# them.
start_mariadb() {
    local dir=$1 way
    MARIADB_DIR=$dir
    rm -rf "$dir"
    mkdir -p "$dir"
    echo 'CREATE DATABASE test;' >"$dir/init.sql"
    for way in "${WAYS[@]}"; do start_server "$dir/$way" "$dir"; done
    for way in "${WAYS[@]}"; do
        await_server "$dir/$way"
        export_way "$way" "$dir/$way"
    done
}

# start_server DIR SHARED. Nothing needs to survive a crash, so nothing is flushed. Its temporary directory is its own,
# for a server that starts empties it.
start_server() {
    local dir=$1 shared=$2 options
    mkdir -p "$dir/tmp"
    options=(--no-defaults --user="$(id -un)" --datadir="$dir/data" --tmpdir="$dir/tmp" --innodb-log-file-size=8M)
    mariadb-install-db "${options[@]}" --skip-test-db --auth-root-authentication-method=normal >"$dir/log" 2>&1 ||
        { tail -n 20 "$dir/log" >&2; die "mariadb-install-db failed"; }
    free_port >"$dir/port"
    mariadbd "${options[@]}" --init-file="$shared/init.sql" --local-infile=1 \
        --bind-address=127.0.0.1 --port="$(cat "$dir/port")" --socket="$dir/socket" --skip-name-resolve \
        --ssl-cert="$CERTIFICATE" --ssl-key="$CERTIFICATE" \
        --debug-no-sync --innodb-flush-log-at-trx-commit=0 --innodb-flush-method=nosync \
        >>"$dir/log" 2>&1 </dev/null {LOCK}>&- &
    MARIADB_PIDS+=($!)
    echo $! >"$dir/pid"
}

# query DIR SQL: the second column of the first row.
query() {
    "$PHP" "${EXTENSION_ARGUMENTS[@]}" -r '
        mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT);
        $link = new mysqli("127.0.0.1", "root", "", "test", (int) $argv[1]);
        echo $link->query($argv[2])->fetch_row()[1];
    ' "$(cat "$1/port")" "$2"
}

await_server() {
    local tries
    for ((tries = 0; tries < 300; tries++)); do
        ! query "$1" 'SELECT 1, 1' >/dev/null 2>&1 || return 0
        kill -0 "$(cat "$1/pid")" 2>/dev/null || break
        sleep 0.1
    done
    tail -n 20 "$1/log" >&2
    die "MariaDB does not start"
}

# export_way WAY DIR: what ext/mysqli/tests/connect.inc and ext/pdo_mysql/tests/config.inc read.
export_way() {
    local way=$1 dir=$2 own='' host=127.0.0.1 port socket=$2/socket dsn name value
    port=$(cat "$dir/port")
    dsn="mysql:host=$host;port=$port;dbname=test"
    [ "$way" = tcp ] || own=${way^^}_
    [ "$way" != unix ] || host=localhost dsn="mysql:unix_socket=$socket;dbname=test"
    while IFS='=' read -r name value; do
        export "${own}MYSQL_TEST_$name=$value" "PDO_${own}MYSQL_TEST_$name=$value"
    done <<END
HOST=$host
PORT=$port
SOCKET=$socket
USER=root
PASS=
DB=test
DSN=$dsn
END
    [ "$way" = tls ] || return 0
    # The helpers that most of the tests connect by take these; the certificate is verified.
    export TLS_MYSQL_TEST_CONNECT_FLAGS PDO_TLS_MYSQL_TEST_ATTR
    TLS_MYSQL_TEST_CONNECT_FLAGS=$("$PHP" "${EXTENSION_ARGUMENTS[@]}" -r 'echo MYSQLI_CLIENT_SSL;')
    PDO_TLS_MYSQL_TEST_ATTR=$("$PHP" "${EXTENSION_ARGUMENTS[@]}" -r 'echo serialize([PDO::MYSQL_ATTR_SSL_CA => $argv[1]]);' \
        "$CERTIFICATE")
}

# check_mariadb: that the tests which are to speak TLS did.
check_mariadb() {
    [ "$(query "$MARIADB_DIR/tls" "SHOW GLOBAL STATUS LIKE 'Ssl_finished_accepts'")" -gt 0 ] || die "no test spoke TLS to MariaDB"
}

# Their data is of no more use; the logs stay.
stop_mariadb() {
    [ ${#MARIADB_PIDS[@]} -gt 0 ] || return 0
    kill -KILL "${MARIADB_PIDS[@]}" 2>/dev/null || true
    wait "${MARIADB_PIDS[@]}" 2>/dev/null || true
    MARIADB_PIDS=()
    rm -rf "$MARIADB_DIR"/*/{data,tmp}
}
