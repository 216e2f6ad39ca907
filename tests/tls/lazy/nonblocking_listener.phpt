--TEST--
TLS: accept on a non-blocking ssl:// listener never waits for a handshake, whatever its timeout
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to, $tcp] = tls_server([], 'ssl', ['uvstream' => ['handshake' => 'eager']]);
stream_set_blocking($server, false);
$silent = stream_socket_client($tcp);
$connection = timed(fn () => stream_socket_accept($server, 50));
var_dump(is_resource($connection), isset(stream_get_meta_data($connection)['crypto']));
$child = child_client($to, function ($client) { exit(fgets($client) === "hello\n" ? 0 : 1); });
$connection = stream_socket_accept($server, 20);
var_dump(stream_get_meta_data($connection)['blocked']);
var_dump(fwrite($connection, "hello\n"), isset(stream_get_meta_data($connection)['crypto']), ended($child));
stream_set_blocking($server, true); // and it waits again
$silent = stream_socket_client($tcp);
var_dump(timed(fn () => @stream_socket_accept($server, 0.2), 0.199));
?>
--EXPECT--
in time
bool(true)
bool(false)
bool(true)
int(6)
bool(true)
int(0)
in time
bool(false)
