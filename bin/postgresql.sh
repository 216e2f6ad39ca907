# A PostgreSQL server for php-src's tests of pgsql and pdo_pgsql: see peers.sh. Each suite has a database of its own.

POSTGRESQL_DIR='' # in the system's place for such, as the server may be another user, and its socket needs a short path
POSTGRESQL_PID=''

start_postgresql() {
    POSTGRESQL_DIR=$(mktemp -d)
    POSTGRESQL_LOG=$1
    chmod 711 "$POSTGRESQL_DIR"
    POSTGRESQL_PORT=$(free_port)
    bash "$ROOT/tests/inc/postgresql_server" "$POSTGRESQL_DIR" "$POSTGRESQL_PORT" "$CERTIFICATE" \
        >"$POSTGRESQL_LOG" 2>&1 </dev/null {LOCK}>&- &
    POSTGRESQL_PID=$!
}

# postgresql_query SQL: the first column of the first row.
postgresql_query() {
    "$PHP" "${EXTENSION_ARGUMENTS[@]}" -r '
        $result = pg_query(pg_connect($argv[1]), $argv[2]);
        if (pg_num_rows($result) > 0) echo pg_fetch_result($result, 0, 0);
    ' "host=$POSTGRESQL_DIR port=$POSTGRESQL_PORT user=postgres" "$1"
}

# await_postgresql: until it answers; then makes the databases, and the variables by which the tests find them.
await_postgresql() {
    local tries way own host name database
    for ((tries = 0; tries < 300; tries++)); do
        ! grep -qs '^ready' "$POSTGRESQL_DIR/data/postmaster.pid" || break
        kill -0 "$POSTGRESQL_PID" 2>/dev/null || { tail -n 20 "$POSTGRESQL_LOG" >&2; die "PostgreSQL does not start"; }
        sleep 0.1
    done
    for way in "${WAYS[@]}"; do
        own=${way^^}_
        case $way in
            tcp) own='' host='localhost sslmode=disable' ;;
            unix) host=$POSTGRESQL_DIR ;;
            tls) host="localhost sslmode=verify-full sslrootcert=$CERTIFICATE" ;;
        esac
        for name in pgsql pdo_pgsql; do
            postgresql_query "CREATE DATABASE test_${name}_$way"
        done
        database="host=$host port=$POSTGRESQL_PORT user=postgres dbname=test"
        export "${own}PGSQL_TEST_CONNSTR=${database}_pgsql_$way" "PDO_${own}PGSQL_TEST_DSN=pgsql:${database}_pdo_pgsql_$way"
    done
}

# check_postgresql: that the tests of each suite have talked to it.
check_postgresql() {
    [ "$(postgresql_query "SELECT count(*) FROM pg_stat_database WHERE datname LIKE 'test\_%' AND xact_commit > 100")" = 6 ] ||
        die "some tests did not talk to PostgreSQL"
}

stop_postgresql() {
    [ -n "$POSTGRESQL_PID" ] || return 0
    kill -QUIT "$POSTGRESQL_PID" 2>/dev/null || true
    wait "$POSTGRESQL_PID" 2>/dev/null || true
    POSTGRESQL_PID=''
    rm -rf "$POSTGRESQL_DIR"
}
