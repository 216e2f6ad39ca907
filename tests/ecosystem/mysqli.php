<?php
// extension: mysqlnd pdo_mysql mysqli
// needs: mariadb-server
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/mariadb.php';

/** A connection by TLS. @param array<int, mixed> $options */
function secret_connection(int $port, array $options = [], string $host = '127.0.0.1', string $user = 'root',
    ?string $certificate = null, ?string $authority = null, int $flags = MYSQLI_CLIENT_SSL): mysqli
{
    $mysqli = mysqli_init();
    foreach ($options as $option => $value) {
        $mysqli->options($option, $value);
    }
    $mysqli->ssl_set($certificate, $certificate, $authority ?? authority(), null, null);
    $mysqli->real_connect($host, $user, '', 't', $port, null, $flags);
    return $mysqli;
}

/** What the server says of the connection. */
function tls_of(mysqli $mysqli): string
{
    return $mysqli->query("SHOW STATUS LIKE 'Ssl_version'")->fetch_row()[1];
}

scenario('with TLS, verified; unverified; without', function () {
    $port = mariadb_server();
    $mysqli = secret_connection($port);
    echo tls_of($mysqli), ' ', $mysqli->query('SELECT 6 * 7')->fetch_row()[0], "\n";
    refused(fn () => secret_connection($port, authority: authority('other')));
    $lax = secret_connection($port, authority: authority('other'), flags: MYSQLI_CLIENT_SSL | MYSQLI_CLIENT_SSL_DONT_VERIFY_SERVER_CERT);
    echo tls_of($lax), "\n";
    echo json_encode(tls_of(new mysqli('127.0.0.1', 'root', '', 't', $port))), "\n";
    return tls_of($mysqli) === 'TLSv1.3';
});

scenario('who has to show a certificate', function () {
    $port = mariadb_server();
    echo tls_of(secret_connection($port, user: 'secret', certificate: certified('client', []))), "\n";
    refused(fn () => secret_connection($port, user: 'secret'));
    refused(fn () => secret_connection($port, user: 'secret', certificate: certified('someone', [])));
    return true;
});

scenario('prepared statements, transactions, large values and results', function () {
    $mysqli = secret_connection(mariadb_server());
    $mysqli->query('CREATE TABLE x (id INT PRIMARY KEY, v LONGBLOB)');
    $insert = $mysqli->prepare('INSERT INTO x VALUES (?, ?)');
    $mysqli->begin_transaction();
    for ($i = 0; $i < 300; $i++) {
        $insert->execute([$i, substr(payload(50_000), $i)]);
    }
    $mysqli->commit();
    $insert->execute([300, $large = payload(12 << 20)]);
    $hash = hash_init('sha256');
    $count = 0;
    foreach ($mysqli->query('SELECT v FROM x ORDER BY id', MYSQLI_USE_RESULT) as ['v' => $value]) { // unbuffered
        hash_update($hash, $value);
        $count++;
    }
    echo $count, ' ', hash_final($hash), "\n";
    $same = $mysqli->query('SELECT v FROM x WHERE id = 300')->fetch_row()[0] === $large;
    $mysqli->multi_query('SELECT 1; SELECT 2; SELECT COUNT(*) FROM x');
    do {
        echo $mysqli->store_result()->fetch_row()[0], ' ';
    } while ($mysqli->more_results() && $mysqli->next_result());
    return holds('large', $same);
});

scenario('a query that outlasts the read time-out', function () {
    $port = mariadb_server();
    $mysqli = secret_connection($port, [MYSQLI_OPT_READ_TIMEOUT => 1]);
    echo $mysqli->query('SELECT SLEEP(0.2)')->fetch_row()[0], "\n";
    $began = hrtime(true);
    refused(fn () => $mysqli->query('SELECT SLEEP(20)'));
    $patience = (hrtime(true) - $began) / 1e9;
    refused(fn () => $mysqli->query('SELECT 1'));
    return holds('a second, not twenty', $patience >= 0.9 && $patience < 15) && tls_of(secret_connection($port)) === 'TLSv1.3';
});

scenario('persistent connections', function () {
    $port = mariadb_server();
    $first = secret_connection($port, host: 'p:127.0.0.1');
    $thread = $first->thread_id;
    $first->close();
    $second = secret_connection($port, host: 'p:127.0.0.1');
    echo tls_of($second), "\n";
    $same = holds('the same', $second->thread_id === $thread);
    $third = secret_connection($port, host: 'p:127.0.0.1');
    $other = holds('another while that is in use', $third->thread_id !== $thread);
    secret_connection($port)->query("KILL $thread");
    $second->close();
    $fourth = secret_connection($port, host: 'p:127.0.0.1');
    return $same && $other && holds('a fresh one for one that was killed', $fourth->thread_id !== $thread && tls_of($fourth) === 'TLSv1.3');
});

scenario('queries that are waited for together', function () {
    $port = mariadb_server();
    for ($i = 0; $i < 5; $i++) {
        $all[$i] = secret_connection($port);
        $all[$i]->query('SELECT SLEEP(' . (5 - $i) / 50 . "), $i, REPEAT('x', 40000)", MYSQLI_ASYNC);
    }
    for ($seen = []; count($seen) < 5;) {
        $read = $error = $reject = array_diff_key($all, $seen);
        mysqli_poll($read, $error, $reject, 20) > 0 || throw new RuntimeException('nothing for 20 s');
        foreach ($read as $mysqli) {
            [, $i, $text] = $mysqli->reap_async_query()->fetch_row();
            $seen[(int) $i] = strlen($text);
        }
    }
    ksort($seen);
    echo json_encode($seen), "\n";
    return true;
});

scenario('the server goes away', function () {
    $port = mariadb_server();
    $mysqli = secret_connection($port);
    $thread = $mysqli->thread_id;
    secret_connection($port)->query("KILL $thread");
    refused(fn () => $mysqli->query('SELECT 1'));
    refused(fn () => secret_connection(free_port()));
    return true;
});
