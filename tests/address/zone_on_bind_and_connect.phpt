--TEST--
A link-local address with its zone binds and connects; names that are returned do not show the zone
--SKIPIF--
<?php
require __DIR__ . '/../inc/link_local.inc';
if (!link_local()) die('skip no link-local address');
?>
--FILE--
<?php
require __DIR__ . '/../inc/link_local.inc';
[$address, $name, $index] = link_local();
foreach ([$name, $index] as $zone) {
    $server = stream_socket_server("tcp://[$address%$zone]:0", $errno, $errstr);
    $port = substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
    var_dump(stream_socket_get_name($server, false) === "[$address]:$port");
    $client = stream_socket_client("tcp://[$address%$zone]:$port", $errno, $errstr, 10);
    fwrite(stream_socket_accept($server, 10, $peer), "hello\n");
    echo fgets($client);
    var_dump(strpos($peer, '%'));
    $udp = stream_socket_server("udp://[$address%$zone]:0", $errno, $errstr, STREAM_SERVER_BIND);
    var_dump(strpos(stream_socket_get_name($udp, false), "[$address]:"));
}
?>
--EXPECT--
bool(true)
hello
bool(false)
int(0)
bool(true)
hello
bool(false)
int(0)
