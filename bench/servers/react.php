<?php
// Rows 12: ReactPHP's server on its loop over stream_select(). First argument: how many connections.
require __DIR__ . '/common.php';
require getenv('BENCH_LIBRARIES') . '/autoload.php';

use React\EventLoop\Loop;
use React\EventLoop\StreamSelectLoop;
use React\Socket\ConnectionInterface;
use React\Socket\SocketServer;

Loop::set(new StreamSelectLoop()); // whatever extensions there are
$server = new SocketServer('127.0.0.1:0', ['tcp' => ['backlog' => 1024]]);
$connections = [];
$count = 0;
$server->on('connection', function (ConnectionInterface $connection) use (&$connections, &$count, &$begin, $server, $argv) {
    $connection->on('data', function () use ($connection, &$count) {
        $connection->write(REPLY);
        $count++;
    });
    $connection->on('close', function () use ($connection, &$connections, $server) {
        unset($connections[spl_object_id($connection)]);
        $connections || $server->close();
    });
    $connection->pause(); // until all are here
    $connections[spl_object_id($connection)] = $connection;
    if (count($connections) === (int) $argv[1]) {
        $begin = cpu_us();
        foreach ($connections as $each) {
            $each->resume();
        }
    }
});
echo 'port ', parse_url($server->getAddress(), PHP_URL_PORT), "\n";
Loop::run();
print_result($count, cpu_us() - $begin);
