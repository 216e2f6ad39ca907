--TEST--
a name cannot be resolved without descriptors for the loop: an error at once, no wait for the timeout
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
$server = stream_socket_server('tcp://127.0.0.1:0');
$port = substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
$hold = [];
posix_setrlimit(POSIX_RLIMIT_NOFILE, 64, 64);
while ($file = @fopen('/dev/null', 'r')) $hold[] = $file;
array_pop($hold);
$start = microtime(true);
var_dump(@stream_socket_client("tcp://localhost:$port", $code, $text, 10));
var_dump(microtime(true) - $start < 5);
?>
--EXPECT--
bool(false)
bool(true)
