--TEST--
error-exact: EADDRINUSE for a second server, on all four transports
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/failures.inc';
$unix = temp_path('in-use-unix');
$udg = temp_path('in-use-udg');
$stream = STREAM_SERVER_BIND | STREAM_SERVER_LISTEN;
foreach (['tcp://127.0.0.1:0' => $stream, "unix://$unix" => $stream, "udg://$udg" => STREAM_SERVER_BIND,
    'udp://127.0.0.1:0' => STREAM_SERVER_BIND] as $address => $flags) {
    // udp has SO_REUSEADDR, as in stock: two may share a port unless the first says no.
    $context = stream_context_create(['socket' => ['so_reuseaddr' => false]]);
    $first = stream_socket_server($address, $errno, $errstr, $flags, $context);
    $name = strstr($address, ':', true) . '://' . stream_socket_get_name($first, false);
    ob_start(fn ($text) => str_replace([$name, $unix, $udg], 'NAME', $text));
    try_server($name, $flags, [], true);
    ob_end_flush();
    fclose($first);
}
?>
--EXPECT--
server NAME: false, EADDRINUSE, Address already in use
  warning: Unable to connect to NAME (Address already in use)
server NAME: false, EADDRINUSE, Address already in use
  warning: Unable to connect to NAME (Address already in use)
server NAME: false, EADDRINUSE, Address already in use
  warning: Unable to connect to NAME (Address already in use)
server NAME: false, EADDRINUSE, Address already in use
  warning: Unable to connect to NAME (Address already in use)
