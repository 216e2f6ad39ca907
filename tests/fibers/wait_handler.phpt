--TEST--
set_wait_handler(): Fibers of a script's own, which wait for one another's streams, accept, connect, read, write and time out side by side
--FILE--
<?php
use Uvstream\Readiness;
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/fiber_loop.inc';

$loop = new FiberLoop;
[$server, $address] = listen_on();
$loop->go(function () use ($server) {
    foreach ([1, 2] as $i) {
        $connection = stream_socket_accept($server, 20);
        echo "accepted $i\n";
        while (($line = fgets($connection)) !== false) fwrite($connection, strtoupper($line));
        fclose($connection);
    }
});
$loop->go(function () use ($address, $loop) {
    $client = stream_socket_client($address, $code, $text, 20);
    foreach (['one', 'two'] as $word) {
        fwrite($client, "$word\n");
        echo fgets($client);
    }
    fclose($client);
    $client = stream_socket_client($address);
    fwrite($client, "three\n");
    stream_socket_shutdown($client, STREAM_SHUT_WR);
    echo stream_get_contents($client);
});
$loop->run();
fclose($server);

echo "a writer and its reader, and one that waits for neither\n";
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$size = 4 << 20;
$loop->log = [];
$loop->go(function () use ($a, $size) {
    for ($sent = 0; $sent < $size; $sent += fwrite($a, str_repeat('x', 1 << 20)));
    fclose($a);
});
$loop->go(function () { echo "runs meanwhile\n"; });
$loop->go(function () use ($b, $size) { var_dump(strlen(stream_get_contents($b)) === $size); });
$loop->run();
var_dump(in_array('Writable', $loop->log));

echo "timeouts\n";
[$a, $b] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
stream_set_timeout($a, 0, 20000);
$loop->go(function () use ($a) {
    var_dump(fread($a, 10), stream_get_meta_data($a)['timed_out']);
});
[$server] = listen_on();
$loop->go(function () use ($server) { var_dump(@stream_socket_accept($server, 0.02)); });
$loop->run();

echo "what it is told\n";
Uvstream\set_wait_handler(function ($stream, Readiness $for, ?float $seconds) use ($a): bool {
    var_dump($stream === $a, $for, $seconds > 19 && $seconds <= 20);
    return false;
});
stream_set_timeout($a, 20);
(new Fiber(function () use ($a, $server) {
    fread($a, 10);
    Uvstream\set_wait_handler(function ($stream, Readiness $for, ?float $seconds) use ($server): bool {
        var_dump($seconds);
        return false;
    });
    @stream_socket_accept($server, -1);
}))->start();
?>
--EXPECT--
accepted 1
ONE
TWO
accepted 2
THREE
a writer and its reader, and one that waits for neither
runs meanwhile
bool(true)
bool(true)
timeouts
bool(false)
bool(true)
bool(false)
what it is told
bool(true)
enum(Uvstream\Readiness::Readable)
bool(true)
NULL
