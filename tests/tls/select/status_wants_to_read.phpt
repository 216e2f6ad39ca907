--TEST--
TLS: stream_socket_get_crypto_status(): WANT_READ in a handshake and a read, NONE when all went well
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/tls.inc';
var_dump(STREAM_CRYPTO_STATUS_NONE, STREAM_CRYPTO_STATUS_WANT_READ, STREAM_CRYPTO_STATUS_WANT_WRITE);
[$theirs, $ours] = connect_pair();
$status = fn () => stream_socket_get_crypto_status($ours);
var_dump($status()); // plain
stream_set_blocking($ours, false);
tls_options($ours, ['local_cert' => tls_certificate(), 'verify_peer' => false]);
var_dump(stream_socket_enable_crypto($ours, true, STREAM_CRYPTO_METHOD_TLS_SERVER), $status());
tls_begin($theirs, $ours);
var_dump($status());
stream_set_blocking($ours, false);
var_dump(fread($ours, 10), $status());
var_dump(fwrite($ours, "hello\n"), $status());
var_dump(fread($ours, 10), $status());
fwrite($theirs, "world\n");
$r = [$ours];
$w = $e = null;
stream_select($r, $w, $e, 20);
var_dump(fread($ours, 10), $status());
?>
--EXPECT--
int(0)
int(1)
int(2)
int(0)
int(0)
int(1)
int(0)
string(0) ""
int(1)
int(6)
int(0)
string(0) ""
int(1)
string(6) "world
"
int(0)
