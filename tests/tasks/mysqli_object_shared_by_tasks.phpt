--TEST--
A mysqli object of several tasks: mysqlnd refuses the second query; one that is cancelled, or closed, ends, and the server is told
--EXTENSIONS--
mysqlnd
mysqli
--FILE--
<?php
require __DIR__ . '/../inc/mysql_server.inc';
use function Uvstream\{run, spawn, delay, timeout};

function result(Uvstream\Task $task): string
{
    try {
        return json_encode($task->await());
    } catch (mysqli_sql_exception $exception) {
        return $exception->getMessage();
    } catch (Throwable $thrown) {
        return get_class($thrown);
    }
}

function affected(mysqli $mysqli, string $query): int
{
    @$mysqli->query($query); // a connection that ends is a warning, too, in newer PHPs
    return $mysqli->affected_rows;
}

run(function () {
    $server = new MysqlServer();
    $open = fn () => new mysqli('127.0.0.1', 'root', '', '', $server->port);

    // Each its own: all at once.
    $tasks = array_map(fn ($i) => spawn(fn () => affected($open(), "do $i")), range(1, 8));
    echo implode(',', array_map(fn ($task) => $task->await(), $tasks)), "\n";

    $mysqli = $open();
    $first = spawn(affected(...), $mysqli, 'wait 1');
    $server->await('wait 1');
    echo result(spawn(affected(...), $mysqli, 'do 2')), "\n";

    // Cancelled: the server learns of it at once, though the object is still there.
    $first->cancel();
    echo result($first), "\n";
    $left = $server->left;
    for ($i = 0; $i < 5000 && $server->left === $left; ++$i) delay(0.001);
    echo $server->left - $left, " hung up\n";
    echo result(spawn(affected(...), $mysqli, 'do 3')), "\n";

    // Its limit.
    $limited = $open();
    echo result(spawn(fn () => timeout(0.01, fn () => affected($limited, 'wait 4')))), "\n";
    for ($i = 0; $i < 5000 && $server->left === $left + 1; ++$i) delay(0.001);
    echo $server->left - $left - 1, " hung up\n";

    // Closed by another.
    $closed = $open();
    $query = spawn(affected(...), $closed, 'wait 5');
    $server->await('wait 5');
    var_dump($closed->close());
    echo result($query), "\n";
    exit;
});
?>
--EXPECT--
1,2,3,4,5,6,7,8
Commands out of sync; you can't run this command now
Uvstream\CancelledError
1 hung up
MySQL server has gone away
Uvstream\TimeoutException
1 hung up
bool(true)
MySQL server has gone away
