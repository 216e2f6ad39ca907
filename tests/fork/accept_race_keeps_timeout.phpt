--TEST--
one connection wakes all who accept; the others keep their timeout
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
$server = stream_socket_server('tcp://127.0.0.1:0');
$accept = function () use ($server) {
    $start = microtime(true);
    $connection = @stream_socket_accept($server, 1);
    if ($connection) return 1;
    return microtime(true) - $start >= 0.99 ? 2 : 3;
};
$children = [];
for ($i = 0; $i < 4; ++$i) $children[] = in_child(fn () => exit($accept()));
foreach ($children as $child) await_sleep($child);
$client = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
$results = array_map('ended', $children);
sort($results);
echo implode(' ', $results), "\n";
?>
--EXPECT--
1 2 2 2
