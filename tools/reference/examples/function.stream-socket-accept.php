<?php

$server = stream_socket_server('tcp://127.0.0.1:0');
var_dump(@stream_socket_accept($server, 0.05)); // nobody comes
$client = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
$connection = stream_socket_accept($server, 5, $peer);
var_dump($peer === stream_socket_get_name($client, false));

/* Output:
bool(false)
bool(true)
*/
