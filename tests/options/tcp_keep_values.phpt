--TEST--
tcp_keepidle, tcp_keepintvl, tcp_keepcnt: seen on listener, accepted connection and client
--EXTENSIONS--
sockets
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip the kernel\'s numbers of the options'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/options.inc';
$names = ['SO_KEEPALIVE', 'TCP_KEEPIDLE', 'TCP_KEEPINTVL', 'TCP_KEEPCNT'];
$all = ['so_keepalive' => true, 'tcp_keepidle' => 60, 'tcp_keepintvl' => 7, 'tcp_keepcnt' => 5];
show_tcp_options($all, $names);
show_tcp_options(['tcp_keepidle' => 61, 'tcp_keepintvl' => '8'], array_slice($names, 0, 3));
show_tcp_options(['tcp_keepidle' => 1, 'tcp_keepintvl' => 1, 'tcp_keepcnt' => 1], $names);
show_tcp_options(['tcp_keepidle' => 32767, 'tcp_keepintvl' => 32767, 'tcp_keepcnt' => 127], $names);
// Null is unset.
$defaults = stream_socket_server('tcp://127.0.0.1:0');
$context = stream_context_create(['socket' => ['tcp_keepidle' => null, 'tcp_keepintvl' => null, 'tcp_keepcnt' => null]]);
$server = stream_socket_server('tcp://127.0.0.1:0', $errno, $errstr, 12, $context);
foreach ($names as $name) var_dump(option_of($server, $name) === option_of($defaults, $name));
?>
--EXPECT--
{"so_keepalive":true,"tcp_keepidle":60,"tcp_keepintvl":7,"tcp_keepcnt":5}; listener 1 60 7 5; accepted 1 60 7 5; client 1 60 7 5
{"tcp_keepidle":61,"tcp_keepintvl":"8"}; listener 0 61 8; accepted 0 61 8; client 0 61 8
{"tcp_keepidle":1,"tcp_keepintvl":1,"tcp_keepcnt":1}; listener 0 1 1 1; accepted 0 1 1 1; client 0 1 1 1
{"tcp_keepidle":32767,"tcp_keepintvl":32767,"tcp_keepcnt":127}; listener 0 32767 32767 127; accepted 0 32767 32767 127; client 0 32767 32767 127
bool(true)
bool(true)
bool(true)
bool(true)
