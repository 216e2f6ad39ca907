--TEST--
Names of IPv6 sockets are returned as in stock: in brackets, shortened, mapped addresses as they are
--SKIPIF--
<?php
require __DIR__ . '/../inc/sockets.inc';
if (!has_ipv6()) die('skip no IPv6');
?>
--FILE--
<?php
foreach (['[::1]:0', '[0:0::1]:0', '[::]:0', '[::ffff:127.0.0.1]:0'] as $target) {
    foreach (['tcp' => 12, 'udp' => 4] as $transport => $flags) {
        $context = stream_context_create(['socket' => ['ipv6_v6only' => false]]);
        $server = stream_socket_server("$transport://$target", $errno, $errstr, $flags, $context);
        echo stream_socket_get_name($server, false), ' ', json_encode(stream_socket_get_name($server, true)), "\n";
    }
}
?>
--EXPECTF--
[::1]:%d false
[::1]:%d false
[::1]:%d false
[::1]:%d false
[::]:%d false
[::]:%d false
[::ffff:127.0.0.1]:%d false
[::ffff:127.0.0.1]:%d false
