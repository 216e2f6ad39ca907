--TEST--
seeing: dump() says tls:// of a connection that speaks TLS, or shakes hands, and where to a connect is under way
--EXTENSIONS--
openssl
--FILE--
<?php
use function Uvstream\{delay, dump, run, spawn, tasks};
require __DIR__ . '/../inc/seeing.inc';
require __DIR__ . '/../inc/tls.inc';

run(function () {
    [$client, $server] = tls_pair();
    [$silent, $plain] = tls_plain_server();
    [$address, $held] = busy_address();
    spawn(fn () => fread($client, 1));
    spawn(fn () => @stream_socket_client(str_replace('tcp:', 'tls:', $plain), timeout: 60));
    spawn(fn () => stream_socket_client($address, timeout: 60));
    spawn(fn () => fread($server, 1));
    for ($i = 0; $i < 4; ++$i) delay(0);
    $shown = dump();
    echo without_numbers($shown);
    var_dump(str_contains($shown, "to connect to $address in"), str_contains($shown, 'to read tls://' . stream_socket_get_name($client, true)));
    foreach (tasks() as $task) $task->cancel();
});
?>
--EXPECT--
uvstream: process N, 4 tasks
{main} runs in Uvstream\dump() at dump_peers.php:15
  run:
    task #1 waits to read tls://127.0.0.1:PORT in fread() at dump_peers.php:10, for T s
    task #2 waits to read tls://127.0.0.1:PORT in stream_socket_client() at dump_peers.php:11, for T s
    task #3 waits to connect to tcp://127.0.0.1:PORT in stream_socket_client() at dump_peers.php:12, for T s
    task #4 waits to read tls://127.0.0.1:PORT in fread() at dump_peers.php:13, for T s
bool(true)
bool(true)
