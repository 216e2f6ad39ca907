--TEST--
shutdown functions read, write, accept and look names up
--FILE--
<?php
register_shutdown_function(function () {
    $server = stream_socket_server('tcp://localhost:0');
    $port = substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
    $client = stream_socket_client("tcp://localhost:$port");
    fwrite(stream_socket_accept($server, 5), "from the shutdown function\n");
    echo fgets($client);
});
?>
--EXPECT--
from the shutdown function
