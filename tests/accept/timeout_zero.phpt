--TEST--
stream_socket_accept(): timeout 0 looks once and does not wait
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
foreach (['tcp://127.0.0.1:0', 'unix://' . temp_path('accept0')] as $uri) {
    [$server, $to] = listen_on($uri);
    $began = microtime(true);
    var_dump(stream_socket_accept($server, 0));
    var_dump(microtime(true) - $began < 5);
    $client = stream_socket_client($to);
    var_dump(wait_readable($server));
    var_dump(get_resource_type(stream_socket_accept($server, 0)));
    var_dump(stream_socket_accept($server, 0));
}
?>
--EXPECT--
Warning: stream_socket_accept(): Accept failed: Connection timed out
bool(false)
bool(true)
bool(true)
string(6) "stream"
Warning: stream_socket_accept(): Accept failed: Connection timed out
bool(false)
Warning: stream_socket_accept(): Accept failed: Connection timed out
bool(false)
bool(true)
bool(true)
string(6) "stream"
Warning: stream_socket_accept(): Accept failed: Connection timed out
bool(false)
