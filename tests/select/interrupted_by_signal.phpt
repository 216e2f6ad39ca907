--TEST--
select: a signal ends the wait with false and a warning; the sets are unchanged, the handler runs when dispatched
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
[$a, $b] = unix_pair();
[$server, $highest] = with_descriptor(fn () => stream_socket_server('tcp://127.0.0.1:0'));
set_error_handler(function (int $level, string $text) use ($highest) {
    echo preg_replace("/max_fd=$highest\)$/", 'max_fd=the highest)', $text), "\n";
    return true;
});
pcntl_signal(SIGUSR1, function () { echo "handled\n"; });
foreach ([null, 20] as $seconds) {
    foreach ([[[$server, 'k' => $a], null, []], [null, [], ['k' => $server, $a]], [[$a], null, [$server]]] as [$r, $w, $e]) {
        $child = signal_in_wait(SIGUSR1);
        echo select_line($r, $w, $e, $seconds), "\n";
        pcntl_signal_dispatch();
        ended($child);
    }
}
// It was no error of the streams
fwrite($b, 'x');
echo select_line(['s' => $server, 'a' => $a], null, null, 20), "\n";
?>
--EXPECT--
stream_select(): Unable to select [4]: Interrupted system call (max_fd=the highest)
false: [0,"k"] null []
handled
stream_select(): Unable to select [4]: Interrupted system call (max_fd=the highest)
false: null [] ["k",0]
handled
stream_select(): Unable to select [4]: Interrupted system call (max_fd=the highest)
false: [0] null [0]
handled
stream_select(): Unable to select [4]: Interrupted system call (max_fd=the highest)
false: [0,"k"] null []
handled
stream_select(): Unable to select [4]: Interrupted system call (max_fd=the highest)
false: null [] ["k",0]
handled
stream_select(): Unable to select [4]: Interrupted system call (max_fd=the highest)
false: [0] null [0]
handled
1: ["a"] null null
