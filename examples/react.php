<?php
// ReactPHP with tasks beside its loop: a callback hands what waits in PHP's own way to a task, and the loop goes on.
// Usage: bin/run examples/react.php vendor/autoload.php [ADDRESS]     of a project with react/socket; send it milliseconds
declare(strict_types=1);

require $argv[1] ?? exit("Usage: react.php vendor/autoload.php [ADDRESS]\n");
require __DIR__ . '/../packages/selection/src/Selection.php'; // with Composer: uvstream/react-loop
require __DIR__ . '/../packages/react-loop/src/Loop.php';

use React\EventLoop\Loop;
use React\Socket\{ConnectionInterface, LimitingServer, SocketServer};

Loop::set(new Uvstream\React\Loop());
try {
    $server = new LimitingServer(new SocketServer($argv[2] ?? '127.0.0.1:8009'), 1000, true);
} catch (RuntimeException $e) {
    fwrite(STDERR, $e->getMessage() . "\n");
    exit(1);
}
$server->on('connection', function (ConnectionInterface $connection): void {
    $silence = Loop::addTimer(60, $connection->close(...)); // a client has a minute
    $connection->on('close', fn () => Loop::cancelTimer($silence));
    $connection->on('data', function (string $data) use ($connection): void {
        $connection->pause(); // one thing at a time, whatever a client sends
        Uvstream\spawn(function () use ($connection, $data): void {
            usleep(1000 * max(0, min((int) $data, 10_000))); // mysqli, file_get_contents('http://…'), a C library's wait
            $more = $connection->resume(...);
            $connection->write('slept ' . (int) $data . " ms\n") ? $more() : $connection->once('drain', $more);
        });
    });
});
Loop::addSignal(SIGTERM, function () use ($server): void {
    $server->close();
    Loop::addTimer(1, Loop::stop(...)); // for what is under way
});
echo 'It sleeps on ', $server->getAddress(), "\n";
Loop::run();
echo "stopped\n";
