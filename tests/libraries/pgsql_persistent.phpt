--TEST--
Persistent connections of pgsql and PDO_pgsql in tasks: of those that connect at once all get the same; one that two tasks close at once is closed once
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
require __DIR__ . '/../inc/waits.inc';
require __DIR__ . '/../inc/outcome.inc';
use function Uvstream\{all, run, spawn};
$server = new Postgresql();
run(function () use ($server) {
    $persistent = [PDO::ATTR_PERSISTENT => true];
    $ways = [
        'pg_pconnect' => function () use ($server) {
            $link = pg_pconnect($server->unix);
            $ask = fn ($sql) => ($answer = pg_query($link, $sql)) ? pg_fetch_result($answer, 0, 0) : false;
            return [$ask, $link];
        },
        'PDO' => function () use ($server, $persistent) {
            $pdo = new PDO("pgsql:$server->unix", null, null, $persistent);
            return [fn ($sql) => (string) $pdo->query($sql)->fetchColumn(), $pdo];
        },
    ];
    foreach ($ways as $way => $connect) {
        $calls = [];
        for ($i = 1; $i <= 5; ++$i) {
            $calls[$i] = function () use ($connect, $i) {
                [$ask] = $connect();
                $process = $ask('SELECT pg_backend_pid()');
                return [$ask("SELECT $i"), $ask('SELECT pg_backend_pid()') === $process ? $process : 'another'];
            };
        }
        $answers = all($calls);
        echo $way, ': ', implode(' ', array_column($answers, 0)), ', ', count(array_unique(array_column($answers, 1))), " process\n";
        [$ask] = $connect();
        echo 'the same one after the other: ', json_encode($ask('SELECT pg_backend_pid()') === $answers[1][1]), "\n";

        // One that breaks while it is used is made anew for the next who connects.
        $server->query('SELECT pg_advisory_lock(1)');
        $task = spawn(fn () => @$ask('SELECT pg_advisory_lock(1)'));
        $server->await(1);
        $next = spawn(fn () => @$connect()[0]('SELECT pg_backend_pid()'));
        let_wait($next);
        $task->cancel();
        result_or_class(fn () => $next->await()); // by what has broken (pgsql), or anew (PDO)
        echo result_or_class(fn () => $task->await()), ', then ', $connect()[0]('SELECT pg_backend_pid()') !== $answers[1][1] ? 'another' : 'the same', " process\n";
        $server->query('SELECT pg_advisory_unlock(1)');
        unset($ask);
    }

    $link = pg_connect($server->unix, PGSQL_CONNECT_FORCE_NEW);
    $server->query('SELECT pg_advisory_lock(1)');
    $query = spawn(fn () => pg_fetch_result(pg_query($link, "SELECT 'last' FROM pg_advisory_lock(1)"), 0, 0));
    $server->await(1);
    let_wait($first = spawn(fn () => pg_close($link)), $second = spawn(fn () => pg_close($link)));
    $server->query('SELECT pg_advisory_unlock(1)');
    foreach ([$query, $first, $second] as $task) echo outcome(fn () => $task->await()), "\n";
});
?>
--EXPECTF--
pg_pconnect: 1 2 3 4 5, 1 process
the same one after the other: true
Uvstream\CancelledError, then another process
PDO: 1 2 3 4 5, 1 process
the same one after the other: true
Uvstream\CancelledError, then another process
returned "last"
returned true
Error: PostgreSQL connection has already been closed
