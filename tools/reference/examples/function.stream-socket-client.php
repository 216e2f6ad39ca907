<?php

$server = stream_socket_server('tcp://127.0.0.1:0');
$address = stream_socket_get_name($server, false);
fclose($server); // so nobody listens there
var_dump(@stream_socket_client("tcp://$address", $errno, $error, 5), $error);

/* Output:
bool(false)
string(18) "Connection refused"
*/
