--TEST--
pgsql and PDO in {main}: a real PostgreSQL by its socket, by an address, by a name and by TLS
--EXTENSIONS--
openssl
pdo
pdo_pgsql
pgsql
--SKIPIF--
<?php require __DIR__ . '/../inc/postgresql.inc'; skip_without_postgresql(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/postgresql.inc';
$server = new Postgresql(with_tls: true);
$sql = 'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()';
foreach (['unix', 'tcp', 'named', 'tls'] as $way) {
    $link = pg_connect($server->$way);
    $pdo = new PDO("pgsql:{$server->$way}");
    echo $way, ' ', pg_fetch_row(pg_query($link, $sql))[0], ' ', json_encode($pdo->query($sql)->fetchColumn()), "\n";
}
$server->awaitClients(2);
$server->query('SELECT pg_advisory_lock(1)');
pg_send_query($link, 'SELECT pg_advisory_lock(1)');
$server->await(1);
$server->query('SELECT pg_advisory_unlock(1)');
echo pg_result_status(pg_get_result($link)) === PGSQL_TUPLES_OK ? "has the lock\n" : "failed\n";
$link = $pdo = null;
$server->awaitClients(0);
?>
--EXPECT--
unix f false
tcp f false
named f false
tls t true
has the lock
