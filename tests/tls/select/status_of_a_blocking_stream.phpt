--TEST--
TLS: stream_socket_get_crypto_status(): NONE after blocking operations, and when TLS is off
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$theirs, $ours] = tls_pair();
fwrite($theirs, "hello\n");
var_dump(fgets($ours), stream_socket_get_crypto_status($ours));
var_dump(fwrite($ours, "world\n"), stream_socket_get_crypto_status($ours));
stream_socket_enable_crypto($ours, false);
var_dump(stream_socket_get_crypto_status($ours));
?>
--EXPECT--
string(6) "hello
"
int(0)
int(6)
int(0)
int(0)
