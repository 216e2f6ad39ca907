<?php
// Amp in tasks: what serves a connection is a task, in which Amp's calls and PHP's own wait, and nobody else does.
// Usage: bin/run examples/amp.php vendor/autoload.php [ADDRESS]     of a project with amphp/socket; send it milliseconds
declare(strict_types=1);

require $argv[1] ?? exit("Usage: amp.php vendor/autoload.php [ADDRESS]\n");
foreach (['selection/src/Selection', 'revolt-driver/src/MainSuspension', 'revolt-driver/src/Driver'] as $file) {
    require __DIR__ . "/../packages/$file.php"; // with Composer: uvstream/revolt-driver
}

use Amp\{CancelledException, TimeoutCancellation};
use Amp\Socket\{Socket, SocketException};
use Amp\ByteStream\StreamException;
use Revolt\EventLoop;

EventLoop::setDriver(new Uvstream\Revolt\Driver());
try {
    $server = Amp\Socket\listen($argv[2] ?? '127.0.0.1:8009');
} catch (SocketException $e) {
    fwrite(STDERR, $e->getMessage() . "\n");
    exit(1);
}
$serve = function (Socket $client): void {
    try {
        while (($data = $client->read(new TimeoutCancellation(60))) !== null) {
            usleep(1000 * max(0, min((int) $data, 10_000))); // mysqli, file_get_contents('http://…'), a C library's wait
            $client->write('slept ' . (int) $data . " ms\n");
        }
    } catch (CancelledException | StreamException) {
        // a silent client, or one that has left
    } finally {
        $client->close();
    }
};
EventLoop::onSignal(SIGTERM, fn () => $server->close());
echo 'It sleeps on ', $server->getAddress()->toString(), "\n";
while ($client = $server->accept()) {
    Uvstream\spawn($serve, $client);
}
Amp\delay(1); // for what is under way
echo "stopped\n";
