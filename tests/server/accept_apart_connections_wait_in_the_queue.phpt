--TEST--
accept-apart: stream_socket_server() only creates the socket, stream_socket_accept() takes connections
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
foreach (['tcp://127.0.0.1:0', 'unix://' . temp_path('apart')] as $address) {
    [$server, $name] = listen_on($address);
    $clients = [];
    foreach (['first', 'second', 'third'] as $word) {
        $clients[] = $client = stream_socket_client($name);
        fwrite($client, "$word\n");
    }
    var_dump(@fread($server, 1) ?: false); // a listener is no connection
    foreach ($clients as $client) {
        $connection = stream_socket_accept($server, 10);
        echo fgets($connection);
        fwrite($connection, 'answer to ' . stream_get_meta_data($connection)['mode'] . "\n");
        echo fgets($client);
    }
    var_dump(@stream_socket_accept($server, 0));
}
?>
--EXPECT--
bool(false)
first
answer to r+
second
answer to r+
third
answer to r+
bool(false)
bool(false)
first
answer to r+
second
answer to r+
third
answer to r+
bool(false)
