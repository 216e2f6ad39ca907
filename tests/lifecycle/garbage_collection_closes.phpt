--TEST--
the garbage collector closes streams in cycles, also while a handler runs in a wait
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
$before = count_descriptors();
$server = stream_socket_server('tcp://127.0.0.1:0');
pcntl_signal(SIGUSR1, function () { gc_collect_cycles(); });
for ($i = 0; $i < 20; ++$i) {
    $cycle = new stdClass;
    $cycle->itself = $cycle;
    $cycle->stream = stream_socket_server('tcp://127.0.0.1:0');
}
unset($cycle);
$child = signal_in_wait(SIGUSR1);
var_dump(@stream_socket_accept($server, 0.5));
ended($child);
var_dump(count_descriptors() - $before);
?>
--EXPECT--
bool(false)
int(1)
