--TEST--
The short forms of IPv4 addresses that the system's resolver knows work as in stock
--FILE--
<?php
foreach (['127.1:0', '2130706433:0', '0x7f000001:0', '0:0', '0177.0.0.1:0'] as $target) {
    $server = stream_socket_server("tcp://$target", $errno, $errstr);
    echo preg_replace('/:\d+$/', '', stream_socket_get_name($server, false)), "\n";
}
?>
--EXPECT--
127.0.0.1
127.0.0.1
127.0.0.1
0.0.0.0
127.0.0.1
