--TEST--
set_wait_handler(): a client that one Fiber closes, or connects anew, while another one is in a call of it: the call ends first, by its error; where that cannot be awaited the script ends
--EXTENSIONS--
mysqlnd
mysqli
igbinary
redis
--FILE--
<?php
require __DIR__ . '/../inc/redis_server.inc';
require __DIR__ . '/../inc/mysql_server.inc';
require __DIR__ . '/../inc/fiber_loop.inc';
use function Uvstream\run;

/** Both in Fibers, the second one once the first one waits. */
function beside(callable $call, callable $close): void
{
    $loop = new FiberLoop;
    $loop->go(function () use ($call) {
        try {
            $call();
        } catch (Exception $e) {
            echo '  ', get_class($e), "\n";
        }
    });
    $loop->go(function () use ($close) {
        $close();
        echo "  closed\n";
    });
    $loop->run();
}

run(function () {
    $mysql = new MysqlServer;
    $redis_server = new RedisServer;
    $redis_server->hold();
    $connect = fn () => new mysqli('127.0.0.1', 'user', '', '', $mysql->port);

    echo "mysqli::close()\n";
    $client = $connect();
    beside(fn () => $client->query('wait 1'), fn () => $client->close());

    echo "mysqli::real_connect()\n";
    $client = $connect();
    beside(fn () => $client->query('wait 1'), fn () => $client->real_connect('127.0.0.1', 'user', '', '', $mysql->port));
    $client->query('x 3');
    echo "  $client->affected_rows rows\n";

    echo "Redis::close()\n";
    $redis = new Redis;
    $redis->connect($redis_server->host, $redis_server->port);
    beside(fn () => $redis->blPop('list', 0), fn () => $redis->close());

    echo "a client that connects within the Fiber\n";
    beside(fn () => $connect()->query('x 3'), fn () => $connect()->close());

    echo "not in a Fiber\n";
    $client = $connect();
    Uvstream\set_wait_handler(fn () => Fiber::suspend());
    $fiber = new Fiber(fn () => $client->query('wait 1'));
    $fiber->start();
    register_shutdown_function(function () { echo "shutdown functions run\n"; });
    $client->close();
});
?>
--EXPECTF--
mysqli::close()
  mysqli_sql_exception
  closed
mysqli::real_connect()
  mysqli_sql_exception
  closed
  3 rows
Redis::close()
  RedisException
  closed
a client that connects within the Fiber
  closed
not in a Fiber

Fatal error: A connection was closed while a Fiber waits in the midst of a call on it in %swait_handler_close.php on line %d%A
shutdown functions run
