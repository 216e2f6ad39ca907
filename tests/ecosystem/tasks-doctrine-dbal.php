<?php
// library: doctrine/dbal
// extension: mysqlnd mysqli pdo_mysql
// needs: mariadb-server
// tasks: yes
declare(strict_types=1);

use Doctrine\DBAL\Connection;
use Doctrine\DBAL\DriverManager;

require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/mariadb.php';
require __DIR__ . '/inc/tasks.php';

const TASKS = 50;

/** @return Closure(): Connection */
function database(): Closure
{
    $port = mariadb_server();
    $connect = fn () => DriverManager::getConnection(['driver' => 'pdo_mysql', 'host' => '127.0.0.1', 'port' => $port,
        'user' => 'root', 'password' => '', 'dbname' => 't']);
    $connect()->executeStatement('CREATE TABLE done (task INT, step INT, begun_by INT, connection INT) ENGINE=InnoDB');
    $connect()->executeStatement('CREATE TABLE stock (left_over INT) ENGINE=InnoDB');
    $connect()->executeStatement('INSERT INTO stock VALUES (1000)');
    return $connect;
}

/**
 * A unit of work that waits for the server between its three steps: its transaction, and the server's word for whose each step
 * was. Every other one is taken back.
 */
function work(Connection $connection, int $task, float $seconds, bool $sell): void
{
    $connection->beginTransaction();
    $connection->executeStatement('SET @begun_by = ?', [$task]);
    for ($step = 0; $step < 3; $step++) {
        $connection->executeStatement('INSERT INTO done VALUES (?, ?, @begun_by, CONNECTION_ID())', [$task, $step]);
        $connection->fetchOne('SELECT SLEEP(?)', [$seconds / 3]);
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

scenario('a connection for each', function () {
    $connect = database();
    $all = array_map(fn () => $connect(), range(1, TASKS));
    array_map(fn ($connection) => $connection->getServerVersion(), $all); // connects
    $work = fn (int $i, float $seconds) => work($all[$i], $i, $seconds, false);
    overlapping(TASKS . ' units of work', TASKS, 0.3, $work);
    return kept_apart($connect(), 0);
});

scenario('a pool of connections', function () {
    $connect = database();
    $use = pool(array_map(fn () => $connect(), range(1, 10)));
    $work = fn (int $i) => $use(fn ($connection) => work($connection, $i, 0.03, true));
    together(TASKS . ' units of work, a pool of 10', TASKS, $work);
    return kept_apart($connect(), TASKS / 2);
});

// What is not refused: a statement of somebody else's while nobody waits for an answer. It is in the transaction then.
scenario('while somebody waits for an answer his connection refuses the others, and his transaction is whole', function () {
    $connection = database()();
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
