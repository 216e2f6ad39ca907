--TEST--
One connection of pgsql's in several tasks: one call at a time, in order; nobody gets another's answer, and who waits in line when it is closed or broken is told
--EXTENSIONS--
openssl
pgsql
--SKIPIF--
<?php require __DIR__ . '/../inc/postgresql.inc'; skip_without_postgresql(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/postgresql.inc';
require __DIR__ . '/../inc/waits.inc';
require __DIR__ . '/../inc/outcome.inc';
use function Uvstream\{all, run, spawn, timeout};
$server = new Postgresql();
run(function () use ($server) {
    $locked = fn ($text) => "SELECT '$text' FROM pg_advisory_lock(1)";
    $query = fn ($link, $sql) => spawn(fn () => ($answer = @pg_query($link, $sql)) ? pg_fetch_result($answer, 0, 0) : 'failed');
    $hold = function ($link) use ($server, $query, $locked) {
        $server->query('SELECT pg_advisory_lock(1)');
        $task = $query($link, $locked('held up'));
        $server->await(1);
        return $task;
    };
    $release = fn () => $server->query('SELECT pg_advisory_unlock(1)');
    $connect = fn () => pg_connect($server->unix, PGSQL_CONNECT_FORCE_NEW);
    $show = function (string $what, ...$tasks) {
        foreach ($tasks as $task) echo "$what: ", outcome(fn () => $task->await()), "\n";
    };

    $link = $connect();
    $tasks = [$hold($link)];
    $ends = [];
    for ($i = 1; $i <= 20; ++$i) {
        $tasks[] = $task = spawn(function () use ($link, $i, &$ends) {
            $answer = pg_fetch_result(pg_query_params($link, 'SELECT $1::int', [$i]), 0, 0);
            $ends[] = $i;
            return $answer;
        });
        let_wait($task);
    }
    $release();
    expect('answers', array_map(fn ($task) => $task->await(), $tasks), ['held up', ...array_map(strval(...), range(1, 20))]);
    expect('order', $ends, range(1, 20));
    pg_query($link, 'SELECT pg_advisory_unlock_all()');

    $first = $hold($link);
    let_wait($second = $query($link, 'SELECT 2'), $third = $query($link, 'SELECT 3'));
    $second->cancel();
    echo outcome(fn () => timeout(0.01, fn () => @pg_query($link, 'SELECT 4'))), "\n";
    $release();
    $show('cancelled in line', $first, $second, $third);

    pg_query($link, 'SELECT pg_advisory_unlock_all()');
    $first = $hold($link);
    let_wait($second = $query($link, 'SELECT 2'));
    $first->cancel();
    $show('the one under way is cancelled', $first, $second);
    pg_connection_reset($link);
    echo pg_fetch_result(pg_query($link, "SELECT 'made anew'"), 0, 0), "\n";
    $release();

    $first = $hold($link);
    let_wait($close = spawn(fn () => pg_close($link)), $second = $query($link, 'SELECT 2'));
    $release();
    $show('closed', $first, $close, $second);
    $server->awaitClients(0);

    $link = $connect();
    $first = $hold($link);
    let_wait($close = spawn(fn () => pg_close($link)));
    $close->cancel(); // it closes it all the same: as soon as the query is over
    $show('close cancelled', $close);
    $release();
    $show('close cancelled', $first);
    $server->awaitClients(0);

    // A COPY is not interrupted, however often it has to wait: what others ask comes behind it.
    $link = $connect();
    pg_query($link, 'CREATE TEMPORARY TABLE lines (line text)');
    $rows = array_fill(0, 300, str_repeat('x', 30_000) . "\n");
    $copy = spawn(fn () => pg_copy_from($link, 'lines', $rows));
    let_wait($count = $query($link, 'SELECT count(*) FROM lines'));
    $back = spawn(fn () => count(pg_copy_to($link, 'lines')));
    $show('COPY', $copy, $count, $back, $query($link, 'SELECT count(*) + 1 FROM lines'));
});
?>
--EXPECT--
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
cancelled in line: returned "held up"
cancelled in line: CancelledError(Requested): The task was cancelled
cancelled in line: returned "3"
the one under way is cancelled: CancelledError(Requested): The task was cancelled
the one under way is cancelled: returned "failed"
made anew
closed: returned "held up"
closed: returned true
closed: Error: Another task has closed this connection
close cancelled: CancelledError(Requested): The task was cancelled
close cancelled: returned "held up"
COPY: returned true
COPY: returned "300"
COPY: returned 300
COPY: returned "301"
