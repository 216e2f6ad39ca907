--TEST--
flags: BIND alone binds and does not listen; the address is taken all the same
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
$path = temp_path('bind-alone');
foreach (['tcp://127.0.0.1:0', "unix://$path"] as $address) {
    $server = stream_socket_server($address, $errno, $errstr, STREAM_SERVER_BIND);
    $scheme = strstr($address, ':', true);
    $name = "$scheme://" . stream_socket_get_name($server, false);
    var_dump(@stream_socket_client($name, $errno, $errstr, 10), $errno === SOCKET_ECONNREFUSED);
    // Listening later, by ext/sockets, makes it a server.
    socket_listen(socket_import_stream($server));
    $client = stream_socket_client($name, $errno, $errstr, 10);
    fwrite(stream_socket_accept($server, 10), "now\n");
    echo fgets($client);
}
?>
--EXPECT--
bool(false)
bool(true)
now
bool(false)
bool(true)
now
