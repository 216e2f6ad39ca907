--TEST--
Each kind of wait of pgsql's in a task ends by what another task does; one that is cancelled ends at once, and nobody reads its answer afterwards
--EXTENSIONS--
openssl
pgsql
--SKIPIF--
<?php require __DIR__ . '/../inc/postgresql.inc'; skip_without_postgresql(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/postgresql.inc';
require __DIR__ . '/../inc/waits.inc';
use function Uvstream\{run, spawn, timeout};
use Uvstream\TimeoutException;
$server = new Postgresql();
run(function () use ($server) {
    $server->query('CREATE TABLE lines (line text)');
    $server->query("CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_advisory_xact_lock_shared(1); RETURN NULL; END'");
    $server->query('CREATE TRIGGER wait BEFORE INSERT ON lines FOR EACH ROW EXECUTE FUNCTION wait()');
    $server->query('CREATE TABLE locked (line text)');
    $big = str_repeat('x', 10_000_000);
    $object = $server->query('SELECT lo_from_bytea(0, repeat(\'y\', 100000)::bytea)')[0][0];
    $row = fn ($answer) => $answer ? implode(' ', array_filter(pg_fetch_row($answer))) : $answer;
    $begin = fn ($link) => pg_query($link, 'BEGIN');
    // Each waits for lock 1 in the server, or for the lock of a table.
    $kinds = [
        'pg_query' => [fn ($link) => $row(pg_query($link, "SELECT 'answer' FROM pg_advisory_xact_lock_shared(1)")), 'answer'],
        'pg_query_params' => [fn ($link) => $row(pg_query_params($link, 'SELECT length($1) FROM pg_advisory_xact_lock_shared(1)', [$big])), '10000000'],
        'big answer' => [fn ($link) => strlen($row(pg_query($link, "SELECT repeat('y', 10000000) FROM pg_advisory_xact_lock_shared(1)"))), 10000000],
        'pg_execute' => [fn ($link) => pg_prepare($link, '', 'SELECT $1::text FROM pg_advisory_xact_lock_shared(1)') && $row(pg_execute($link, '', ['answer'])) === 'answer', true],
        'pg_prepare' => [fn ($link) => is_object(pg_prepare($link, '', 'SELECT * FROM locked')), true],
        'notices' => [fn ($link) => pg_query($link, "DO 'BEGIN RAISE NOTICE ''one''; PERFORM pg_advisory_xact_lock_shared(1); RAISE NOTICE ''two''; END'") ? count(pg_last_notice($link, PGSQL_NOTICE_ALL)) : 0, 2],
        'pg_meta_data' => [fn ($link) => pg_insert($link, 'locked', ['line' => 'x'], PGSQL_DML_EXEC) ? 'inserted' : 'failed', 'inserted'],
        'pg_copy_to' => [fn ($link) => pg_copy_to($link, "(SELECT 'answer' FROM pg_advisory_xact_lock_shared(1))"), ["answer\n"]],
        'pg_copy_from' => [fn ($link) => pg_copy_from($link, 'lines', array_fill(0, 100, $big = str_repeat('x', 100_000) . "\n")), true],
        'pg_put_line' => [function ($link) {
            pg_query($link, 'COPY lines FROM STDIN');
            for ($i = 0; $i < 100; ++$i) {
                if (!pg_put_line($link, str_repeat('x', 100_000) . "\n")) return 'failed';
            }
            return pg_put_line($link, "\\.\n") && pg_end_copy($link);
        }, true],
        'pg_lo_read' => [fn ($link) => strlen((string) pg_lo_read(pg_lo_open($link, $object, 'r'), 100_000)), 100_000, $begin],
        'pg_lo_read_all' => [function ($link) use ($object) {
            ob_start();
            $size = pg_lo_read_all(pg_lo_open($link, $object, 'r'));
            ob_end_clean();
            return $size;
        }, 100_000, $begin],
        'pg_lo_write' => [fn ($link) => pg_lo_write(pg_lo_open($link, $object, 'w'), str_repeat('y', 100_000)), 100_000, $begin],
        'pg_lo_unlink' => [fn ($link) => pg_lo_unlink($link, $object), true, $begin],
        'pg_get_result' => [fn ($link) => $row(pg_get_result($link)), 'answer', fn ($link) => pg_send_query($link, "SELECT 'answer' FROM pg_advisory_xact_lock_shared(1)")],
        'stream_select' => [function ($link) use ($row) {
            [$read, $write, $except] = [[pg_socket($link)], null, null];
            return stream_select($read, $write, $except, 20) === 1 ? $row(pg_get_result($link)) : 'nothing';
        }, 'answer', fn ($link) => pg_send_query($link, "SELECT 'answer' FROM pg_advisory_xact_lock_shared(1)")],
    ];
    $locker = pg_connect($server->unix, PGSQL_CONNECT_FORCE_NEW);
    $locks = ['BEGIN', 'SELECT pg_advisory_xact_lock(1)', 'LOCK TABLE locked', 'LOCK TABLE pg_largeobject'];
    $begun = function (callable $call, $link, $prepare) use ($server, $locker, $locks) {
        foreach ($locks as $sql) pg_query($locker, $sql);
        if ($prepare) $prepare($link);
        $task = spawn(fn () => @$call($link));
        $server->await(1);
        let_wait($task);
        return $task;
    };
    foreach ($kinds as $kind => $its) {
        [$call, $answer, $prepare] = $its + [2 => null];
        $link = pg_connect($server->tcp, PGSQL_CONNECT_FORCE_NEW);
        $task = $begun($call, $link, $prepare);
        expect("$kind waits", $task->isDone(), false);
        pg_query($locker, 'COMMIT');
        expect($kind, $task->await(), $answer);
        pg_query($link, 'ROLLBACK');

        $task = $begun($call, $link, $prepare);
        $task->cancel();
        expect("$kind cancelled", result_or_class(fn () => $task->await()), Uvstream\CancelledError::class);
        pg_query($locker, 'ROLLBACK');
        $is_good = pg_connection_status($link) === PGSQL_CONNECTION_OK;
        expect("$kind leaves a good connection", $is_good, $kind === 'stream_select'); // where nobody was in the middle of an answer
        $rest = $is_good ? 'answer' : false;
        $left = @pg_get_result($link);
        expect("$kind: what is left", $left && pg_num_rows($left) > 0 ? $row($left) : false, $rest);
        expect("$kind, reset", @pg_connection_reset($link), true);
        expect("$kind, then", $row(pg_query($link, "SELECT 'own'")), 'own');

        foreach ($locks as $sql) pg_query($locker, $sql);
        if ($prepare) $prepare($link);
        expect("$kind, out of time", result_or_class(fn () => timeout(0.02, fn () => @$call($link))), TimeoutException::class);
        pg_query($locker, 'ROLLBACK');
        pg_close($link);
    }
    pg_close($locker);
    $server->awaitClients(0);
    echo count($kinds), " kinds\n";
});
?>
--EXPECT--
16 kinds
