--TEST--
A socket of ext/sockets that is closed while another task waits on it: that one's call fails, and never takes from the next of the number
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/socket_waits.inc';
use function Uvstream\{run, spawn};
run(function () {
    [$ours, $theirs] = socket_pair();
    $reader = spawn(fn () => [@socket_recv($ours, $data, 100, 0), $data]);
    $listener = socket_create_listen(0);
    $acceptor = spawn(fn () => @socket_accept($listener));
    [$writing, $other] = socket_pair();
    fill_socket($writing);
    $writer = spawn(fn () => @socket_write($writing, 'x'));
    let_wait($reader, $acceptor, $writer);
    foreach ([$ours, $listener, $writing] as $socket) socket_close($socket);
    // Their numbers are used again before the waiters run, and have something to be read.
    $next = [...socket_pair(), ...socket_pair()];
    foreach ($next as $socket) socket_write($socket, 'for the next');
    echo json_encode([$reader->await(), $acceptor->await(), $writer->await()]), "\n";
    foreach ($next as $socket) echo socket_read($socket, 100), "\n";

    // A selection of it.
    [$ours, $theirs] = socket_pair();
    $selector = spawn(function () use ($ours) {
        $r = [$ours];
        return @socket_select($r, $w, $e, 60);
    });
    let_wait($selector);
    socket_close($ours);
    var_dump($selector->await());
});
?>
--EXPECT--
[[false,null],false,false]
for the next
for the next
for the next
for the next
bool(false)
