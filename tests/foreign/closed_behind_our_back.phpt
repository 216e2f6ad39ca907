--TEST--
a descriptor that was closed behind PHP's back fails the select; its number's next owner is told alone
--EXTENSIONS--
ffi
pcntl
posix
--SKIPIF--
<?php try { FFI::cdef('int close(int);'); } catch (Throwable $x) { die('skip ' . $x->getMessage()); } ?>
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
$libc = FFI::cdef('int close(int); int dup(int);');
$server = stream_socket_server('tcp://127.0.0.1:0');
$to = 'tcp://' . stream_socket_get_name($server, false);
[$other, $other_peer] = unix_pair();
$makers = [
    'tcp' => function () use ($to, $server) {
        [$stream, $fd] = with_descriptor(fn () => stream_socket_client($to));
        return [$stream, $fd, stream_socket_accept($server)];
    },
    'pair' => function () {
        [$end, $peer] = unix_pair();
        return [$end, descriptor_of($end), $peer];
    },
];
$us = getmypid();
foreach ($makers as $kind => $make) {
    echo "$kind\n";
    foreach ([false, true] as $with_duplicate) {
        [$old, $fd, $peer] = $make();
        echo select_line(['old' => $old], null, ['old' => $old]), ' ';
        $duplicate = $with_duplicate ? $libc->dup($fd) : -1;
        $libc->close($fd);
        if (!$with_duplicate) {
            echo @select_line(['old' => $old]), ' ', preg_replace('/ \(max.*/', '', error_get_last()['message']), "\n";
        }
        // The number belongs to another stream now; the old one's peer speaks
        [$new, $new_fd] = with_descriptor(fn () => stream_socket_client($to));
        $new_peer = stream_socket_accept($server);
        if ($new_fd !== $fd) echo "not its number\n";
        @fwrite($peer, 'x');
        echo select_line(['new' => $new, 'other' => $other], null, ['new' => $new]), ' ';
        $child = in_child(function () use ($us, $new_peer) {
            await_sleep($us);
            fwrite($new_peer, 'y');
        });
        echo select_line(['new' => $new, 'other' => $other], null, null, null), ' ';
        ended($child);
        echo json_encode(fread($new, 10)), ' ', select_line(['new' => $new]), "\n";
        if ($duplicate >= 0) $libc->close($duplicate);
        $keep[] = [$old, $new, $peer, $new_peer];
    }
}
?>
--EXPECT--
tcp
0: [] null [] false: ["old"] null null stream_select(): Unable to select [9]: Bad file descriptor
0: [] null [] 1: ["new"] null null "y" 0: [] null null
0: [] null [] 0: [] null [] 1: ["new"] null null "y" 0: [] null null
pair
0: [] null [] false: ["old"] null null stream_select(): Unable to select [9]: Bad file descriptor
0: [] null [] 1: ["new"] null null "y" 0: [] null null
0: [] null [] 0: [] null [] 1: ["new"] null null "y" 0: [] null null
