<?php
// extension: mysqlnd mysqli pdo_mysql
// needs: mariadb-server
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/mariadb.php';

/** A connection by TLS. @param array<int, mixed> $options */
function secret_connection(int $port, array $options = [], string $user = 'root'): PDO
{
    return new PDO("mysql:host=127.0.0.1;port=$port;dbname=t", $user, '', $options + [PDO::MYSQL_ATTR_SSL_CA => authority()]);
}

function tls_of(PDO $pdo): string
{
    return $pdo->query("SHOW STATUS LIKE 'Ssl_version'")->fetchColumn(1);
}

scenario('verified, unverified, and refused', function () {
    $port = mariadb_server();
    echo tls_of(secret_connection($port)), "\n";
    $other = [PDO::MYSQL_ATTR_SSL_CA => authority('other')];
    refused(fn () => secret_connection($port, $other));
    echo tls_of(secret_connection($port, $other + [PDO::MYSQL_ATTR_SSL_VERIFY_SERVER_CERT => false])), "\n";
    $certificate = fn (string $path) => [PDO::MYSQL_ATTR_SSL_CERT => $path, PDO::MYSQL_ATTR_SSL_KEY => $path];
    echo tls_of(secret_connection($port, $certificate(certified('client', [])), 'secret')), "\n";
    refused(fn () => secret_connection($port, $certificate(certified('someone', [])), 'secret'));
    refused(fn () => secret_connection($port, [], 'secret'));
    return true;
});

scenario('rows, large values, and what is not buffered', function () {
    $pdo = secret_connection(mariadb_server(), [PDO::ATTR_EMULATE_PREPARES => false]);
    $pdo->exec('CREATE TABLE x (id INT PRIMARY KEY, v LONGBLOB)');
    $insert = $pdo->prepare('INSERT INTO x VALUES (?, ?)');
    $pdo->beginTransaction();
    for ($i = 0; $i < 300; $i++) {
        $insert->execute([$i, substr(payload(50_000), $i)]);
    }
    $pdo->commit();
    $insert->execute([300, payload(12 << 20)]);
    foreach ([true, false] as $buffered) {
        $pdo->setAttribute(PDO::MYSQL_ATTR_USE_BUFFERED_QUERY, $buffered);
        $hash = hash_init('sha256');
        $count = 0;
        foreach ($pdo->query('SELECT v FROM x ORDER BY id') as [$value]) {
            hash_update($hash, $value);
            $count++;
        }
        echo $count, ' ', hash_final($hash), "\n";
    }
    return true;
});

scenario('persistent connections, and one that is ended', function () {
    $port = mariadb_server();
    $connect = fn () => secret_connection($port, [PDO::ATTR_PERSISTENT => true]);
    $pdo = $connect();
    $thread = $pdo->query('SELECT CONNECTION_ID()')->fetchColumn();
    $pdo = null;
    $again = $connect();
    $same = holds('the same', $again->query('SELECT CONNECTION_ID()')->fetchColumn() === $thread);
    secret_connection($port)->exec("KILL $thread");
    refused(fn () => $again->query('SELECT 1')->fetchColumn());
    $again = null;
    $fresh = $connect();
    echo tls_of($fresh), "\n";
    return $same && holds('a fresh one', $fresh->query('SELECT CONNECTION_ID()')->fetchColumn() !== $thread);
});
