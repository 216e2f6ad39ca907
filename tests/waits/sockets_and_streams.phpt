--TEST--
A socket that is a stream as well, imported or exported: a task waits on it by ext/sockets, and it is closed as a stream
--EXTENSIONS--
sockets
--FILE--
<?php
require_once __DIR__ . '/../inc/socket_waits.inc';
require_once __DIR__ . '/../inc/sockets.inc';
use function Uvstream\{run, spawn};
run(function () {
    [$stream, $peer] = connect_pair();
    $imported = socket_import_stream($stream);
    $reader = spawn(fn () => socket_read($imported, 100));
    let_wait($reader);
    fwrite($peer, 'imported');
    echo $reader->await(), "\n";

    // A stream's reader before it in the line, and one of the socket's behind it.
    $first = spawn(fn () => fread($stream, 100));
    $second = spawn(fn () => socket_read($imported, 100));
    let_wait($first, $second);
    fwrite($peer, 'first');
    echo $first->await(), "\n";
    fwrite($peer, 'second');
    echo $second->await(), "\n";

    $reader = spawn(fn () => @socket_read($imported, 100));
    let_wait($reader);
    fclose($stream);
    var_dump($reader->await());

    [$socket, $other] = socket_pair();
    $exported = socket_export_stream($socket);
    $reader = spawn(fn () => socket_read($socket, 100));
    let_wait($reader);
    socket_write($other, 'exported');
    echo $reader->await(), "\n";
    $reader = spawn(fn () => @socket_read($socket, 100));
    let_wait($reader);
    socket_close($socket);
    var_dump($reader->await());
});
?>
--EXPECT--
imported
first
second
bool(false)
exported
bool(false)
