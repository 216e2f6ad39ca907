--TEST--
A zone, by name or by number, is taken on any IPv6 address
--SKIPIF--
<?php
require __DIR__ . '/../inc/sockets.inc';
if (!has_ipv6() || PHP_OS_FAMILY !== 'Linux') die('skip no IPv6, or another name for the loopback');
?>
--FILE--
<?php
foreach (['lo', '1'] as $zone) {
    $server = stream_socket_server("tcp://[::1%$zone]:0", $errno, $errstr);
    echo $name = stream_socket_get_name($server, false), "\n";
    $port = substr(strrchr($name, ':'), 1);
    $client = stream_socket_client("tcp://[::1%$zone]:$port/x", $errno, $errstr, 10);
    var_dump(stream_socket_get_name($client, true) === $name);
}
?>
--EXPECTF--
[::1]:%d
bool(true)
[::1]:%d
bool(true)
