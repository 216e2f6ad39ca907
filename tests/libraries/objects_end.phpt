--TEST--
The end of an object tells the server what it has to, also in a task that is cancelled or out of time, and says nothing to whoever collects it
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
use function Uvstream\{delay, run, spawn, timeout};
$server = new Postgresql();
$connected = fn () => new PDO("pgsql:$server->tcp", options: [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]);

// The statement ends with its function, in a delay of which the time is over. No query is under way.
$is_elsewhere = false;
$ends_elsewhere = function (PDO $pdo) use (&$is_elsewhere) {
    $statement = $pdo->prepare('SELECT ?::int');
    $statement->execute([1]);
    $is_elsewhere = true;
    delay(20);
};
for ($limit = 0.01; !$is_elsewhere; $limit *= 2) { // on a slow machine it is over before
    $pdo = $connected();
    expect('out of time', result_or_class(fn () => timeout($limit, fn () => $ends_elsewhere($pdo))), Uvstream\TimeoutException::class);
}
expect('then', $pdo->query('SELECT 1')->fetchColumn(), 1);

run(function () use ($connected, $ends_elsewhere, &$is_elsewhere, $server) {
    $pdo = $connected();
    $is_elsewhere = false;
    $task = spawn($ends_elsewhere, $pdo);
    while (!$is_elsewhere) delay(0.001);
    $task->cancel();
    expect('cancelled', result_or_class(fn () => $task->await()), Uvstream\CancelledError::class);
    expect('then', $pdo->query("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%::int'")->fetchColumn(), 0);

    // A statement that only the collector finds, while another task's query is under way.
    $garbage = new stdClass();
    $garbage->statement = $pdo->prepare('SELECT 1');
    $garbage->statement->execute();
    $garbage->itself = $garbage;
    unset($garbage);
    $server->query('SELECT pg_advisory_lock(2)');
    $task = spawn(fn () => $pdo->query("SELECT 'answer' FROM pg_advisory_lock_shared(2)")->fetchColumn());
    $server->await(1);
    let_wait($task);
    expect('collected', gc_collect_cycles() > 0, true);
    $server->query('SELECT pg_advisory_unlock(2)');
    expect('the other task', $task->await(), 'answer');
});
echo "all\n";
?>
--EXPECT--
all
