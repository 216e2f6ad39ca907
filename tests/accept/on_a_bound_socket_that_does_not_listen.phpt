--TEST--
stream_socket_accept(): on a tcp or unix socket that was bound but does not listen
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
foreach (['tcp://127.0.0.1:0', 'unix://' . temp_path('bound')] as $uri) {
    $server = stream_socket_server($uri, $errno, $errstr, STREAM_SERVER_BIND);
    var_dump(is_resource($server));
    $began = hrtime(true);
    var_dump(stream_socket_accept($server, 0.01));
    var_dump((hrtime(true) - $began) / 1e9 < 10);
}
?>
--EXPECTF--
bool(true)
Warning: stream_socket_accept(): Accept failed: %s
bool(false)
bool(true)
bool(true)
Warning: stream_socket_accept(): Accept failed: %s
bool(false)
bool(true)
