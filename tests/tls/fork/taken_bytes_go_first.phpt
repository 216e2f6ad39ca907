--TEST--
TLS: what a write has counted goes before a fork; neither process would know whose it is
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$client, $server] = tls_small_pair(2000);
stream_set_blocking($client, false);
for ($sent = 0; $more = fwrite($client, str_repeat('x', 16384)); $sent += $more);
$child = in_child(fn () => null);
pcntl_waitpid($child, $status);
fclose($client);
stream_set_timeout($server, 20);
var_dump(strlen(stream_get_contents($server)) === $sent);
?>
--EXPECT--
bool(true)
