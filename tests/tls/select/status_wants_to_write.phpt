--TEST--
TLS: stream_socket_get_crypto_status(): WANT_WRITE with a full send buffer, NONE once there is room
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$theirs, $ours] = tls_pair();
$status = fn () => stream_socket_get_crypto_status($ours);
stream_set_blocking($ours, false);
while (($sent = fwrite($ours, str_repeat('x', 8192))) > 0) {
    if ($sent === 8192 && $status() !== STREAM_CRYPTO_STATUS_NONE) die("not none\n");
}
var_dump($sent, $status());
var_dump(fread($ours, 1), $status());
stream_set_blocking($theirs, false);
while (fwrite($ours, str_repeat('x', 8192)) === 0) fread($theirs, 8192);
var_dump($status());
?>
--EXPECT--
int(0)
int(2)
string(0) ""
int(1)
int(0)
