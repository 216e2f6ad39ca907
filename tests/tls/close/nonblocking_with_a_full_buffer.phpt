--TEST--
TLS: closing a non-blocking stream whose peer reads nothing does not wait; what was written arrives
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/tls.inc';
[$theirs, $ours] = tls_pair();
stream_set_blocking($ours, false);
$sum = fill($ours);
stream_set_timeout($ours, 50);
timed(fn () => fclose($ours));
var_dump(strlen(stream_get_contents($theirs)) === $sum, feof($theirs));
?>
--EXPECT--
in time
bool(true)
bool(true)
