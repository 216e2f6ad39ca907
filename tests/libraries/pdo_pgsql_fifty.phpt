--TEST--
50 tasks at once connect and query by PDO_pgsql; their answers come in another order than they asked
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
use function Uvstream\{run, spawn};
$server = new Postgresql();
run(function () use ($server) {
    $control = new PDO("pgsql:$server->unix");
    foreach (range(1, 50) as $i) $control->exec("SELECT pg_advisory_lock($i)");
    $ends = [];
    $queries = [
        fn ($pdo, $i) => $pdo->query("SELECT $i FROM pg_advisory_lock($i)"),
        function ($pdo, $i) {
            $statement = $pdo->prepare('SELECT :i::int FROM pg_advisory_lock(:i::int)');
            $statement->execute(['i' => $i]);
            return $statement;
        },
        function ($pdo, $i) {
            $statement = $pdo->prepare('SELECT ?::int FROM pg_advisory_lock(?::int)', [PDO::ATTR_EMULATE_PREPARES => true]);
            $statement->execute([$i, $i]);
            return $statement;
        },
        function ($pdo, $i) {
            $pdo->beginTransaction();
            $statement = $pdo->query("SELECT $i FROM pg_advisory_lock($i)");
            $pdo->commit();
            return $statement;
        },
    ];
    $tasks = [];
    for ($i = 1; $i <= 50; ++$i) {
        $tasks[$i] = spawn(function () use ($i, $server, $queries, &$ends) {
            $pdo = new PDO("pgsql:$server->unix");
            $answer = $queries[$i % 4]($pdo, $i)->fetchColumn();
            $ends[] = $i;
            return $answer;
        });
    }
    $server->await(50);
    expect('ended', $ends, []);
    foreach (range(50, 1) as $i) {
        $control->exec("SELECT pg_advisory_unlock($i)");
        expect('answer', $tasks[$i]->await(), $i);
    }
    expect('order', $ends, range(50, 1));
    echo count($ends), " answers\n";
});
?>
--EXPECT--
50 answers
