--TEST--
enable_crypto with a session stream that has no TLS: ext/openssl's own words
--EXTENSIONS--
openssl
--INI--
default_socket_timeout=1
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$server, $to] = listen_on();
[$one, $two] = [stream_socket_client($to), stream_socket_client($to)];
var_dump(stream_socket_enable_crypto($one, true, STREAM_CRYPTO_METHOD_TLS_CLIENT, $two));
var_dump(stream_get_meta_data($two)['stream_type']);
?>
--EXPECTF--
Warning: stream_socket_enable_crypto(): Supplied SSL session stream is not %s in %s on line %d
%Abool(false)
string(14) "tcp_socket/ssl"
