--TEST--
Each kind of wait of PDO_pgsql's in a task ends by what another task does; one that is cancelled ends at once, and nobody reads its answer afterwards
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
use function Uvstream\{run, spawn, timeout};
use Uvstream\TimeoutException;
$server = new Postgresql();
run(function () use ($server) {
    $server->query('CREATE TABLE lines (line text)');
    $server->query("CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_advisory_xact_lock_shared(1); RETURN NULL; END'");
    $server->query('CREATE TRIGGER wait BEFORE INSERT ON lines FOR EACH ROW EXECUTE FUNCTION wait()');
    $server->query('CREATE TABLE locked (line text)');
    $object = $server->query('SELECT lo_from_bytea(0, repeat(\'y\', 100000)::bytea)')[0][0];
    $lob = fn (PDO $pdo, $mode) => $pdo->pgsqlLOBOpen($object, $mode);
    $execute = function (PDO $pdo, string $sql, array $values, array $options = []) {
        $statement = $pdo->prepare($sql, $options);
        $statement->execute($values);
        return $statement->fetchColumn();
    };
    $begin = fn (PDO $pdo) => $pdo->beginTransaction();
    $rows = array_fill(0, 100, str_repeat('x', 100_000));
    $kinds = [
        'query' => [fn ($pdo) => $pdo->query("SELECT 'answer' FROM pg_advisory_xact_lock_shared(1)")->fetchColumn(), 'answer'],
        'exec' => [fn ($pdo) => is_int($pdo->exec('SELECT pg_advisory_xact_lock_shared(1)')), true],
        'execute' => [fn ($pdo) => $execute($pdo, 'SELECT length(:x) FROM pg_advisory_xact_lock_shared(1)', ['x' => str_repeat('x', 10_000_000)]), 10_000_000],
        'prepare' => [fn ($pdo) => $execute($pdo, 'SELECT count(*) FROM locked WHERE line = ?', ['x']), 0],
        'emulated' => [fn ($pdo) => $execute($pdo, 'SELECT ?::text FROM pg_advisory_xact_lock_shared(1)', ['answer'], [PDO::ATTR_EMULATE_PREPARES => true]), 'answer'],
        'cursor' => [fn ($pdo) => $execute($pdo, "SELECT 'answer' FROM pg_advisory_xact_lock_shared(1)", [], [PDO::ATTR_CURSOR => PDO::CURSOR_SCROLL]), 'answer', $begin],
        'copy to' => [fn ($pdo) => $pdo->pgsqlCopyToArray("(SELECT 'answer' FROM pg_advisory_xact_lock_shared(1))"), ["answer\n"]],
        'copy from' => [fn ($pdo) => $pdo->pgsqlCopyFromArray('lines', $rows), true],
        'lob read' => [fn ($pdo) => strlen((string) fread($lob($pdo, 'r'), 8192)), 8192, $begin],
        'lob write' => [fn ($pdo) => fwrite($lob($pdo, 'w'), str_repeat('y', 8192)), 8192, $begin],
        'lob unlink' => [fn ($pdo) => $pdo->pgsqlLOBUnlink($object), true, $begin],
    ];
    $locker = pg_connect($server->unix, PGSQL_CONNECT_FORCE_NEW);
    $locks = ['BEGIN', 'SELECT pg_advisory_xact_lock(1)', 'LOCK TABLE locked', 'LOCK TABLE pg_largeobject'];
    $begun = function (callable $call, PDO $pdo, $prepare) use ($server, $locker, $locks) {
        foreach ($locks as $sql) pg_query($locker, $sql);
        if ($prepare) $prepare($pdo);
        $task = spawn(fn () => @$call($pdo));
        $server->await(1);
        let_wait($task);
        return $task;
    };
    foreach ($kinds as $kind => $its) {
        [$call, $answer, $prepare] = $its + [2 => null];
        $pdo = new PDO("pgsql:$server->tcp");
        $task = $begun($call, $pdo, $prepare);
        expect("$kind waits", $task->isDone(), false);
        pg_query($locker, 'COMMIT');
        expect($kind, $task->await(), $answer);
        if ($prepare) $pdo->rollBack();

        $task = $begun($call, $pdo, $prepare);
        $task->cancel();
        expect("$kind cancelled", result_or_class(fn () => $task->await()), Uvstream\CancelledError::class);
        pg_query($locker, 'ROLLBACK');
        expect("$kind: what is left", result_or_class(fn () => @$pdo->query("SELECT 'own'")->fetchColumn()), 'PDOException');

        $pdo = new PDO("pgsql:$server->tcp");
        foreach ($locks as $sql) pg_query($locker, $sql);
        if ($prepare) $prepare($pdo);
        expect("$kind, out of time", result_or_class(fn () => timeout(0.02, fn () => @$call($pdo))), TimeoutException::class);
        pg_query($locker, 'ROLLBACK');
        $pdo = $task = null;
    }

    // Nothing is under way while one waits for a notification: the connection is as good as before.
    $pdo = new PDO("pgsql:$server->tcp");
    $pdo->exec('LISTEN news');
    $listen = fn () => @$pdo->pgsqlGetNotify(PDO::FETCH_ASSOC, 20_000)['payload'];
    $task = spawn($listen);
    let_wait($task);
    $server->query("NOTIFY news, 'first'");
    expect('notification', $task->await(), 'first');
    foreach (['again' => 1, 'twice' => 2] as $what => $times) {
        $task = spawn(function () use ($listen, $times) {
            for ($i = 1; $i < $times; ++$i) result_or_class($listen);
            return $listen();
        });
        let_wait($task);
        $task->cancel();
        expect("notification cancelled $what", result_or_class(fn () => $task->await()), Uvstream\CancelledError::class);
    }
    expect('notification out of time', result_or_class(fn () => timeout(0.02, $listen)), TimeoutException::class);
    expect('nothing', @$pdo->pgsqlGetNotify(PDO::FETCH_ASSOC, 10), false);
    expect('own', $pdo->query("SELECT 'own'")->fetchColumn(), 'own');
    $server->query("NOTIFY news, 'second'");
    expect('next notification', $listen(), 'second');
    $pdo = $listen = $task = null;
    pg_close($locker);
    $server->awaitClients(0);
    echo count($kinds), " kinds\n";
});
?>
--EXPECT--
11 kinds
