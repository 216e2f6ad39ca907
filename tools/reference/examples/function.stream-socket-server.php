<?php

$first = stream_socket_server('tcp://127.0.0.1:0');
$second = @stream_socket_server('tcp://' . stream_socket_get_name($first, false), $errno, $error);
var_dump($second, $errno > 0, $error);

$third = @stream_socket_server('tcp://127.0.0.1:99999', $errno, $error); // no system call is made for this
var_dump($third, $errno);

/* Output:
bool(false)
bool(true)
string(22) "Address already in use"
bool(false)
int(0)
*/
