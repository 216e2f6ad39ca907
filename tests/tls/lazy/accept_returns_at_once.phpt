--TEST--
TLS: handshake=lazy: accept does not wait for a silent client's handshake
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$server, , $tcp] = tls_lazy_server();
$silent = stream_socket_client($tcp);
$conn = stream_socket_accept($server, 20, $peer);
var_dump($peer === stream_socket_get_name($silent, false), stream_socket_get_name($conn, true) === $peer);
$data = stream_get_meta_data($conn);
var_dump(isset($data['crypto']), $data['stream_type'], $data['blocked'], $data['timed_out'], $data['eof'], feof($conn));
?>
--EXPECT--
bool(true)
bool(true)
bool(false)
string(14) "tcp_socket/ssl"
bool(true)
bool(false)
bool(false)
bool(false)
