<?php
// Rows 13: Amp's server sockets on Revolt's loop over stream_select(). First argument: how many connections.
require __DIR__ . '/common.php';
require getenv('BENCH_LIBRARIES') . '/autoload.php';

use Amp\Socket\BindContext;
use Revolt\EventLoop;
use Revolt\EventLoop\Driver\StreamSelectDriver;

EventLoop::setDriver(new StreamSelectDriver()); // whatever extensions there are
$server = Amp\Socket\listen('127.0.0.1:0', (new BindContext())->withBacklog(1024));
echo 'port ', $server->getAddress()->getPort(), "\n";
for ($connections = []; count($connections) < (int) $argv[1];) {
    $connections[] = $server->accept();
}
$count = 0;
$tasks = [];
$begin = cpu_us();
foreach ($connections as $connection) {
    $tasks[] = Amp\async(function () use ($connection, &$count) {
        while ($connection->read() !== null) {
            $connection->write(REPLY);
            $count++;
        }
    });
}
$more = Amp\async(fn () => $server->accept()); // the listener is watched meanwhile
Amp\Future\await($tasks);
$server->close();
$more->await();
print_result($count, cpu_us() - $begin);
