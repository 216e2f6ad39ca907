--TEST--
so_reuseport: several servers on one port, if all of them say so
--EXTENSIONS--
sockets
--SKIPIF--
<?php if (!defined('SO_REUSEPORT')) die('skip no SO_REUSEPORT'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/options.inc';
$context = stream_context_create(['socket' => ['so_reuseport' => true]]);
foreach (['tcp' => 12, 'udp' => 4] as $transport => $flags) {
    $first = stream_socket_server("$transport://127.0.0.1:0", $errno, $errstr, $flags, $context);
    $name = "$transport://" . stream_socket_get_name($first, false);
    $second = stream_socket_server($name, $errno, $errstr, $flags, $context);
    var_dump(option_of($first, 'SO_REUSEPORT'), option_of($second, 'SO_REUSEPORT'), $errno);
}
$name = 'tcp://' . stream_socket_get_name($first = stream_socket_server('tcp://127.0.0.1:0', $errno, $errstr, 12, $context), false);
var_dump(@stream_socket_server($name, $errno), $errno === SOCKET_EADDRINUSE);
$plain = stream_socket_server('tcp://127.0.0.1:0');
var_dump(option_of($plain, 'SO_REUSEPORT'));
var_dump(@stream_socket_server('tcp://' . stream_socket_get_name($plain, false), $errno, $errstr, 12, $context),
    $errno === SOCKET_EADDRINUSE);
?>
--EXPECT--
int(1)
int(1)
int(0)
int(1)
int(1)
int(0)
bool(false)
bool(true)
int(0)
bool(false)
bool(true)
