--TEST--
select: descriptors keep their blocking mode, in PHP and in the kernel, within the wait and after it
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fdinfo')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
$server = stream_socket_server('tcp://127.0.0.1:0');
$makers = [
    'client' => fn () => stream_socket_client('tcp://' . stream_socket_get_name($server, false)),
    'accepted' => fn () => stream_socket_accept($server),
    'udp' => fn () => stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND),
    'process' => fn () => popen('exec cat >/dev/null', 'w'),
    'file' => fn () => fopen(__FILE__, 'r'),
];
$us = getmypid();
pcntl_signal(SIGUSR1, fn () => null);
foreach ([true, false] as $blocking) {
    foreach ($makers as $name => $make) {
        [$all[$name], $fds[$name]] = with_descriptor($make);
        stream_set_blocking($all[$name], $blocking);
    }
    $modes = fn () => implode(' ', array_map(fn ($fd) => is_nonblocking($fd) ? 'no' : 'yes', $fds)) . ', '
        . implode(' ', array_map(fn ($stream) => stream_get_meta_data($stream)['blocked'] ? 'yes' : 'no', $all)) . "\n";
    echo $kept = $modes();
    for ($i = 0; $i < 3; ++$i) {
        select_line($all, $all, $all);
        if ($modes() !== $kept) echo 'after a call: ', $modes();
    }
    // Open files are shared with other processes: these see the mode within the wait, too
    $quiet = $all;
    unset($quiet['file']);
    $child = in_child(function () use ($us, $modes, $kept) {
        await_sleep($us);
        if ($modes() !== $kept) echo 'within: ', $modes();
        posix_kill($us, SIGUSR1);
    });
    echo @select_line($quiet, null, $quiet, 20), "\n";
    ended($child);
    if ($modes() !== $kept) echo 'after a wait: ', $modes();
}
?>
--EXPECT--
yes yes yes yes yes, yes yes yes yes yes
false: ["client","accepted","udp","process"] null ["client","accepted","udp","process"]
no no no no no, no no no no no
false: ["client","accepted","udp","process"] null ["client","accepted","udp","process"]
