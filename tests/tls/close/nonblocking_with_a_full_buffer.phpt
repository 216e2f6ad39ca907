--TEST--
TLS: closing a non-blocking stream whose peer reads nothing does not wait; what was written arrives
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$theirs, $ours] = tls_pair();
stream_set_blocking($ours, false);
for ($sum = 0; ($sent = fwrite($ours, str_repeat('x', 65536))) > 0; $sum += $sent); // and stays so
stream_set_timeout($ours, 50);
timed(fn () => fclose($ours));
var_dump(strlen(stream_get_contents($theirs)) === $sum, feof($theirs));
?>
--EXPECT--
in time
bool(true)
bool(true)
