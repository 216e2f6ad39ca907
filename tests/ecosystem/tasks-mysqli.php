<?php
// extension: mysqlnd pdo_mysql mysqli
// needs: mariadb-server
// tasks: yes
// limit: 180
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/many_connections.php';

/** @param list<mysqli> $all */
function sleeps(array $all, string $way): bool
{
    return are_answered($way, fn ($i, $seconds) => (int) $all[$i]->query("SELECT SLEEP($seconds) + $i")->fetch_row()[0]);
}

scenario('by TCP', function () {
    $port = mariadb_server(...MANY);
    $all = connections('TCP', fn () => new mysqli('127.0.0.1', 'root', '', 't', $port));
    return sleeps($all, 'TCP') && (!extension_loaded('uvstream')
        || all_wait_at_once(COUNT, $port, fn ($i, $sql) => $all[$i]->query($sql)->fetch_row()[0]));
});

scenario('by a unix socket', function () {
    mariadb_server(...MANY);
    return sleeps(connections('a unix socket', fn () => new mysqli('localhost', 'root', '', 't', 0, mariadb_socket())), 'a unix socket');
});

scenario('by TLS', function () {
    $port = mariadb_server(...MANY);
    $all = connections('TLS', function () use ($port) {
        $mysqli = mysqli_init();
        $mysqli->ssl_set(null, null, authority(), null, null);
        $mysqli->real_connect('127.0.0.1', 'root', '', 't', $port, null, MYSQLI_CLIENT_SSL);
        return $mysqli;
    });
    return sleeps($all, 'TLS') && $all[COUNT - 1]->query("SHOW STATUS LIKE 'Ssl_version'")->fetch_row()[1] === 'TLSv1.3';
});
