<?php

$context = stream_context_create(['uvstream' => ['cloexec' => false]]);
$flags = STREAM_SERVER_BIND | STREAM_SERVER_LISTEN;
$server = stream_socket_server('tcp://127.0.0.1:0', $errno, $error, $flags, $context);
$child = 'for ($fd = 3; $fd < 20; $fd++) { $name = @stream_socket_get_name(@fopen("php://fd/$fd", "r") ?: STDIN, false);'
    . ' if ($name) echo $name; }';
$heard = shell_exec(escapeshellarg(PHP_BINARY) . ' -n -r ' . escapeshellarg($child));
var_dump(str_contains($heard, stream_socket_get_name($server, false))); // the child has the listener

/* Output:
bool(true)
*/
