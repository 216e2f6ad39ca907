--TEST--
A child that is forked while a task of its parent's is in a query of PDO's ends as any, and the parent's query goes on
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
use function Uvstream\{delay, run, spawn};
$server = new Postgresql();
const WAITS = "SELECT 'answer' FROM pg_advisory_lock_shared(3)";
$kinds = [
    'query' => fn (PDO $pdo) => fn () => $pdo->query(WAITS)->fetchColumn(),
    'execute' => function (PDO $pdo) {
        $statement = $pdo->prepare(WAITS);
        return function () use ($statement) {
            $statement->execute();
            return $statement->fetchColumn();
        };
    },
    'second execute' => function (PDO $pdo) {
        $statement = $pdo->prepare('SELECT ?::text FROM pg_advisory_lock_shared(?)');
        $statement->execute(['first', 4]);
        return function () use ($statement) {
            $statement->execute(['answer', 3]);
            return $statement->fetchColumn();
        };
    },
];
run(function () use ($kinds, $server) {
    foreach ($kinds as $kind => $make) {
        $pdo = new PDO("pgsql:$server->tcp", options: [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]);
        $call = $make($pdo);
        $server->query('SELECT pg_advisory_lock(3)');
        $task = spawn($call);
        $server->await(1);
        let_wait($task);
        $pid = pcntl_fork();
        if ($pid === 0) exit(0);
        while (pcntl_waitpid($pid, $status, WNOHANG) === 0) delay(0.001);
        expect("$kind: the child", [pcntl_wifexited($status), pcntl_wexitstatus($status)], [true, 0]);
        $server->reconnect();
        // (As on stock PHP the child has ended the connection on which nothing was under way, and with it the lock.)
        expect($kind, $task->await(), 'answer');
    }
});
echo "all\n";
?>
--EXPECT--
all
