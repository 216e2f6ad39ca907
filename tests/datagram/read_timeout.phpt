--TEST--
stream_set_timeout(): fread() on udp and udg times out
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
foreach (['udp://127.0.0.1:0', 'udg://' . temp_path('rt')] as $uri) {
    $server = stream_socket_server($uri, $errno, $errstr, STREAM_SERVER_BIND);
    stream_set_timeout($server, 0, 50000);
    $began = hrtime(true);
    var_dump(fread($server, 100), (hrtime(true) - $began) / 1e9 >= 0.048);
    var_dump(stream_get_meta_data($server)['timed_out'], feof($server));
}
?>
--EXPECT--
bool(false)
bool(true)
bool(true)
bool(false)
bool(false)
bool(true)
bool(true)
bool(false)
