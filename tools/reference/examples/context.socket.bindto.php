<?php

$server = stream_socket_server('tcp://127.0.0.1:0');
$context = stream_context_create(['socket' => ['bindto' => '127.0.0.1:0']]); // that address, any port
$client = stream_socket_client('tcp://' . stream_socket_get_name($server, false), $errno, $error, 5, context: $context);
echo strtok(stream_socket_get_name($client, false), ':'), "\n";

/* Output:
127.0.0.1
*/
