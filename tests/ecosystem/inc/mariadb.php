<?php
// MariaDB with TLS, for mysqli and PDO.
declare(strict_types=1);
require_once __DIR__ . '/tls.php';

const MARIADB_FILES = ['--innodb-log-file-size=4M', '--innodb-data-file-path=ibdata1:4M:autoextend'];

/** An empty one whose user root has no password, and whose user secret has to show the certificate of `client`. Its port; mariadb_socket() is there, too. */
function mariadb_server(string ...$options): int
{
    $data = temp_path('mariadb');
    exec('cp -r ' . escapeshellarg(empty_database()) . ' ' . escapeshellarg($data));
    $init = temp_path('init.sql');
    file_put_contents($init, "CREATE DATABASE t;\nCREATE USER secret@'%' REQUIRE SUBJECT '/CN=client';\n"
        . "GRANT SELECT ON t.* TO secret@'%';\n");
    return service('mariadb', fn ($port) => ['mariadbd', '--no-defaults', ...MARIADB_FILES, "--datadir=$data", "--port=$port",
        '--bind-address=127.0.0.1', '--socket=' . mariadb_socket(), '--skip-name-resolve', "--init-file=$init",
        '--ssl-cert=' . certified(), '--ssl-key=' . certified(), '--ssl-ca=' . authority(), '--innodb-buffer-pool-size=16M',
        '--max-allowed-packet=64M', '--innodb-flush-log-at-trx-commit=0', ...$options,
        ...(posix_getuid() === 0 ? ['--user=root'] : [])]);
}

function mariadb_socket(): string
{
    return temp_path('mariadb.sock');
}

/** What every server begins with; made once, as that takes seconds. */
function empty_database(): string
{
    $data = dirname(getenv('ECOSYSTEM_VENDOR') ?: temp_path('vendor')) . '/mariadb';
    flock($lock = fopen("$data.lock", 'c'), LOCK_EX);
    if (!is_dir($data)) {
        exec("rm -rf $data.new");
        $install = new Peer(['mariadb-install-db', '--no-defaults', '--auth-root-authentication-method=normal', '--skip-test-db',
            '--skip-name-resolve', "--datadir=$data.new", ...MARIADB_FILES, ...(posix_getuid() === 0 ? ['--user=root'] : [])]);
        $install->ends() === 0 || throw new RuntimeException($install->printed() . $install->complained());
        rename("$data.new", $data);
    }
    fclose($lock);
    return $data;
}

/** Says what $body has thrown, which it should have, and was told in warnings. */
function refused(callable $body): void
{
    try {
        told($body);
        echo "not refused\n";
    } catch (mysqli_sql_exception | PDOException $e) {
        echo masked_error($e), "\n";
    }
}

/** What was thrown, in one line. */
function masked_error(Throwable $e): string
{
    return $e::class . ': ' . plain($e->getMessage()) . " ({$e->getCode()})";
}

/**
 * Whether as many tasks of $query($i, SQL), the first column of the first row, wait in the server at the same time: for a
 * table that is locked until they all do.
 */
function all_wait_at_once(int $count, int $port, callable $query): bool
{
    $keeper = new mysqli('127.0.0.1', 'root', '', 't', $port);
    $keeper->query('CREATE TABLE gate SELECT 7 AS id');
    $keeper->query('LOCK TABLES gate WRITE');
    Uvstream\spawn(function () use ($count, $keeper) {
        $waiting = "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE 'SELECT id + %' AND state LIKE 'Waiting for table %'";
        while ((int) $keeper->query($waiting)->fetch_row()[0] < $count) {
            usleep(10_000);
        }
        $keeper->query('UNLOCK TABLES');
    });
    [$results] = at_once($count, fn ($i) => (int) $query($i, "SELECT id + $i FROM gate"));
    return holds("$count wait in the server", $results === range(7, $count + 6));
}
