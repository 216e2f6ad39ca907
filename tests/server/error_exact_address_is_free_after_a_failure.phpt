--TEST--
error-exact: what failed holds nothing: once the cause is gone the same call succeeds
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
$path = temp_path('free-again');
foreach (['tcp://127.0.0.1:0', "unix://$path"] as $address) {
    [$first, $name] = listen_on($address);
    var_dump(@stream_socket_server($name, $errno), $errno === SOCKET_EADDRINUSE);
    fclose($first);
    @unlink($path);
    $second = stream_socket_server($name, $errno, $errstr);
    var_dump(is_resource($second), $errno, $errstr);
    var_dump(is_resource(stream_socket_client($name)));
}
?>
--EXPECT--
bool(false)
bool(true)
bool(true)
int(0)
string(0) ""
bool(true)
bool(false)
bool(true)
bool(true)
int(0)
string(0) ""
bool(true)
