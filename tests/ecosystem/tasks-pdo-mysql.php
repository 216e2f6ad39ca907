<?php
// extension: mysqlnd mysqli pdo_mysql
// needs: mariadb-server
// tasks: yes
// limit: 180
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/many_connections.php';

/** @param array<int, mixed> $options @return Closure(): PDO */
function connecting(string $where, array $options = []): Closure
{
    return fn () => new PDO("mysql:$where;dbname=t", 'root', '', $options);
}

/** By statements that the server prepares, or that PDO puts together. @param list<PDO> $all */
function sleeps(array $all, string $way): bool
{
    return are_answered($way, function ($i, $seconds) use ($all) {
        $all[$i]->setAttribute(PDO::ATTR_EMULATE_PREPARES, $i % 2 === 0);
        $statement = $all[$i]->prepare('SELECT SLEEP(?) + ?');
        $statement->execute([$seconds, $i]);
        return (int) $statement->fetchColumn();
    });
}

scenario('by TCP', function () {
    $port = mariadb_server(...MANY);
    $all = connections('TCP', connecting("host=127.0.0.1;port=$port"));
    return sleeps($all, 'TCP') && (!extension_loaded('uvstream')
        || all_wait_at_once(COUNT, $port, fn ($i, $sql) => $all[$i]->query($sql)->fetchColumn()));
});

scenario('by a unix socket', function () {
    mariadb_server(...MANY);
    return sleeps(connections('a unix socket', connecting('unix_socket=' . mariadb_socket())), 'a unix socket');
});

scenario('by TLS', function () {
    $port = mariadb_server(...MANY);
    $all = connections('TLS', connecting("host=127.0.0.1;port=$port", [PDO::MYSQL_ATTR_SSL_CA => authority()]));
    return sleeps($all, 'TLS') && $all[COUNT - 1]->query("SHOW STATUS LIKE 'Ssl_version'")->fetchColumn(1) === 'TLSv1.3';
});
