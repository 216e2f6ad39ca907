<?php
// library: doctrine/dbal
// extension: mysqlnd mysqli pdo_mysql pdo_pgsql
// needs: mariadb-server postgresql
// tasks: yes
declare(strict_types=1);

use Doctrine\DBAL\Connection;
use Doctrine\DBAL\DriverManager;

require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/mariadb.php';
require __DIR__ . '/inc/postgres.php';
require __DIR__ . '/inc/tasks.php';

const TASKS = 50;
const SERVERS = ['MariaDB', 'PostgreSQL'];

/** What each server calls its own: a name of the connection's, that name said by the server, the connection, and a wait. */
const WORDS = [
    'pdo_mysql' => ['SET @begun_by = ?', '@begun_by', 'CONNECTION_ID()', 'SELECT SLEEP(?)'],
    'pdo_pgsql' => ["SELECT set_config('the.begun_by', ?, false)", "CAST(current_setting('the.begun_by') AS INT)",
        'pg_backend_pid()', 'SELECT pg_sleep(?)'],
];

/** @return Closure(): Connection */
function database(string $server): Closure
{
    $own = match ($server) {
        'MariaDB' => ['driver' => 'pdo_mysql', 'port' => mariadb_server(), 'user' => 'root', 'dbname' => 't'],
        'PostgreSQL' => ['driver' => 'pdo_pgsql', 'port' => postgres_server()[1], 'user' => 'postgres', 'dbname' => 'postgres'],
    };
    $connect = fn () => DriverManager::getConnection($own + ['host' => '127.0.0.1', 'password' => '']);
    $connect()->executeStatement('CREATE TABLE done (task INT, step INT, begun_by INT, connection INT)');
    $connect()->executeStatement('CREATE TABLE stock (left_over INT)');
    $connect()->executeStatement('INSERT INTO stock VALUES (1000)');
    return $connect;
}

/**
 * A unit of work that waits for the server between its three steps: its transaction, and the server's word for whose each step
 * was. Every other one is taken back.
 */
function work(Connection $connection, int $task, float $seconds, bool $sell): void
{
    [$set, $begun_by, $id, $sleep] = WORDS[$connection->getParams()['driver']];
    $connection->beginTransaction();
    $connection->executeStatement($set, [$task]);
    for ($step = 0; $step < 3; $step++) {
        $connection->executeStatement("INSERT INTO done VALUES (?, ?, $begun_by, $id)", [$task, $step]);
        $connection->fetchOne($sleep, [$seconds / 3]);
    }
    // Who comes second waits in the server until the first one's transaction ends.
    $left = $sell ? (int) $connection->fetchOne('SELECT left_over FROM stock FOR UPDATE') : 0;
    $sell && $connection->executeStatement('UPDATE stock SET left_over = ?', [$left - 1]);
    $task % 2 === 0 ? $connection->commit() : $connection->rollBack();
}

/** Whether the server says so of all that was done, $sold of which have sold something. */
function kept_apart(Connection $connection, int $sold): bool
{
    $strangers = (int) $connection->fetchOne('SELECT COUNT(*) FROM done WHERE task <> begun_by OR task % 2 <> 0');
    $broken = $connection->fetchOne('SELECT COUNT(*) FROM (SELECT task FROM done GROUP BY task HAVING COUNT(*) % 3 <> 0) t');
    $left = (int) $connection->fetchOne('SELECT left_over FROM stock');
    $tasks = (int) $connection->fetchOne('SELECT COUNT(DISTINCT task) FROM done');
    echo "$tasks tasks, $strangers strange rows, $broken incomplete, $left left\n";
    return [$tasks, $strangers, (int) $broken, $left] === [TASKS / 2, 0, 0, 1000 - $sold];
}

foreach (SERVERS as $server) {
    scenario("a connection for each, $server", function () use ($server) {
        $connect = database($server);
        $all = array_map(fn () => $connect(), range(1, TASKS));
        array_map(fn ($connection) => $connection->getServerVersion(), $all); // connects
        $work = fn (int $i, float $seconds) => work($all[$i], $i, $seconds, false);
        overlapping(TASKS . " units of work, $server", TASKS, 0.3, $work);
        return kept_apart($connect(), 0);
    });

    scenario("a pool of connections, $server", function () use ($server) {
        $connect = database($server);
        $use = pool(array_map(fn () => $connect(), range(1, 10)));
        $work = fn (int $i) => $use(fn ($connection) => work($connection, $i, 0.03, true));
        together(TASKS . " units of work, a pool of 10, $server", TASKS, $work);
        return kept_apart($connect(), TASKS / 2);
    });
}

// (MariaDB's client refuses the others instead: see below.)
scenario('one connection for all, which queue, PostgreSQL', function () {
    $connection = database('PostgreSQL')();
    $connection->getServerVersion(); // connects
    $ask = fn (int $i) => (int) $connection->fetchOne('SELECT CAST(? AS INT) FROM pg_sleep(0.003)', [$i]);
    return together(TASKS . ' queries on one connection, PostgreSQL', TASKS, $ask) === range(0, TASKS - 1);
});

// What is not refused: a statement of somebody else's while nobody waits for an answer. It is in the transaction then.
scenario('while somebody waits for an answer his connection refuses the others, and his transaction is whole', function () {
    $connection = database('MariaDB')();
    if (!extension_loaded('uvstream')) {
        return true;
    }
    $connection->getServerVersion(); // connects
    $own = Uvstream\spawn(fn () => work($connection, 0, 0.1, true));
    $stranger = Uvstream\spawn(fn () => $connection->executeStatement('INSERT INTO done VALUES (1, 0, 1, 0)'));
    $refused = outcome(fn () => $stranger->await());
    echo strtok($refused, '.'), "\n";
    $own->await();
    $rows = $connection->fetchFirstColumn('SELECT task FROM done');
    return str_contains($refused, '2014 Cannot execute queries') && $rows === [0, 0, 0];
});
