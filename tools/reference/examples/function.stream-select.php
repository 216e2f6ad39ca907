<?php

[$here, $there] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
fwrite($there, 'x');
$read = ['mine' => $here, 'yours' => $there];
$write = $except = null;
echo stream_select($read, $write, $except, 1), ': ', implode(', ', array_keys($read)), "\n";

/* Output:
1: mine
*/
