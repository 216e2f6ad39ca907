--TEST--
a look-up counts in the connect's timeout
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/private_network.inc'; skip_without_private_network(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/private_network.inc';
enter_private_network();
$names = serve_names();
$start = microtime(true);
var_dump(@stream_socket_client('tcp://dead.test.:80', $code, $text, 0.5), $code, $text);
$took = microtime(true) - $start;
var_dump($took >= 0.49, $took < 2);
stop($names);
?>
--EXPECT--
bool(false)
int(110)
string(20) "Connection timed out"
bool(true)
bool(true)
