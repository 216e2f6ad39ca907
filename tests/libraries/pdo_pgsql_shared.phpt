--TEST--
One connection of PDO_pgsql's in several tasks, and one statement: one call at a time, in order; nobody gets another's answer
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
use function Uvstream\{all, run, spawn, timeout};
$server = new Postgresql();
run(function () use ($server) {
    $hold = function (PDO $pdo) use ($server) {
        $server->query('SELECT pg_advisory_lock(1)');
        $task = spawn(fn () => $pdo->query("SELECT 'held up' FROM pg_advisory_lock_shared(1)")->fetchColumn());
        $server->await(1);
        return $task;
    };
    $release = fn () => $server->query('SELECT pg_advisory_unlock(1)');
    $show = function (string $what, ...$tasks) {
        foreach ($tasks as $task) echo "$what: ", outcome(fn () => $task->await()), "\n";
    };

    $pdo = new PDO("pgsql:$server->unix");
    $statement = $pdo->prepare('SELECT ?::text');
    $prepared = $pdo->prepare('SELECT 1');
    $prepared->execute();
    $tasks = [$hold($pdo)];
    for ($i = 1; $i <= 20; ++$i) {
        $tasks[] = $task = spawn(function () use ($pdo, $statement, $i) {
            if ($i % 2) return $pdo->query("SELECT '$i'")->fetchColumn();
            $statement->execute([$i]);
            return $statement->fetchColumn();
        });
        let_wait($task);
    }
    $gone = spawn(function () use (&$prepared) { $prepared = null; }); // which the server is told
    let_wait($gone);
    $release();
    expect('answers', array_map(fn ($task) => $task->await(), $tasks), ['held up', ...array_map(strval(...), range(1, 20))]);
    $gone->await();
    echo json_encode($pdo->query('SELECT count(*) FROM pg_prepared_statements WHERE statement = \'SELECT 1\'')->fetchColumn()), "\n";
    $pdo->exec('SELECT pg_advisory_unlock_all()');

    $first = $hold($pdo);
    let_wait($second = spawn(fn () => $pdo->query('SELECT 2')->fetchColumn()), $third = spawn(fn () => $pdo->query('SELECT 3')->fetchColumn()));
    let_wait($fourth = spawn(fn () => $statement->execute(['4']) && $statement->fetchColumn()), $fifth = spawn(fn () => $statement->execute(['5']) ? $statement->fetchColumn() : 0));
    $second->cancel();
    $fourth->cancel();
    $release();
    foreach ([$second, $fourth] as $task) echo result_or_class(fn () => $task->await()), "\n";
    $show('cancelled in line', $first, $third, $fifth);
    $pdo->exec('SELECT pg_advisory_unlock_all()');

    $first = $hold($pdo);
    // (Of two query() that fail at once PDO remembers, and frees, one statement.)
    let_wait($second = spawn(fn () => $pdo->exec('SELECT 2')));
    $first->cancel();
    foreach ([$first, $second] as $task) echo result_or_class(fn () => $task->await()), "\n";
    $release();
    echo result_or_class(fn () => $pdo->query('SELECT 1')), "\n";
});
?>
--EXPECT--
0
Uvstream\CancelledError
Uvstream\CancelledError
cancelled in line: returned "held up"
cancelled in line: returned 3
cancelled in line: returned "5"
Uvstream\CancelledError
PDOException
PDOException
