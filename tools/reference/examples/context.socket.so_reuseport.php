<?php

$context = stream_context_create(['socket' => ['so_reuseport' => true]]);
$flags = STREAM_SERVER_BIND | STREAM_SERVER_LISTEN;
$first = stream_socket_server('tcp://127.0.0.1:0', $errno, $error, $flags, $context);
$second = stream_socket_server('tcp://' . stream_socket_get_name($first, false), $errno, $error, $flags, $context);
var_dump(stream_socket_get_name($first, false) === stream_socket_get_name($second, false)); // the kernel shares out who comes

/* Output:
bool(true)
*/
