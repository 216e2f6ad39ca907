--TEST--
transport-url: an address without a transport is tcp
--FILE--
<?php
$server = stream_socket_server('127.0.0.1:0', $errno, $errstr);
echo stream_get_meta_data($server)['stream_type'], ' ', stream_socket_get_name($server, false), "\n";
$client = stream_socket_client(stream_socket_get_name($server, false));
fwrite(stream_socket_accept($server, 10), "hello\n");
echo fgets($client);
?>
--EXPECTF--
tcp_socket%S 127.0.0.1:%d
hello
