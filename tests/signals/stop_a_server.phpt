--TEST--
`while ($run) accept()`: a handler that clears $run stops one server, and each child of a preforking one
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
$server = stream_socket_server('tcp://127.0.0.1:0');
$serve = function (float $timeout) use ($server) {
    pcntl_async_signals(true);
    $run = true;
    pcntl_signal(SIGTERM, function () use (&$run) { $run = false; });
    while ($run) {
        $connection = @stream_socket_accept($server, $timeout);
        if ($connection) fwrite($connection, "ok\n");
    }
    exit(3);
};
foreach ([-1, 30, 30, 30] as $timeout) $children[] = in_child(fn () => $serve($timeout));
foreach ($children as $child) await_sleep($child);
echo fgets(stream_socket_client('tcp://' . stream_socket_get_name($server, false)));
foreach ($children as $child) posix_kill($child, SIGTERM);
foreach ($children as $child) var_dump(ended($child)); // in_child()'s alarm would be "signal 14"
?>
--EXPECT--
ok
int(3)
int(3)
int(3)
int(3)
