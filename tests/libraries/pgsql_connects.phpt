--TEST--
pgsql and PDO_pgsql connect in tasks: by a unix socket, an address, a name that has to be looked up, TLS, several hosts, and step by step; to a peer that is silent until it goes, the time is over, or the task is cancelled
--EXTENSIONS--
openssl
pcntl
pdo
pdo_pgsql
pgsql
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/postgresql.inc'; skip_without_postgresql(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/postgresql.inc';
require __DIR__ . '/../inc/waits.inc';
use function Uvstream\{all, run, spawn, timeout};
enter_network_of_waits();
$server = new Postgresql(with_tls: true);
run(function () use ($server) {
    $connects = [
        'pgsql' => fn (string $to) => ($link = @pg_connect($to, PGSQL_CONNECT_FORCE_NEW)) ? pg_fetch_result(pg_query($link, 'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()'), 0, 0) : false,
        'PDO' => fn (string $to) => (new PDO("pgsql:$to"))->query('SELECT ssl::text FROM pg_stat_ssl WHERE pid = pg_backend_pid()')->fetchColumn()[0],
    ];
    $others = "sslmode=disable user=postgres dbname=postgres";
    $closed = closed_port();
    foreach ($connects as $by => $connect) {
        $calls = [];
        foreach (['unix', 'tcp', 'named', 'tls'] as $way) $calls[$way] = fn () => $connect($server->$way);
        $calls['required'] = fn () => $connect(str_replace('sslmode=disable', 'sslmode=require', $server->tcp));
        $calls['hosts'] = fn () => $connect("host=127.0.0.1,127.0.0.1 port=$closed,$server->port $others");
        echo $by, ' ', json_encode(all($calls)), "\n";

        [$silent, $address] = listen_on();
        $to = "host=127.0.0.1 port=" . substr(strrchr($address, ':'), 1) . " $others connect_timeout=";
        $refused = $by === 'PDO' ? '"PDOException"' : 'false';
        $task = spawn($connect, "$to 60");
        $peer = stream_socket_accept($silent, 20);
        let_wait($task);
        fclose($peer);
        expect("$by: the peer goes", result_or_class(fn () => $task->await()), $by === 'PDO' ? 'PDOException' : 'false');
        $task = spawn($connect, "$to 60");
        $peer = stream_socket_accept($silent, 20);
        let_wait($task);
        $task->cancel();
        expect("$by, cancelled", result_or_class(fn () => $task->await()), Uvstream\CancelledError::class);
        expect("$by: the connection ends", strlen(stream_get_contents($peer)) > 0, true);
        expect("$by, out of time", result_or_class(fn () => timeout(0.02, fn () => $connect("$to 60"))), Uvstream\TimeoutException::class);
        // Two seconds are libpq's least.
        $started = hrtime(true);
        expect("$by: libpq's time is over", result_or_class(fn () => $connect("$to 2")), $by === 'PDO' ? 'PDOException' : 'false');
        expect("$by: at its time", hrtime(true) - $started > 0.9e9, true);

        if (getenv('TEST_PRIVATE_NETWORK') !== false) {
            foreach (['late', 'cancelled'] as $what) {
                $name = "late-$by-$what-" . getmypid() . '-';
                $task = spawn($connect, "host=$name.test. port=$server->port $others");
                let_wait($task);
                if ($what === 'late') {
                    answer_late($name);
                    expect("$by: a name", $task->await(), 'f');
                } else {
                    $task->cancel();
                    expect("$by: a name, cancelled", result_or_class(fn () => $task->await()), Uvstream\CancelledError::class);
                }
            }
        }
    }

    $link = pg_connect($server->tcp, PGSQL_CONNECT_FORCE_NEW | PGSQL_CONNECT_ASYNC);
    $steps = 0;
    while (($state = pg_connect_poll($link)) !== PGSQL_POLLING_OK) {
        if ($state === PGSQL_POLLING_FAILED || ++$steps > 50) die('failed');
        $socket = pg_socket($link);
        $read = $state === PGSQL_POLLING_READING ? [$socket] : null;
        $write = $state === PGSQL_POLLING_WRITING ? [$socket] : null;
        $except = null;
        stream_select($read, $write, $except, 20);
    }
    echo $steps > 0 ? 'step by step, ' : 'at once, ', pg_fetch_result(pg_query($link, "SELECT 'connected'"), 0, 0), "\n";
    pg_close($link);
    $server->awaitClients(0);
});
?>
--EXPECT--
pgsql {"unix":"f","tcp":"f","named":"f","tls":"t","required":"t","hosts":"f"}
PDO {"unix":"f","tcp":"f","named":"f","tls":"t","required":"t","hosts":"f"}
step by step, connected
